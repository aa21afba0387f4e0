package io.switchboard.platform.documents;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** Requests for the posture one-pager of an imaginary company. */
final class Samples {

    static final Instant AS_OF = Instant.parse("2026-11-21T14:02:00Z");
    static final String ROOT = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private Samples() {}

    /** What the template calls a row. */
    record Claim(
            String title,
            String verdict,
            @Nullable String figures,
            String checkedHow,
            @Nullable Instant checkedAt,
            @Nullable String evidenceSha256) {}

    static Claim claim(int number) {
        return new Claim(
                "Claim number " + number + ": every governed action has a decision",
                List.of("holds", "aged", "not proven").get(number % 3),
                "1,284 of 1,284 governed actions have a decision",
                "Each action of the last 30 days was joined with its decision by id.",
                number % 3 == 2 ? null : AS_OF.minusSeconds(3600),
                number % 3 == 2 ? null : ROOT);
    }

    static List<Claim> claims(int count) {
        return IntStream.range(0, count).mapToObj(Samples::claim).toList();
    }

    static DocumentRequest onePager(List<Claim> claims) {
        return onePager("Globex Corporation", claims, twin("{\"claims\":" + claims.size() + "}"), null);
    }

    static DocumentRequest onePager(String tenant, List<Claim> claims, DocumentTwin twin, @Nullable DocumentLogo logo) {
        return new DocumentRequest(
                new DocumentTemplate("assurance/posture-one-pager"),
                properties("Posture one-pager"),
                new DocumentBrand("Globex", "#0B5FFF", logo),
                Map.of("tenantName", tenant, "asOf", AS_OF, "documentId", "doc_m7fk2q", "rootFingerprint", ROOT),
                claims,
                twin);
    }

    static DocumentProperties properties(String title) {
        return new DocumentProperties(title, "Posture of <Globex> & more", "Switchboard", Locale.UK, AS_OF);
    }

    static DocumentTwin twin(String json) {
        return new DocumentTwin("posture-one-pager.json", json.getBytes(StandardCharsets.UTF_8));
    }

    /** A picture that is half transparent. */
    static byte[] png(int width, int height) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        for (int x = 0; x < width; x++) {
            picture.setRGB(x, 0, 0x800B5FFF);
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }
}
