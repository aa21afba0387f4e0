package io.switchboard.platform.documents;

import net.sf.jasperreports.renderers.Renderable;
import net.sf.jasperreports.renderers.SimpleDataRenderer;

/** A picture that the portal drew itself, for a template; what comes from outside is a {@link DocumentLogo}. */
public final class DrawnPicture {

    private DrawnPicture() {}

    public static Renderable of(byte[] png) {
        return SimpleDataRenderer.getInstance(png);
    }
}
