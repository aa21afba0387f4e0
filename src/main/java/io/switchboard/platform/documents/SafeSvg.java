package io.switchboard.platform.documents;

import java.io.ByteArrayInputStream;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Lets an SVG pass that consists of shapes, gradients and titles and points to nothing outside itself: no DTD, script, style
 * sheet, event handler, foreign content, embedded picture or address.
 */
final class SafeSvg {

    private static final Set<String> ELEMENTS = Set.of(
            "svg",
            "g",
            "defs",
            "title",
            "desc",
            "path",
            "rect",
            "circle",
            "ellipse",
            "line",
            "polyline",
            "polygon",
            "linearGradient",
            "radialGradient",
            "stop",
            "clipPath");

    private SafeSvg() {}

    /** @throws IllegalArgumentException saying what is in the way */
    static void check(byte[] svg) {
        try {
            var reader = reader(svg);
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamReader.START_ELEMENT -> checkElement(reader);
                    case XMLStreamReader.DTD,
                            XMLStreamReader.ENTITY_REFERENCE,
                            XMLStreamReader.PROCESSING_INSTRUCTION ->
                        throw refusal("it has a document type, an entity or a processing instruction");
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("a logo is PNG, JPEG or SVG; these bytes are none of them", e);
        }
    }

    private static XMLStreamReader reader(byte[] svg) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(new ByteArrayInputStream(svg));
    }

    private static void checkElement(XMLStreamReader reader) {
        if (!ELEMENTS.contains(reader.getLocalName())) {
            throw refusal("it has the element " + reader.getLocalName());
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            checkAttribute(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
    }

    private static void checkAttribute(String name, String value) {
        boolean handler = name.startsWith("on");
        boolean outward = name.equals("href")
                ? !value.startsWith("#")
                : value.replace("url(#", "").contains("url(");
        if (handler || outward || name.equals("base")) {
            throw refusal("its attribute " + name + " runs something or points outside");
        }
    }

    private static IllegalArgumentException refusal(String reason) {
        return new IllegalArgumentException("this SVG cannot be a logo because " + reason
                + "; save it as plain shapes (\"plain SVG\", text as paths)");
    }
}
