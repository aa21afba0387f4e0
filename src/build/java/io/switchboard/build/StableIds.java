package io.switchboard.build;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import net.sf.jasperreports.engine.JRElement;
import net.sf.jasperreports.engine.JRElementGroup;
import net.sf.jasperreports.engine.design.JRDesignDataset;
import net.sf.jasperreports.engine.design.JRDesignElement;
import net.sf.jasperreports.engine.design.JasperDesign;
import net.sf.jasperreports.engine.util.JRElementsVisitor;
import net.sf.jasperreports.engine.util.UniformElementVisitor;

/** JasperReports gives random ids to what has none; counted ones make the same template compile to the same bytes. */
final class StableIds extends UniformElementVisitor {

    private int count;

    private StableIds() {}

    static void giveTo(JasperDesign design) {
        var ids = new StableIds();
        ((JRDesignDataset) design.getMainDataset()).setUUID(ids.next());
        JRElementsVisitor.visitReport(design, ids);
    }

    @Override
    protected void visitElement(JRElement element) {
        ((JRDesignElement) element).setUUID(next());
    }

    @Override
    public void visitElementGroup(JRElementGroup group) {
        // a group has no id
    }

    private UUID next() {
        return UUID.nameUUIDFromBytes(Integer.toString(count++).getBytes(StandardCharsets.US_ASCII));
    }
}
