package io.switchboard.platform.documents;

import java.awt.Font;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.sf.jasperreports.engine.fonts.FontUtil;

/**
 * Makes sure that text is never lost: a character no font has would be left out of a PDF without a word, so it is replaced
 * by U+FFFD and remembered. Control characters become spaces. Asks the fonts of the set {@code Text} as the layout does; their plain faces decide, for a
 * bold run falls back to them. Not for use by several threads.
 */
final class Glyphs {

    private static final int REPLACEMENT = 0xFFFD;

    private final List<Font> fonts;
    private final Set<Integer> unshown = new TreeSet<>();

    Glyphs(FontUtil fonts) {
        this.fonts = List.of(plain(fonts, "Roboto"), plain(fonts, "Fallback"));
    }

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

    /** The first that has the character; for what none has, the one of the text. */
    Font fontOf(int codePoint) {
        return fonts.stream()
                .filter(font -> font.canDisplay(codePoint))
                .findFirst()
                .orElseGet(fonts::getFirst);
    }

    Set<Integer> unshown() {
        return unshown;
    }

    private int orReplacement(int codePoint) {
        if (isShown(codePoint)) {
            return codePoint;
        }
        if (Character.isISOControl(codePoint)) {
            return ' ';
        }
        unshown.add(codePoint);
        return REPLACEMENT;
    }

    private boolean isShown(int codePoint) {
        return codePoint == '\n' || !Character.isISOControl(codePoint) && hasGlyph(codePoint);
    }

    private boolean hasGlyph(int codePoint) {
        return fonts.stream().anyMatch(font -> font.canDisplay(codePoint));
    }
}
