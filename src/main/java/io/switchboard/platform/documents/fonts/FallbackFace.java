package io.switchboard.platform.documents.fonts;

import java.awt.Font;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.fonts.SimpleFontFace;
import org.jspecify.annotations.Nullable;

/** A face whose font denies the scripts that the text face is for. */
final class FallbackFace extends SimpleFontFace {

    private static final Set<UnicodeScript> OF_THE_TEXT_FACE =
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.GREEK, UnicodeScript.CYRILLIC);

    private volatile @Nullable Font restricted;

    FallbackFace(JasperReportsContext context) {
        super(context);
    }

    @Override
    public Font getFont() {
        var font = restricted;
        if (font == null) {
            font = load();
            restricted = font;
        }
        return font;
    }

    /** Not before it is asked for: the face is made while the registries that loading needs are still being made. */
    private Font load() {
        loadFont();
        return new Restricted(super.getFont());
    }

    private static final class Restricted extends Font {

        private static final long serialVersionUID = 1L;

        Restricted(Font font) {
            super(font);
        }

        @Override
        public boolean canDisplay(int codePoint) {
            return !OF_THE_TEXT_FACE.contains(UnicodeScript.of(codePoint)) && super.canDisplay(codePoint);
        }
    }
}
