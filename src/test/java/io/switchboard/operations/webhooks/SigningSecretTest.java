package io.switchboard.operations.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SigningSecretTest {

    @Test
    void signsAsStandardWebhooksSay() {
        var secret = new SigningSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        assertThat(secret.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void isRandomAndDoesNotShowItself() {
        var secret = SigningSecret.random();
        assertThat(secret.text())
                .startsWith("whsec_")
                .isNotEqualTo(SigningSecret.random().text());
        assertThat(secret.toString()).doesNotContain(secret.text().substring(8));
    }
}
