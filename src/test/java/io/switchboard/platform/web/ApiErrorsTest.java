package io.switchboard.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.kernel.ReceiptId;
import io.switchboard.platform.observability.FixedCorrelations;
import io.switchboard.platform.observability.LogContext;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ApiErrorsTest {

    private final FixedCorrelations correlations = new FixedCorrelations();
    private final ApiErrors errors = new ApiErrors(correlations);
    private final IllegalStateException bug = new IllegalStateException("the password is hidden", null);

    @AfterEach
    void leaveNothing() {
        MDC.clear();
    }

    @Test
    void aBugSaysNothingOfTheInsideButWhatToLookFor() throws Exception {
        var receipt = ReceiptId.of(new byte[] {1});
        LogContext.receipt(receipt);
        var answer = Objects.requireNonNull(
                errors.bug(bug, new MockHttpServletRequest("GET", "/api/receipts"), new MockHttpServletResponse()));
        var problem = Objects.requireNonNull(answer.getBody());
        assertThat(answer.getStatusCode().value()).isEqualTo(500);
        assertThat(problem.getProperties())
                .containsEntry("correlationId", correlations.current().value())
                .containsEntry("receiptId", receipt.value());
        assertThat(problem.toString()).doesNotContain("password");
    }

    @Test
    void aBugBelowScimHasScimsForm() throws Exception {
        var answer = new MockHttpServletResponse();
        assertThat(errors.bug(bug, new MockHttpServletRequest("GET", "/scim/v2/Users"), answer))
                .isNull();
        assertThat(answer.getStatus()).isEqualTo(500);
        assertThat(answer.getContentType()).isEqualTo("application/scim+json");
        assertThat(answer.getContentAsString())
                .contains("urn:ietf:params:scim:api:messages:2.0:Error", "\"status\":\"500\"")
                .doesNotContain("password");
    }

    @Test
    void leavesPagesToTheirOwnErrorView() {
        assertThatThrownBy(() ->
                        errors.bug(bug, new MockHttpServletRequest("GET", "/acme"), new MockHttpServletResponse()))
                .isSameAs(bug);
    }
}
