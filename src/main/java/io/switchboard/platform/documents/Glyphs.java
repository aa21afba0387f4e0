package io.switchboard.platform.documents;

import java.awt.Font;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import net.sf.jasperreports.engine.fonts.FontUtil;

/**
 * Makes sure that text is never lost: a character no font has would be left out of a PDF without a word, so it is replaced
 * by U+FFFD and remembered. Not for use by several threads.
 */
final class Glyphs {

    private static final int REPLACEMENT = 0xFFFD;
    private static final Set<UnicodeScript> OF_THE_FIRST =
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.GREEK, UnicodeScript.CYRILLIC);

    private final Font first;
    private final Font second;
    private final Set<Integer> unshown = new TreeSet<>();

    Glyphs(FontUtil fonts) {
        first = plain(fonts, "Roboto");
        second = plain(fonts, "DejaVu Sans");
    }

    /** The plain faces decide: a bold run falls back to them. */
    private static Font plain(FontUtil fonts, String family) {
        return fonts.getFontInfo(family, null).getFontFamily().getNormalFace().getFont();
    }

    String shown(String text) {
        if (text.codePoints().allMatch(this::isShown)) {
            return text;
        }
        var shown = new StringBuilder(text.length());
        text.codePoints().map(this::orReplacement).forEach(shown::appendCodePoint);
        return shown.toString();
    }

    Set<Integer> unshown() {
        return unshown;
    }

    private int orReplacement(int codePoint) {
        if (isShown(codePoint)) {
            return codePoint;
        }
        unshown.add(codePoint);
        return REPLACEMENT;
    }

    private boolean isShown(int codePoint) {
        return codePoint == '\n' || !Character.isISOControl(codePoint) && hasGlyph(codePoint);
    }

    /** As {@code fonts/documents.xml} says: the second font is not asked for the scripts of the first. */
    private boolean hasGlyph(int codePoint) {
        return first.canDisplay(codePoint)
                || !OF_THE_FIRST.contains(UnicodeScript.of(codePoint)) && second.canDisplay(codePoint);
    }
}
