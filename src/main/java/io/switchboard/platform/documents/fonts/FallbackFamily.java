package io.switchboard.platform.documents.fonts;

import java.util.List;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JRPropertiesMap;
import net.sf.jasperreports.engine.fonts.FontFamily;
import net.sf.jasperreports.engine.fonts.SimpleFontFamily;
import net.sf.jasperreports.extensions.ExtensionsRegistry;
import net.sf.jasperreports.extensions.ExtensionsRegistryFactory;

/**
 * DejaVu Sans for what the text face lacks: Hebrew, Arabic, Armenian, Georgian and many signs. It leaves the scripts of the
 * text face alone, or a line with one Hebrew word in it would be set in DejaVu from end to end.
 */
public final class FallbackFamily {

    private static final String FOLDER = "net/sf/jasperreports/fonts/dejavu/";

    private FallbackFamily() {}

    /** Named in {@code jasperreports_extension.properties}. */
    public static final class Factory implements ExtensionsRegistryFactory {

        @Override
        public ExtensionsRegistry createRegistry(String registryId, JRPropertiesMap properties) {
            return new Registry(List.of(family()));
        }
    }

    private record Registry(List<FontFamily> families) implements ExtensionsRegistry {

        @Override
        @SuppressWarnings("unchecked") // the type asked for is the type answered
        public <T> List<T> getExtensions(Class<T> type) {
            return type == FontFamily.class ? (List<T>) families : List.of();
        }
    }

    private static FontFamily family() {
        var family = new SimpleFontFamily();
        family.setName("Fallback");
        family.setNormalFace(face("DejaVuSans.ttf"));
        family.setBoldFace(face("DejaVuSans-Bold.ttf"));
        family.setPdfEncoding("Identity-H");
        family.setPdfEmbedded(true);
        return family;
    }

    private static FallbackFace face(String file) {
        var face = new FallbackFace(DefaultJasperReportsContext.getInstance());
        face.setTtf(FOLDER + file, false);
        return face;
    }
}
