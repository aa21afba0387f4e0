package io.switchboard.operations.administration.ui;

import com.vaadin.flow.server.VaadinServletRequest;
import java.util.Optional;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** This portal's own address as the browser sees it, also behind a proxy: what the sign-in sends to the provider as {@code baseUrl}. */
final class PortalAddress {

    private PortalAddress() {}

    static String with(String path) {
        return Optional.ofNullable(VaadinServletRequest.getCurrent())
                        .map(request -> ServletUriComponentsBuilder.fromContextPath(request.getHttpServletRequest())
                                .build()
                                .toUriString())
                        .orElse("")
                + path;
    }
}
