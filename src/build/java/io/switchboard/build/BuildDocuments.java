package io.switchboard.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Builds what documents need into the folder of classes. Arguments: the folder of templates, the folder of classes. Ends
 * the build with every broken template named at once.
 */
public final class BuildDocuments {

    private BuildDocuments() {}

    public static void main(String[] args) throws IOException {
        Path classes = Path.of(args[1]);
        Fonts.unpackTo(classes.resolve("fonts"));
        try {
            var names = new Templates(Path.of(args[0])).compileTo(classes.resolve("reports"));
            // Written last: while it is older than a source, the build runs this step again.
            Files.write(classes.resolve("reports/index"), names);
        } catch (BrokenTemplatesException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
