package io.switchboard.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/** How the API turns somebody away: 401 with the challenge of RFC 6750 for a token that is missing or not good, 403 for one that is not enough. */
public final class ApiDoors implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final BearerTokenAuthenticationEntryPoint challenge = new BearerTokenAuthenticationEntryPoint();

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        challenge.commence(request, response, e);
        var code = response.getStatus() == HttpStatus.BAD_REQUEST.value()
                ? HttpStatus.BAD_REQUEST
                : HttpStatus.UNAUTHORIZED;
        Problems.write(
                request,
                response,
                Problems.of(
                        code,
                        "no-valid-token",
                        "Send an access token for switchboard-api in the header Authorization: Bearer …; the one that was"
                                + " sent, if any, is expired, not meant for this API, or of an issuer that no tenant has registered."));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        Problems.write(
                request,
                response,
                Problems.of(
                        HttpStatus.FORBIDDEN,
                        "not-allowed",
                        "This client may not do that. Ask whoever registered it for the role it needs."));
    }
}
