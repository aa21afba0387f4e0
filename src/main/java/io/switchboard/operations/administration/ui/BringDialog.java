package io.switchboard.operations.administration.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.function.SerializableBiConsumer;
import com.vaadin.flow.server.streams.UploadHandler;
import io.switchboard.platform.signing.KeyFile;
import io.switchboard.platform.signing.Overlap;
import java.util.Optional;

/** A key file with its password, if it has one. Neither is kept by the page longer than it is open. */
final class BringDialog extends ConfirmDialog {

    private static final long serialVersionUID = 1L;

    private final Upload upload = new Upload();
    private final PasswordField password = new PasswordField("Password of a PKCS#12");
    private final OverlapSelect overlap = new OverlapSelect();
    private final Button bring = new Button("Bring it");
    private transient byte[] file = {};

    BringDialog(SerializableBiConsumer<KeyFile, Overlap> done) {
        setHeader("Bring your own key?");
        explain();
        var fields = new Div(
                new Paragraph(
                        "An Ed25519 key signs receipts: as JWK, PEM or PKCS#12. A P-256 key with its certificates signs"
                                + " documents: as PKCS#12. The log is always signed with a key made here."),
                upload,
                password,
                overlap,
                new Paragraph(
                        "It signs from now on and is kept encrypted. Keep your copy safe, or destroy it: whoever has it"
                                + " can sign as this tenant."));
        fields.addClassName("key-dialog");
        add(fields);
        bring.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        bring.setEnabled(false);
        setConfirmButton(bring);
        setCancelable(true);
        addConfirmListener(confirmed -> done.accept(new KeyFile(file, given()), overlap.getValue()));
    }

    private void explain() {
        upload.setUploadHandler(UploadHandler.inMemory((metadata, bytes) -> received(bytes)));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(KeyFile.LARGEST);
        upload.setUploadButton(new Button("Choose the key file…"));
        upload.setDropLabel(new Span("or drop it here"));
        upload.addFileRejectedListener(event -> received(new byte[0]));
        upload.addFileRemovedListener(event -> received(new byte[0]));
        password.setMaxLength(500);
        password.setRevealButtonVisible(false); // who pastes a secret need not show it to the room
        password.setHelperText("Leave it empty for a JWK or PEM.");
        password.getElement().setAttribute("autocomplete", "off");
    }

    void received(byte[] bytes) {
        file = bytes;
        bring.setEnabled(bytes.length > 0);
    }

    private Optional<String> given() {
        return Optional.of(password.getValue()).filter(typed -> !typed.isEmpty());
    }
}
