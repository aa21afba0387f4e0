package io.switchboard.operations.delivery.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import io.switchboard.operations.delivery.Bucket.Dialect;
import io.switchboard.operations.delivery.BucketKeys;
import io.switchboard.operations.delivery.Buckets;
import io.switchboard.operations.delivery.Destination;
import java.util.function.BiConsumer;

/** What a bucket is connected by. Its keys are sent once and never shown. */
final class BucketForm extends Div {

    private static final long serialVersionUID = 1L;

    private final TextField name = new TextField("Name");
    private final TextField endpoint = new TextField("Endpoint");
    private final TextField region = new TextField("Region");
    private final TextField bucket = new TextField("Bucket");
    private final TextField prefix = new TextField("Prefix (may stay empty)");
    private final Select<Dialect> dialect = new Select<>();
    private final TextField accessKey = new TextField("Access key");
    private final PasswordField secretKey = new PasswordField("Secret key");

    BucketForm(BiConsumer<Buckets.Draft, BucketKeys> connect) {
        addClassNames("fields", "delivery-form");
        name.setHelperText("As the delivery log calls it, such as archive.");
        endpoint.setPlaceholder("https://s3.eu-central-1.amazonaws.com");
        region.setPlaceholder("eu-central-1");
        dialect.setLabel("Written to as");
        dialect.setItems(Dialect.values());
        dialect.setItemLabelGenerator(Dialect::title);
        dialect.setValue(Dialect.S3);
        accessKey.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.OFF);
        secretKey.setAutocomplete(com.vaadin.flow.component.textfield.Autocomplete.NEW_PASSWORD);
        add(name, endpoint, region, bucket, prefix, dialect, accessKey, secretKey);
        getChildren().forEach(field -> field.addClassName("wide"));
        var button = new Button("Connect the bucket", _ -> send(connect));
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(button);
    }

    private void send(BiConsumer<Buckets.Draft, BucketKeys> connect) {
        var to = Destination.parse("bucket:" + name.getValue().strip());
        name.setInvalid(to.isEmpty());
        name.setErrorMessage("1 to 40 characters of a–z, 0–9 and hyphens.");
        to.ifPresent(destination -> connect.accept(
                new Buckets.Draft(
                        destination,
                        endpoint.getValue().strip(),
                        region.getValue().strip(),
                        bucket.getValue().strip(),
                        prefix.getValue().strip(),
                        dialect.getValue()),
                new BucketKeys(
                        accessKey.getValue().strip(), secretKey.getValue().strip())));
    }
}
