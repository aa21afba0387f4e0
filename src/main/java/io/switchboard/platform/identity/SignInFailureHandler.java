package io.switchboard.platform.identity;

import io.switchboard.platform.tenancy.Tenant;
import io.switchboard.platform.tenancy.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** A login that the protocol did not complete: a test says what broke, anybody else is asked to try again. */
@Component
class SignInFailureHandler implements AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SignInFailureHandler.class);

    private final Tenants tenants;
    private final TestLogins tests;

    SignInFailureHandler(Tenants tenants, TestLogins tests) {
        this.tenants = tenants;
        this.tests = tests;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException problem)
            throws IOException {
        var error = code(problem);
        LOG.info("a sign-in did not complete: {}", error);
        var tested = tested(request);
        if (tested.isPresent()) {
            tests.ended(request, response, tested.get(), new TestLogin.Broken(error));
        } else {
            response.sendRedirect(request.getContextPath() + "/welcome?failed");
        }
    }

    private Optional<Tenant> tested(HttpServletRequest request) {
        return RememberedRoute.of(request)
                .filter(route -> route.way() == SignInRoute.Way.CANDIDATE)
                .flatMap(route -> tenants.findBySlug(route.tenant()));
    }

    /** A provider may send any text as its error; only what looks like a code is kept. */
    private static String code(AuthenticationException problem) {
        return Optional.of(problem)
                .filter(OAuth2AuthenticationException.class::isInstance)
                .map(error -> ((OAuth2AuthenticationException) error).getError().getErrorCode())
                .filter(code -> code.matches("[A-Za-z0-9_.-]{1,60}"))
                .orElse("login_failed");
    }
}
