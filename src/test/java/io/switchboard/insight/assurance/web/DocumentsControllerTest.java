package io.switchboard.insight.assurance.web;

import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.switchboard.control.enforcement.Enforced;
import io.switchboard.control.policy.Decision;
import io.switchboard.control.policy.PolicyRequest;
import io.switchboard.control.policy.ResourceRef;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.Receipt;
import io.switchboard.insight.assurance.OnePager;
import io.switchboard.insight.assurance.PostureOnePager;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.CorrelationId;
import io.switchboard.kernel.DecisionId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.Sha256;
import io.switchboard.kernel.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.MethodParameter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

class DocumentsControllerTest {

    private static final String PATH = "/api/documents/posture-one-pager";
    private static final Instant NOW = Instant.parse("2026-11-21T14:02:00Z");
    private static final ReceiptId RECEIPT = ReceiptId.of(new byte[] {1});
    private static final DecisionId DECISION = DecisionId.random();
    private static final OnePager PAGE = new OnePager("doc_x", NOW, utf8("%PDF"), utf8("{}"), utf8("<h1>Söhne</h1>"));

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void answersTheFormThatIsAskedFor() throws Exception {
        answers("application/pdf", "application/pdf", PAGE.pdf());
        answers("application/json", "application/json", PAGE.json());
        answers("text/html", "text/html;charset=UTF-8", PAGE.html());
    }

    @Test
    void weighsWhatABrowserAsksFor() throws Exception {
        answers("text/html,application/xhtml+xml,*/*;q=0.8", "text/html;charset=UTF-8", PAGE.html());
        answers("text/html;q=0.5,application/json", "application/json", PAGE.json());
    }

    @Test
    void answersThePdfToWhoeverDoesNotMind() throws Exception {
        answers("*/*", "application/pdf", PAGE.pdf());
    }

    private static void answers(String accept, String type, byte[] bytes) throws Exception {
        portal((_, _) -> new Enforced.Done<>(PAGE, decision(true), receipt(Outcome.ALLOWED)))
                .perform(get(PATH).header("Accept", accept))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", type))
                .andExpect(header().string("Switchboard-Receipt", RECEIPT.value()))
                .andExpect(content().bytes(bytes));
    }

    @Test
    void issuesNothingInAFormThatItDoesNotHave() throws Exception {
        portal((_, _) -> {
                    throw new AssertionError("a document was issued that nobody can take");
                })
                .perform(get(PATH).header("Accept", "image/png"))
                .andExpect(status().isNotAcceptable());
    }

    @Test
    void answersARefusalAsAProblemWithDecisionAndReceiptWhateverIsAskedFor() throws Exception {
        for (String accept : List.of("application/pdf", "application/json", "text/html")) {
            portal((_, _) -> new Enforced.Refused<>(decision(false), receipt(Outcome.DENIED)))
                    .perform(get(PATH).header("Accept", accept))
                    .andExpect(status().isForbidden())
                    .andExpect(header().string("Content-Type", "application/problem+json"))
                    .andExpect(jsonPath("$.detail").value(containsString("Ask an evaluator.")))
                    .andExpect(jsonPath("$.decisionId").value(DECISION.value()))
                    .andExpect(jsonPath("$.receiptId").value(RECEIPT.value()));
        }
    }

    private static Decision decision(boolean allowed) {
        var request = PolicyRequest.of(
                Caller.system(TenantId.random(), "test"),
                new ActionId("assurance.issue-document"),
                ResourceRef.of("Document", OnePager.NAME));
        var reasons = List.of(new Decision.Reason("no-permit", "No policy permits it.", "Ask an evaluator."));
        return new Decision(
                DECISION, request, allowed, Sha256.of("policies"), List.of(), allowed ? List.of() : reasons, NOW);
    }

    private static Receipt receipt(Outcome outcome) {
        var caller = Caller.system(TenantId.random(), "test");
        return new Receipt(
                caller.tenant(),
                RECEIPT,
                caller.actor(),
                new ActionId("assurance.issue-document"),
                outcome,
                Optional.of(DECISION),
                CorrelationId.random(),
                Optional.empty(),
                NOW);
    }

    private static MockMvc portal(PostureOnePager onePager) {
        return MockMvcBuilders.standaloneSetup(new DocumentsController(onePager, (_, _) -> {
                    throw new AssertionError("nobody asked for a pack");
                }))
                .setControllerAdvice(new Problems())
                .setCustomArgumentResolvers(new AnyCaller())
                .build();
    }

    /** What {@code spring.mvc.problemdetails.enabled} switches on. */
    @ControllerAdvice
    private static final class Problems extends ResponseEntityExceptionHandler {}

    private static final class AnyCaller implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Caller.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binder) {
            return Caller.system(TenantId.random(), "test");
        }
    }
}
