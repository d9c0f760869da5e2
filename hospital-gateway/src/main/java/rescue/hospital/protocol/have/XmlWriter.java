package rescue.hospital.protocol.have;

import java.io.StringWriter;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes elements one after another; a prefix is bound once, at the root. */
final class XmlWriter {

    /** A part that writes itself. */
    @FunctionalInterface
    interface Part {
        void write();
    }

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter writer;
    private final Map<String, String> prefixes;

    /**
     * An empty document.
     *
     * @param prefixes namespace by prefix
     */
    XmlWriter(Map<String, String> prefixes) {
        this.prefixes = prefixes;
        try {
            writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            writer.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    /** The document, whose root binds the prefixes. */
    String document(String root, Part inside) {
        element(root, () -> {
            bind();
            inside.write();
        });
        return text.toString();
    }

    /**
     * An element with others in it.
     *
     * @param name with its prefix
     */
    void element(String name, Part inside) {
        try {
            String prefix = name.substring(0, name.indexOf(':'));
            writer.writeStartElement(prefix, name.substring(prefix.length() + 1), namespace(prefix));
            inside.write();
            writer.writeEndElement();
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    /** An element with a text in it. */
    void text(String name, String value) {
        element(name, () -> {
            try {
                writer.writeCharacters(permitted(value));
            } catch (XMLStreamException e) {
                throw impossible(e);
            }
        });
    }

    private void bind() {
        try {
            for (var prefix : prefixes.entrySet()) {
                writer.writeNamespace(prefix.getKey(), prefix.getValue());
            }
        } catch (XMLStreamException e) {
            throw impossible(e);
        }
    }

    private String namespace(String prefix) {
        String namespace = prefixes.get(prefix);
        if (namespace == null) {
            throw new IllegalArgumentException("no such prefix: " + prefix);
        }
        return namespace;
    }

    /** Without what XML 1.0 cannot carry at all, not even escaped: control characters and halves of surrogate pairs. */
    private static String permitted(String value) {
        StringBuilder permitted = new StringBuilder(value.length());
        value.codePoints()
                .filter(each -> each == '\t'
                        || each == '\n'
                        || each == '\r'
                        || (each >= 0x20 && each <= 0xD7FF)
                        || (each >= 0xE000 && each <= 0xFFFD)
                        || each >= 0x10000)
                .forEach(permitted::appendCodePoint);
        return permitted.toString();
    }

    private static IllegalStateException impossible(XMLStreamException e) {
        return new IllegalStateException("a string takes whatever is written", e);
    }
}
