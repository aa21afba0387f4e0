package io.switchboard.platform.documents;

import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.LineBreakMeasurer;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A watermark's letters as one shape around the origin, in points, y upwards, rising from left to right: as large as fits across an A4 page, in as many lines as that takes. Scripts are shaped and ordered as they
 * are read.
 */
final class WatermarkOutline {

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final float WIDTH = 620;
    private static final float HEIGHT = 220;
    private static final int LARGEST = 84;
    private static final int READABLE = 28;
    private static final int SMALLEST = 12;
    private static final int STEP = 4;
    private static final double LINE = 1.2;
    private static final double RISING = Math.toRadians(50);

    private final String text;
    private final Glyphs glyphs;

    private WatermarkOutline(String text, Glyphs glyphs) {
        this.text = text;
        this.glyphs = glyphs;
    }

    static Shape of(Watermark watermark, Glyphs glyphs) {
        return new WatermarkOutline(glyphs.shown(watermark.text()), glyphs).shape();
    }

    private Shape shape() {
        int size = largest(READABLE, true).or(() -> largest(SMALLEST, false)).orElse(SMALLEST);
        return centred(lines(size, false), size);
    }

    /** Words are kept whole as long as that does not make them small. */
    private Optional<Integer> largest(int smallest, boolean whole) {
        return IntStream.iterate(LARGEST, size -> size >= smallest, size -> size - STEP)
                .filter(size -> fits(size, whole))
                .boxed()
                .findFirst();
    }

    private boolean fits(int size, boolean whole) {
        var lines = lines(size, whole);
        return !lines.isEmpty() && lines.size() * size * LINE <= HEIGHT;
    }

    /** None where a word is wider than a line and is to be kept whole. */
    private List<TextLayout> lines(int size, boolean whole) {
        var letters = letters(size).getIterator();
        var measurer = new LineBreakMeasurer(letters, EXACT);
        var lines = new ArrayList<TextLayout>();
        while (measurer.getPosition() < letters.getEndIndex()) {
            var line = measurer.nextLayout(WIDTH, letters.getEndIndex(), whole);
            if (line == null) {
                return List.of();
            }
            lines.add(line);
        }
        return lines;
    }

    private AttributedString letters(int size) {
        var letters = new AttributedString(text);
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int codePoint = text.codePointAt(at);
            var font = glyphs.fontOf(codePoint).deriveFont((float) size);
            letters.addAttribute(TextAttribute.FONT, font, at, at + Character.charCount(codePoint));
        }
        return letters;
    }

    private static Shape centred(List<TextLayout> lines, int size) {
        var shape = new Path2D.Double(Path2D.WIND_NON_ZERO);
        double baseline = size * (0.35 - (lines.size() - 1) * LINE / 2);
        for (TextLayout line : lines) {
            var to = AffineTransform.getTranslateInstance(-line.getVisibleAdvance() / 2, baseline);
            shape.append(line.getOutline(to), false);
            baseline += size * LINE;
        }
        var upwards = AffineTransform.getRotateInstance(RISING);
        upwards.scale(1, -1);
        return upwards.createTransformedShape(shape);
    }
}
