package io.switchboard.insight.assurance;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** NIST's own JSON schema of assessment results, version 1.1.2. */
public final class OscalSchema {

    private static final Schema SCHEMA = read();

    private OscalSchema() {}

    private static Schema read() {
        try (var schema = OscalSchema.class.getResourceAsStream("/schema/json/oscal-ar_schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(new String(Objects.requireNonNull(schema).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong with it; nothing for valid results. */
    public static List<String> errors(byte[] results) {
        return SCHEMA.validate(new String(results, StandardCharsets.UTF_8), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }
}
