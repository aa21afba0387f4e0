package io.switchboard.operations.feedback.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import io.switchboard.operations.feedback.Picture;
import io.switchboard.operations.feedback.PictureIntake;
import io.switchboard.operations.feedback.PictureIntake.Taken;
import java.io.IOException;
import java.util.Optional;

/** A picture that goes along, if the sender wants one: shown exactly as it will be kept, and taken away again with a press. */
final class PictureChoice extends Div {

    private static final long serialVersionUID = 1L;

    private final Upload upload = new Upload();
    private final Div shown = new Div();
    private final Div told = new Div();
    private transient Optional<Picture> picture = Optional.empty();

    PictureChoice() {
        addClassName("feedback-attachments");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", "A screenshot, if you like");
        shown.addClassName("feedback-form");
        told.getElement().setAttribute("role", "status");
        told.addClassName("feedback-fault");
        offer();
        add(upload, told, shown);
    }

    private void offer() {
        upload.setUploadHandler(new Handler());
        upload.setMaxFiles(1);
        upload.setMaxFileSize(PictureIntake.LARGEST);
        upload.setAcceptedFileExtensions(".png", ".jpg", ".jpeg", ".webp");
        upload.setUploadButton(new Button("Add a screenshot…"));
        upload.setDropLabel(new Span("optional: PNG, JPEG or WebP up to 2 MB"));
        upload.addFileRejectedListener(rejected -> {
            upload.clearFileList();
            told.setText("The file is larger than 2 MB or no PNG, JPEG or WebP picture. Choose another.");
        });
    }

    void received(byte[] file) {
        upload.clearFileList();
        switch (PictureIntake.take(file)) {
            case Taken.Good(var taken) -> show(taken);
            case Taken.Bad(var sentence) -> told.setText(sentence);
        }
    }

    private void show(Picture taken) {
        picture = Optional.of(taken);
        told.setText("");
        upload.setVisible(false);
        var remove = new Button("Remove the picture", click -> remove());
        remove.addThemeVariants(ButtonVariant.LUMO_SMALL);
        var facts = new Div(new Span("Picture: " + taken.facts().words()), remove);
        facts.addClassName("feedback-row");
        shown.removeAll();
        shown.add(
                facts,
                new PictureImage(() -> picture, "The picture that goes along"),
                new Span("Sent as you see it, without place, device and what else the file said."));
    }

    private void remove() {
        picture = Optional.empty();
        shown.removeAll();
        upload.setVisible(true);
    }

    Optional<Picture> chosen() {
        return picture;
    }

    /** Ends reading where the limit is, whatever the sender says about the length. */
    private final class Handler implements UploadHandler {

        private static final long serialVersionUID = 1L;

        @Override
        public void handleUploadRequest(UploadEvent event) throws IOException {
            var file = event.getInputStream().readNBytes(PictureIntake.LARGEST + 1);
            event.getUI().accessSynchronously(() -> received(file));
        }

        @Override
        public long getFileSizeMax() {
            return PictureIntake.LARGEST;
        }

        @Override
        public long getRequestSizeMax() {
            return PictureIntake.LARGEST + (64L << 10);
        }
    }
}
