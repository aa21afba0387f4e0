package io.switchboard.platform.documents;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Dimension2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import net.sf.jasperreports.engine.JasperReportsContext;
import net.sf.jasperreports.renderers.AbstractRenderToImageDataRenderer;

/**
 * The signs that stand beside a state's word in documents, drawn as vectors on a disc of the state's colour. A template
 * asks for one by name: {@code StateIcon.of("check", "#1B7F4B")}.
 */
public final class StateIcon extends AbstractRenderToImageDataRenderer {

    private static final long serialVersionUID = 1L;
    private static final double GRID = 16;

    private enum Sign {
        CHECK,
        DASH,
        CLOCK,
        EXCLAMATION
    }

    private final Sign sign;
    private final Color colour;

    private StateIcon(Sign sign, Color colour) {
        this.sign = sign;
        this.colour = colour;
    }

    /**
     * @param sign check, dash, clock or exclamation
     * @param colour #RRGGBB
     * @throws IllegalArgumentException for another sign or no colour
     */
    public static StateIcon of(String sign, String colour) {
        return new StateIcon(Sign.valueOf(sign.toUpperCase(Locale.ROOT)), Color.decode(colour));
    }

    @Override
    public Dimension2D getDimension(JasperReportsContext context) {
        return new Dimension((int) GRID, (int) GRID);
    }

    @Override
    public void render(JasperReportsContext context, Graphics2D canvas, Rectangle2D box) {
        var g = (Graphics2D) canvas.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.translate(box.getX(), box.getY());
        g.scale(box.getWidth() / GRID, box.getHeight() / GRID);
        g.setColor(colour);
        g.fill(new Ellipse2D.Double(0, 0, GRID, GRID));
        g.setColor(Color.WHITE);
        g.setStroke(new BasicStroke(1.7f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(path());
        g.dispose();
    }

    private Path2D path() {
        return switch (sign) {
            case CHECK -> polyline(4.4, 8.3, 7, 10.9, 11.8, 5.6);
            case DASH -> polyline(4.8, 8, 11.2, 8);
            case CLOCK -> polyline(8, 4.2, 8, 8.2, 10.6, 9.8);
            case EXCLAMATION -> exclamation();
        };
    }

    private static Path2D exclamation() {
        var path = polyline(8, 4.2, 8, 8.6);
        path.append(polyline(8, 11.7, 8, 11.8), false);
        return path;
    }

    /** Points on a grid of 16 by 16. */
    private static Path2D polyline(double... points) {
        var path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        return path;
    }
}
