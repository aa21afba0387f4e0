package io.switchboard.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.kernel.MemberId;
import io.switchboard.kernel.Role;
import io.switchboard.kernel.Slug;
import io.switchboard.kernel.TenantId;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

class EntranceTest {

    private static final SignInRoute GLOBEX = new SignInRoute(new Slug("globex"), SignInRoute.Way.USUAL);

    private final MockHttpSession session = new MockHttpSession();
    private final Entrance entrance = new Entrance();
    private final Member grace = member();

    @AfterEach
    void clear() {
        SecurityContextHolder.clearContext();
    }

    @ParameterizedTest
    @CsvSource({
        "/globex/imports/new, step=2, /globex/imports/new?step=2",
        "/globex, , /globex",
        "/acme/receipts, , /globex",
        "/globexx/receipts, , /globex"
    })
    void leadsOnToThePageThatWasAskedForWithinTheTenant(String path, String query, String target) throws IOException {
        ask(path, query);
        var response = new MockHttpServletResponse();
        entrance.enter(request("/login/oauth2/code/globex"), response, GLOBEX, grace, word("grace"));
        assertThat(response.getRedirectedUrl()).isEqualTo(target);
    }

    @Test
    void leadsToTheTenantsFirstPageWhereNothingWasAskedFor() throws IOException {
        var response = new MockHttpServletResponse();
        entrance.enter(request("/login/oauth2/code/globex"), response, GLOBEX, grace, word("grace"));
        assertThat(response.getRedirectedUrl()).isEqualTo("/globex");
        assertThat(SignIns.of(session).in(grace.tenant())).contains(grace.id());
    }

    @Test
    void keepsEarlierSignInsWhenALoginCountsForNothing() throws IOException {
        var before = word("grace");
        entrance.enter(request("/"), new MockHttpServletResponse(), GLOBEX, grace, before);
        entrance.stayOutside(request("/"), new MockHttpServletResponse());
        var context = (SecurityContext)
                session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY);
        assertThat(context).extracting(SecurityContext::getAuthentication).isEqualTo(before);
        assertThat(SignIns.of(session).in(grace.tenant())).contains(grace.id());
    }

    @Test
    void leavesNoSessionToAStranger() {
        request("/").getSession();
        entrance.stayOutside(request("/"), new MockHttpServletResponse());
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void keepsOneMemberForEachTenant() throws IOException {
        var second = member();
        entrance.enter(request("/"), new MockHttpServletResponse(), GLOBEX, grace, word("grace"));
        entrance.enter(request("/"), new MockHttpServletResponse(), GLOBEX, second, word("grace"));
        assertThat(SignIns.of(session).tenants()).containsExactlyInAnyOrder(grace.tenant(), second.tenant());
    }

    private void ask(String path, String query) {
        var asked = request(path);
        asked.setQueryString(query);
        new HttpSessionRequestCache().saveRequest(asked, new MockHttpServletResponse());
    }

    private MockHttpServletRequest request(String path) {
        var request = new MockHttpServletRequest("GET", path);
        request.setSession(session);
        return request;
    }

    private static Authentication word(String user) {
        return new TestingAuthenticationToken(user, "");
    }

    private static Member member() {
        return new Member(TenantId.random(), MemberId.random(), "grace", "Grace", Set.of(Role.PARTNER_ADMIN), true);
    }
}
