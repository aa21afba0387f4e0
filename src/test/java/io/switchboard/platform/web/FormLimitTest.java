package io.switchboard.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class FormLimitTest {

    /** What is answered; 200 where the request went on. */
    private static int status(MockHttpServletRequest request) throws ServletException, IOException {
        var response = new MockHttpServletResponse();
        new FormLimit().doFilter(request, response, new MockFilterChain());
        return response.getStatus();
    }

    private static MockHttpServletRequest post(int bytes, String type) {
        var request = new MockHttpServletRequest("POST", "/share/acme/token");
        request.setContent(new byte[bytes]);
        request.setContentType(type);
        return request;
    }

    @Test
    void aSmallFormGoesOnAndALargeOneIsNotRead() throws Exception {
        assertThat(status(post(FormLimit.LARGEST, "application/x-www-form-urlencoded")))
                .isEqualTo(200);
        assertThat(status(post(FormLimit.LARGEST + 1, "application/x-www-form-urlencoded")))
                .isEqualTo(413);
    }

    @Test
    void filesAreNotReadHoweverSmall() throws Exception {
        assertThat(status(post(10, "Multipart/form-data; boundary=x"))).isEqualTo(415);
    }

    @Test
    void aBodyOfUnsaidLengthGoesOnOnlyWhereNobodyWouldParseIt() throws Exception {
        var typed = new MockHttpServletRequest("POST", "/share/acme/token");
        typed.setContentType("application/x-www-form-urlencoded");
        assertThat(status(typed)).isEqualTo(413);
        assertThat(status(new MockHttpServletRequest("POST", "/share/acme/token")))
                .as("as curl -X POST sends it")
                .isEqualTo(200);
    }

    @Test
    void lookingIsNotLimited() throws Exception {
        assertThat(status(new MockHttpServletRequest("GET", "/share/acme/token")))
                .isEqualTo(200);
    }
}
