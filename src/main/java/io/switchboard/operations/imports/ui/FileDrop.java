package io.switchboard.operations.imports.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.UploadFormat;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import io.switchboard.operations.imports.Upload;
import java.io.IOException;
import java.io.InputStream;

/** Where a file is dropped or chosen. Its bytes stream on as they come; the answer is shown by the page that holds this. */
final class FileDrop extends Div {

    private static final long serialVersionUID = 1L;
    private static final int MOST = 200 << 20;

    private final transient Receiver receiver;
    private final SerializableConsumer<Upload> arrived;

    @FunctionalInterface
    interface Receiver {

        Upload receive(String fileName, InputStream content);
    }

    FileDrop(Receiver receiver, SerializableConsumer<Upload> arrived, SerializableConsumer<String> notTaken) {
        this.receiver = receiver;
        this.arrived = arrived;
        addClassName("imports-drop");
        var upload = new com.vaadin.flow.component.upload.Upload(new Handler());
        upload.setUploadFormat(UploadFormat.RAW);
        upload.setMaxFiles(1);
        upload.setMaxFileSize(MOST);
        upload.setDropLabel(new Span("or drop a CSV file here"));
        upload.setUploadButton(button());
        upload.addFileRejectedListener(event -> notTaken.accept(
                "The file is larger than 200 MB or more than one was given. Choose one file, or split it."));
        add(upload);
    }

    private static Button button() {
        var button = new Button("Choose a file…");
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    private final class Handler implements UploadHandler {

        private static final long serialVersionUID = 1L;

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            var upload = receiver.receive(event.getFileName(), event.getInputStream());
            event.getUI().access(() -> arrived.accept(upload));
        }

        @Override
        public long getFileSizeMax() {
            return MOST;
        }

        @Override
        public long getRequestSizeMax() {
            return MOST + (1L << 20);
        }
    }
}
