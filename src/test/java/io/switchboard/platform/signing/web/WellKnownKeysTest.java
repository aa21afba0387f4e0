package io.switchboard.platform.signing.web;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.switchboard.embedded.TestDatabase;
import io.switchboard.platform.signing.SigningKit;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class WellKnownKeysTest {

    @Test
    void servesTheRootAndTheKeySetToWhoeverAsks() throws Exception {
        var kit = SigningKit.on(TestDatabase.migrated("signing"), Clock.systemUTC());
        var web = MockMvcBuilders.standaloneSetup(new WellKnownKeys(kit.root(), kit.ring()))
                .build();
        web.perform(get("/.well-known/switchboard-root.jwk"))
                .andExpect(status().isOk())
                .andExpect(content().bytes(kit.root().jwk()));
        web.perform(get("/.well-known/switchboard-keys.json"))
                .andExpect(status().isOk())
                .andExpect(content().bytes(kit.ring().keySetEnvelope()));
    }
}
