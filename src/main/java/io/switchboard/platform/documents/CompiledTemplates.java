package io.switchboard.platform.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.engine.util.JRLoader;
import org.jspecify.annotations.Nullable;

/** The compiled templates of the class path, each loaded once. A compiled template is read by many threads. */
final class CompiledTemplates {

    private final Map<DocumentTemplate, JasperReport> loaded = new ConcurrentHashMap<>();

    JasperReport get(DocumentTemplate template) {
        return loaded.computeIfAbsent(template, CompiledTemplates::load);
    }

    private static JasperReport load(DocumentTemplate template) {
        try (InputStream in = open(template.resource())) {
            if (in == null) {
                throw new IllegalArgumentException(
                        "there is no document template " + template + "; there are: " + names());
            }
            return (JasperReport) JRLoader.loadObject(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JRException e) {
            throw new IllegalStateException("the compiled template " + template + " cannot be read: build again", e);
        }
    }

    private static String names() throws IOException {
        try (InputStream in = open("reports/index")) {
            return in == null
                    ? "none, because the build did not compile them"
                    : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .strip()
                            .replace("\n", ", ");
        }
    }

    private static @Nullable InputStream open(String resource) {
        return CompiledTemplates.class.getClassLoader().getResourceAsStream(resource);
    }
}
