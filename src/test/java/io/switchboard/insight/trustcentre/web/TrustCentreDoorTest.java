package io.switchboard.insight.trustcentre.web;

import static io.switchboard.insight.trustcentre.TrustCentreKit.bytes;
import static io.switchboard.insight.trustcentre.TrustDocument.POSTURE_PACK;
import static io.switchboard.insight.trustcentre.TrustDocument.TRUST_REPORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.switchboard.insight.trustcentre.AccessGrants.Requested;
import io.switchboard.insight.trustcentre.TrustCentreKit;
import io.switchboard.platform.tenancy.TestTenants;
import io.switchboard.platform.web.Allowances;
import io.switchboard.platform.web.FormLimit;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** What a stranger is answered, without a browser. */
class TrustCentreDoorTest {

    private TrustCentreKit kit = new TrustCentreKit();
    private MockMvc door = MockMvcBuilders.standaloneSetup().build();

    @BeforeEach
    void doors() {
        kit = new TrustCentreKit();
        var tenants = TestTenants.on(kit.kit.jdbc(), kit.time);
        door = MockMvcBuilders.standaloneSetup(
                        new PublicDoor(
                                kit.centre,
                                kit.grants,
                                tenants,
                                kit.kit.signing().root(),
                                new Allowances(2, kit.time)),
                        new OwnDoor(kit.grants, kit.centre, tenants))
                .addFilters(new FormLimit())
                .build();
        kit.open(kit.acme);
    }

