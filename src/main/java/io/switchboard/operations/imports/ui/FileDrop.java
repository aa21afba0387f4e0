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

    private final com.vaadin.flow.component.upload.Upload input = new com.vaadin.flow.component.upload.Upload();
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
        input.setUploadHandler(new Handler());
        input.setUploadFormat(UploadFormat.RAW);
        input.setMaxFiles(1);
        input.setMaxFileSize(MOST);
        input.setDropLabel(new Span("or drop it here"));
        input.setUploadButton(button());
        input.addFileRejectedListener(event -> notTaken.accept(
                "The file is larger than 200 MB or more than one was given. Choose one file, or split it."));
        add(input);
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
            event.getUI().accessSynchronously(() -> {
                input.clearFileList();
                arrived.accept(upload);
            });
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
