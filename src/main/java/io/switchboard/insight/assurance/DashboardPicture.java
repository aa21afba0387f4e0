package io.switchboard.insight.assurance;

import io.switchboard.kernel.Sha256;
import java.util.Base64;
import java.util.Map;

/** A chart of a dashboard as it stood: {@code says} has each of its numbers in words, {@code legend} what its colours are. The file goes along inside the JSON, so that whoever gets it elsewhere can tell that it is this one. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record DashboardPicture(String name, String title, String legend, String says, byte[] png) {

    Sha256 digest() {
        return Sha256.of(png);
    }

    Map<String, Object> json() {
        return Map.of(
                "name", name,
                "title", title,
                "legend", legend,
                "says", says,
                "sha256", digest().hex(),
                "base64", Base64.getEncoder().encodeToString(png));
    }
}