    @Test
    void isNotThereForATenantThatIsUnknownOrShowsNothing() throws Exception {
        door.perform(get("/trust/acme"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Welcome to what we show.")))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(header().string("Referrer-Policy", "no-referrer"));
        for (var address :
                java.util.List.of("/trust/globex", "/trust/nobody", "/trust/..%2f", "/trust/globex/accent.css")) {
            door.perform(get(address)).andExpect(status().isNotFound());
        }
        door.perform(asking("globex")).andExpect(status().isNotFound());
    }

    @Test
    void leadsWhoeverAsksToAPageOfTheirOwn() throws Exception {
        var own = asked();
        assertThat(own).matches("/trust/acme/[a-z2-7]{32}");
        door.perform(get(own))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Waiting.")))
                .andExpect(content().string(containsString("Keep this address.")))
                .andExpect(content().string(not(containsString("Jo Quill"))));
        door.perform(get(own.replace("acme", "globex"))).andExpect(status().isNotFound());
        door.perform(get("/trust/acme/" + "a".repeat(32))).andExpect(status().isNotFound());
        door.perform(get("/trust/acme/..")).andExpect(status().isNotFound());
    }

    @Test
    void saysBesideEachFieldWhatIsWrongAndKeepsWhatWasTyped() throws Exception {
        door.perform(form("/trust/acme")
                        .param("name", "<b>Jo</b>")
                        .param("email", "jo@nowhere")
                        .param("company", "")
                        .param("why", "x".repeat(1_001)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"&lt;b&gt;Jo&lt;/b&gt;\"")))
                .andExpect(content().string(containsString("id=\"email-problem\"")))
                .andExpect(content().string(containsString("id=\"company-problem\"")))
                .andExpect(content().string(containsString("id=\"why-problem\"")))
                .andExpect(content().string(containsString("id=\"document-problem\"")))
                .andExpect(content().string(not(containsString("id=\"name-problem\""))));
        assertThat(kit.requests.count(kit.ada())).isZero();
    }

    @Test
    void readsNoFormThatIsTooLargeSaysNoLengthOrHoldsFiles() throws Exception {
        door.perform(post("/trust/acme").content(new byte[FormLimit.LARGEST + 1]))
                .andExpect(status().isContentTooLarge());
        door.perform(post("/trust/acme").contentType(MediaType.APPLICATION_FORM_URLENCODED))
                .andExpect(status().isContentTooLarge());
        door.perform(post("/trust/acme")
                        .contentType(MediaType.MULTIPART_FORM_DATA)
                        .content("x"))
                .andExpect(status().isUnsupportedMediaType());
    }

    @Test
    void takesAFewRequestsAMinuteFromOneAddress() throws Exception {
        asked();
        asked();
        door.perform(asking("acme"))
                .andExpect(status().isTooManyRequests())
                .andExpect(content().string(containsString("Wait a minute.")));
        kit.time.pass(Duration.ofMinutes(1));
        asked();
        assertThat(kit.requests.count(kit.ada())).isEqualTo(3);
    }

    @Test
    void showsTheTermsThenTheDocumentsAndHandsThemOutWithTheirDigest() throws Exception {
        var asked = kit.asked(POSTURE_PACK, TRUST_REPORT);
        kit.decided(asked, 7, it -> it == POSTURE_PACK ? TrustCentreKit.yes(it) : TrustCentreKit.no(it));
        var own = own(asked);
        door.perform(get(own))
                .andExpect(content().string(containsString("Keep it to yourself.")))
                .andExpect(content().string(containsString("Not before the contract.")))
                .andExpect(content().string(not(containsString("Download the"))));
        door.perform(form(own + "/documents/posture-pack")).andExpect(status().isConflict());
        door.perform(form(own + "/terms").param("terms", "1").param("name", "Jo Quill"))
                .andExpect(status().isUnprocessableContent());
        door.perform(form(own + "/terms")
                        .param("terms", "7")
                        .param("name", "Jo")
                        .param("accept", "yes"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("The terms have changed")));
        door.perform(form(own + "/terms")
                        .param("terms", "1")
                        .param("name", "Jo")
                        .param("accept", "yes"))
                .andExpect(status().isSeeOther())
                .andExpect(header().string("Location", own));
        kit.note();
        door.perform(get(own)).andExpect(content().string(containsString("Download the posture pack")));
        door.perform(form(own + "/documents/posture-pack"))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", "application/pdf"))
                .andExpect(header().exists("Repr-Digest"))
                .andExpect(header().exists("Switchboard-Receipt"))
                .andExpect(content().bytes(bytes(POSTURE_PACK)));
        kit.note();
        door.perform(get(own)).andExpect(content().string(containsString("What you downloaded")));
        door.perform(form(own + "/documents/trust-report")).andExpect(status().isConflict());
        door.perform(form(own + "/documents/everything")).andExpect(status().isNotFound());
    }

    @Test
    void saysHowAGrantEnded() throws Exception {
        var revoked = kit.asked(POSTURE_PACK);
        kit.requests.revoke(kit.nina(), revoked.id());
        door.perform(get(own(revoked))).andExpect(content().string(containsString("Revoked")));
        var ended = kit.asked(POSTURE_PACK);
        kit.decided(ended, 1, TrustCentreKit::yes);
        kit.accepted(ended);
        kit.time.pass(Duration.ofDays(1));
        door.perform(get(own(ended)))
                .andExpect(content().string(containsString("Ended")))
                .andExpect(content().string(not(containsString("Download the"))));
        door.perform(form(own(ended) + "/documents/posture-pack")).andExpect(status().isConflict());
    }

    @Test
    void wearsAnAccentOnlyWhereItCanBeRead() {
        assertThat(Accent.css("#0f6b5c")).contains("--brand-accent: #0f6b5c");
        assertThat(Accent.css("#ffee00")).contains("--tenant-accent: #ffee00").doesNotContain("--brand-accent");
    }

    private String asked() throws Exception {
        return Objects.requireNonNull(door.perform(asking("acme"))
                .andExpect(status().isSeeOther())
                .andReturn()
                .getResponse()
                .getHeader("Location"));
    }

    private static MockHttpServletRequestBuilder asking(String tenant) {
        return form("/trust/" + tenant)
                .param("name", "Jo Quill")
                .param("email", "jo@buyer.example")
                .param("company", "Buyer Inc.")
                .param("why", "To judge.")
                .param("document", "posture-pack");
    }

    /** A form that says its length; what it holds is in the parameters. */
    private static MockHttpServletRequestBuilder form(String path) {
        return post(path).contentType(MediaType.APPLICATION_FORM_URLENCODED).content("x");
    }

    private static String own(Requested asked) {
        return "/trust/acme/" + asked.token().value();
    }
}
