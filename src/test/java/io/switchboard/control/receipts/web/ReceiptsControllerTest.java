package io.switchboard.control.receipts.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.switchboard.control.receipts.LogState;
import io.switchboard.control.receipts.Outcome;
import io.switchboard.control.receipts.Receipt;
import io.switchboard.control.receipts.ReceiptDetail;
import io.switchboard.control.receipts.ReceiptFilter;
import io.switchboard.control.receipts.ReceiptPage;
import io.switchboard.control.receipts.ReceiptQuery;
import io.switchboard.control.receipts.ReceiptRow;
import io.switchboard.kernel.ActionId;
import io.switchboard.kernel.Actor;
import io.switchboard.kernel.Caller;
import io.switchboard.kernel.CorrelationId;
import io.switchboard.kernel.ReceiptId;
import io.switchboard.kernel.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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

class ReceiptsControllerTest {

    private static final TenantId TENANT = TenantId.random();
    private static final byte[] ENVELOPE = "{\"payload\":\"e30=\"}".getBytes(StandardCharsets.UTF_8);
    private static final ReceiptRow ROW = new ReceiptRow(
            new Receipt(
                    TENANT,
                    ReceiptId.of(new byte[] {1}),
                    Actor.service("client-1"),
                    new ActionId("imports.commit"),
                    Outcome.ALLOWED,
                    Optional.empty(),
                    CorrelationId.random(),
                    Optional.empty(),
                    Instant.parse("2026-03-01T10:00:00Z")),
            LogState.PENDING);

    @Test
    void listsWithItemsNextAndTotal() throws Exception {
        as(TENANT)
                .perform(get("/api/receipts?outcome=allowed&action=imports.commit&limit=1"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.next").value(ROW.receipt().id().value()))
                .andExpect(jsonPath("$.items[0].actor.type").value("service"))
                .andExpect(jsonPath("$.items[0].outcome").value("allowed"))
                .andExpect(jsonPath("$.items[0].state").value("pending"));
    }

    @Test
    void namesTheEndOfTheListAsNull() throws Exception {
        as(TENANT)
                .perform(get("/api/receipts"))
                .andExpect(jsonPath("$", hasKey("next")))
                .andExpect(jsonPath("$.next").value(nullValue()));
    }

    @Test
    void namesTheParameterThatIsWrong() throws Exception {
        for (String wrong : List.of("state=x", "action=x", "outcome=x", "from=x", "to=x", "cursor=x", "limit=501")) {
            as(TENANT)
                    .perform(get("/api/receipts?" + wrong))
                    .andExpect(status().isBadRequest())
                    .andExpect(content()
                            .string(containsString("The parameter " + wrong.substring(0, wrong.indexOf('=')))));
        }
    }

    @Test
    void showsAReceiptDecodedWithItsSignatureCheck() throws Exception {
        as(TENANT)
                .perform(get("/api/receipts/" + ROW.receipt().id()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.signature.valid").value(true))
                .andExpect(jsonPath("$.payload._type").value("x"))
                .andExpect(jsonPath("$.disclosures[0].value").value("Grace"));
    }

    @Test
    void answersTheExactBytesOfTheEnvelope() throws Exception {
        as(TENANT)
                .perform(
                        get("/api/receipts/" + ROW.receipt().id() + "/envelope").accept("application/json"))
                .andExpect(status().isOk())
                .andExpect(content().bytes(ENVELOPE));
    }

    @Test
    void answersNotFoundForAnotherTenantsReceiptAndForNoReceiptAlike() throws Exception {
        String unknown = ReceiptId.of(new byte[] {2}).value();
        String theirs = ROW.receipt().id().value();
        for (String path : List.of(theirs, theirs + "/envelope", unknown, "nonsense")) {
            as(TenantId.random())
                    .perform(get("/api/receipts/" + path))
                    .andExpect(status().isNotFound())
                    .andExpect(content().string(containsString("There is no such receipt.")));
        }
    }

    private static MockMvc as(TenantId tenant) {
        return MockMvcBuilders.standaloneSetup(new ReceiptsController(new OneReceipt()))
                .setControllerAdvice(new Problems())
                .setCustomArgumentResolvers(new FixedCaller(Caller.system(tenant, "test")))
                .build();
    }

    /** What {@code spring.mvc.problemdetails.enabled} switches on. */
    @ControllerAdvice
    private static final class Problems extends ResponseEntityExceptionHandler {}

    private record FixedCaller(Caller caller) implements HandlerMethodArgumentResolver {

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
            return caller;
        }
    }

    /** One tenant with one receipt. */
    private static final class OneReceipt implements ReceiptQuery {

        @Override
        public Map<ReceiptId, LogState> states(TenantId tenant, Collection<ReceiptId> ids) {
            return Map.of();
        }

        @Override
        public ReceiptPage list(TenantId tenant, ReceiptFilter filter, Optional<ReceiptId> cursor, int limit) {
            Optional<ReceiptId> next = limit == 1 ? Optional.of(ROW.receipt().id()) : Optional.empty();
            return new ReceiptPage(List.of(ROW), next, 2);
        }

        @Override
        public Optional<ReceiptRow> earliest(TenantId tenant, ReceiptFilter filter) {
            return Optional.of(ROW);
        }

        @Override
        public Optional<ReceiptDetail> detail(TenantId tenant, ReceiptId id) {
            var value = new ReceiptDetail.Disclosure("name", "Grace", "WyJ4Il0");
            return envelope(tenant, id)
                    .map(bytes -> new ReceiptDetail(
                            ROW,
                            OptionalLong.empty(),
                            Map.of("_type", "x"),
                            bytes,
                            "key",
                            true,
                            List.of(value),
                            0,
                            Optional.empty(),
                            List.of()));
        }

        @Override
        public Optional<byte[]> envelope(TenantId tenant, ReceiptId id) {
            return tenant.equals(TENANT) && id.equals(ROW.receipt().id()) ? Optional.of(ENVELOPE) : Optional.empty();
        }
    }
}
