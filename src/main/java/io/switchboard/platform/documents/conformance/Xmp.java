package io.switchboard.platform.documents.conformance;

import io.switchboard.platform.documents.DocumentProperties;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Writes the XMP packet (ISO 16684-1) of a document that claims PDF/A-3a and PDF/UA-1. */
final class Xmp {

    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final String PACKET = read();

    private Xmp() {}

    static String packet(DocumentProperties properties, String producer) {
        var values = Map.of(
                "title", properties.title(),
                "subject", properties.subject(),
                "author", properties.author(),
                "language", properties.language().toLanguageTag(),
                "issuedAt", properties.issuedAt().toString(),
                "producer", producer);
        return PLACE.matcher(PACKET)
                .replaceAll(place -> Matcher.quoteReplacement(escaped(values.getOrDefault(place.group(1), ""))));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscapeDecimal(text.replaceAll("\\p{Cntrl}", " "), "UTF-8");
    }

    private static String read() {
        try (InputStream in = Objects.requireNonNull(Xmp.class.getResourceAsStream("packet.xmp"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
