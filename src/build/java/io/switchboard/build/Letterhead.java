package io.switchboard.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What every document has in common: page size, styles, parameters of the brand, running header and footer. A template
 * states only what is its own; the letterhead is spliced in before it is compiled, its attributes into the first tag and its
 * parts before the last, so that the line numbers of a template's own faults stay true.
 */
final class Letterhead {

    private static final Pattern REPORT =
            Pattern.compile("<jasperReport\\s+name=\"[^\"]*\"([^>]*)>(.*)</jasperReport>", Pattern.DOTALL);

    private final Path file;

    Letterhead(Path file) {
        this.file = file;
    }

    byte[] wornBy(Path template) throws IOException {
        String own = Files.readString(template);
        MatchResult shared = report(file, Files.readString(file));
        MatchResult report = report(template, own);
        String worn = own.substring(0, report.start(1))
                + shared.group(1).replace('\n', ' ')
                + own.substring(report.start(1), report.end(2))
                + shared.group(2)
                + own.substring(report.end(2));
        return worn.getBytes(StandardCharsets.UTF_8);
    }

    private static MatchResult report(Path file, String xml) throws IOException {
        var matcher = REPORT.matcher(xml);
        if (!matcher.find()) {
            throw new IOException(file + " has no <jasperReport name=\"…\"> … </jasperReport>");
        }
        return matcher.toMatchResult();
    }
}
