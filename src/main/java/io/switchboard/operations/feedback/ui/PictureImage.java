package io.switchboard.operations.feedback.ui;

import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.switchboard.operations.feedback.Picture;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/** A picture that somebody sent, at an address that only this page of this session has. Opened by itself it runs nothing and reaches nowhere. */
final class PictureImage extends Image {

    private static final long serialVersionUID = 1L;

    private final transient Supplier<Optional<Picture>> picture;

    PictureImage(Supplier<Optional<Picture>> picture, String alternative) {
        this.picture = picture;
        setSrc((DownloadHandler) this::serve);
        setAlt(alternative);
        addClassName("feedback-picture");
    }

    private void serve(DownloadEvent event) throws IOException {
        var found = picture.get();
        if (found.isEmpty()) {
            event.getResponse().setStatus(HttpStatusCode.NOT_FOUND.getCode());
            return;
        }
        var facts = found.get().facts();
        event.inline(facts.fileName());
        event.setContentType(facts.format().mediaType());
        event.setContentLength(facts.size());
        event.getResponse().setHeader("X-Content-Type-Options", "nosniff");
        event.getResponse().setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        event.getResponse().setHeader("Cache-Control", "no-store");
        event.getOutputStream().write(found.get().content());
    }
}
