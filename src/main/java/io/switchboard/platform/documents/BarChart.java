package io.switchboard.platform.documents;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Dimension2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import net.sf.jasperreports.engine.DefaultJasperReportsContext;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.engine.fonts.FontUtil;
import net.sf.jasperreports.renderers.AbstractRenderToImageDataRenderer;

/**
 * A stacked bar chart as vectors, with the sum above each bar and its name below. Text is drawn as outlines, so that a document needs no font for it; what it shows has to stand in the document as text
 * or as the picture's description too.
 */
public final class BarChart extends AbstractRenderToImageDataRenderer {

    private static final long serialVersionUID = 1L;
    private static final int WIDTH = 495;
    private static final int HEIGHT = 120;
    private static final int FINE = 2;
    private static final double LABEL = 14;
    private static final float SIZE = 8;
    private static final Color INK = new Color(0x344054);
    private static final Color RULE = new Color(0xD0D5DD);

    /** One bar: its name, and the numbers that are stacked from the ground up. */
    public record Bar(String name, List<Long> numbers) {

        public Bar {
            numbers = List.copyOf(numbers);
        }

        long sum() {
            return numbers.stream().mapToLong(Long::longValue).sum();
        }
    }

    private final transient List<Bar> bars;
    private final transient List<Color> colours;

    private BarChart(List<Bar> bars, List<Color> colours) {
        this.bars = List.copyOf(bars);
        this.colours = List.copyOf(colours);
    }

    /**
     * @param colours #RRGGBB, one for each number of a bar
     * @throws IllegalArgumentException where a bar has another number of numbers
     */
    public static BarChart of(List<Bar> bars, List<String> colours) {
        if (bars.stream().anyMatch(bar -> bar.numbers().size() != colours.size())) {
            throw new IllegalArgumentException("every bar has " + colours.size() + " numbers, one for each colour");
        }
        return new BarChart(bars, colours.stream().map(Color::decode).toList());
    }

    @Override
    public Dimension2D getDimension(JasperReportsContext context) {
        return new Dimension(WIDTH, HEIGHT);
    }

    @Override
    public void render(JasperReportsContext context, Graphics2D canvas, Rectangle2D box) {
        var g = (Graphics2D) canvas.create();
        g.translate(box.getX(), box.getY());
        g.scale(box.getWidth() / WIDTH, box.getHeight() / HEIGHT);
        double ground = HEIGHT - LABEL;
        g.setColor(RULE);
        g.fill(new Rectangle2D.Double(0, ground, WIDTH, 0.6));
        var font = FontUtil.getInstance(context)
                .getFontInfo("Roboto", null)
                .getFontFamily()
                .getNormalFace()
                .getFont()
                .deriveFont(SIZE);
        double slot = (double) WIDTH / Math.max(1, bars.size());
        for (int at = 0; at < bars.size(); at++) {
            draw(g, bars.get(at), at * slot, slot, ground, font);
        }
        g.dispose();
    }

    /** The same as a picture for files: PNG on white, twice as fine as a screen; the same bars make the same bytes. */
    public byte[] png() {
        var image = new BufferedImage(WIDTH * FINE, HEIGHT * FINE, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, image.getWidth(), image.getHeight());
        render(
                DefaultJasperReportsContext.getInstance(),
                canvas,
                new Rectangle2D.Double(0, 0, image.getWidth(), image.getHeight()));
        canvas.dispose();
        return written(image);
    }

    private static byte[] written(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes every picture", e);
        }
        return bytes.toByteArray();
    }

    private void draw(Graphics2D g, Bar bar, double x, double slot, double ground, Font font) {
        double scale = (ground - LABEL) / Math.max(1, highest());
        double top = ground;
        for (int part = 0; part < colours.size(); part++) {
            double height = bar.numbers().get(part) * scale;
            top -= height;
            g.setColor(colours.get(part));
            g.fill(new Rectangle2D.Double(x + slot * 0.2, top, slot * 0.6, height));
        }
        g.setColor(INK);
        g.fill(centred(bar.name(), font, x + slot / 2, HEIGHT - 3.5));
        g.fill(centred(String.format(Locale.ENGLISH, "%,d", bar.sum()), font, x + slot / 2, top - 4));
    }

    private long highest() {
        return bars.stream().mapToLong(Bar::sum).max().orElse(0);
    }

    private static Shape centred(String text, Font font, double x, double y) {
        var outline = font.createGlyphVector(new FontRenderContext(null, true, true), text)
                .getOutline();
        var width = outline.getBounds2D().getWidth();
        return AffineTransform.getTranslateInstance(x - width / 2, y).createTransformedShape(outline);
    }
}
