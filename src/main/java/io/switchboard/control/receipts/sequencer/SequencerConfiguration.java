package io.switchboard.control.receipts.sequencer;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The host of new logs is {@code switchboard.log.host}, else that of the public address. */
@Configuration(proxyBeanMethods = false)
class SequencerConfiguration {

    @Bean
    LogSettings logSettings(
            @Value("${switchboard.log.host:}") String host, @Value("${switchboard.public-url:}") String publicUrl) {
        return new LogSettings(host.isBlank() ? authority(publicUrl) : host);
    }

    private static String authority(String publicUrl) {
        return publicUrl.isBlank() ? "localhost" : URI.create(publicUrl).getAuthority();
    }
}
