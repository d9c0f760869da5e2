package rescue.hospital.protocol.have;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import rescue.dispatch.shell.web.ApiFailure;
import rescue.dispatch.shell.web.ProblemCode;

/**
 * Reads XML of strangers. A message has no document type: whoever sends one wants entities, and entities are how a message
 * of a hundred bytes becomes a gigabyte or reads our files. It is refused at the word, before anything in it is looked at.
 */
final class SafeXml {

    /** A hospital's report has some ten levels, its envelope six more. */
    private static final int DEEPEST = 40;

    /** A report of thirty kinds of bed has three hundred elements. */
    private static final int MOST_ELEMENTS = 10_000;

    private final XMLStreamReader reader;
    private int elements;

    private SafeXml(XMLStreamReader reader) {
        this.reader = reader;
    }

    /** The root of a message. */
    static XmlTree read(byte[] message) {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new ByteArrayInputStream(message));
            try {
                return new SafeXml(reader).root();
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            throw broken(e);
        } catch (RuntimeException e) {
            // Some broken beginnings, such as a wrong encoding, leave the parser of the JDK by an exception of another
            // kind.
            throw e instanceof ApiFailure ? e : new ApiFailure(ProblemCode.XML_BROKEN, 1, 1);
        }
    }

    /** A new one each time: no state of one message is there when the next is read. */
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }

    private XmlTree root() throws XMLStreamException {
        Deque<Open> open = new ArrayDeque<>();
        XmlTree root = null;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD -> throw new ApiFailure(ProblemCode.XML_DOCTYPE);
                case XMLStreamConstants.ENTITY_REFERENCE -> throw new ApiFailure(ProblemCode.XML_ENTITY);
                case XMLStreamConstants.START_ELEMENT -> open.push(enter(open));
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.peek().text.append(reader.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    XmlTree done = open.pop().close();
                    if (open.isEmpty()) {
                        root = done;
                    } else {
                        open.peek().children.add(done);
                    }
                }
                default -> {} // comments and instructions to processors say nothing to us
            }
        }
        if (root == null) {
            throw new ApiFailure(ProblemCode.XML_BROKEN, 1, 1);
        }
        return root;
    }

    private Open enter(Deque<Open> open) {
        if (open.size() >= DEEPEST || ++elements > MOST_ELEMENTS) {
            throw new ApiFailure(ProblemCode.XML_TOO_MUCH, DEEPEST, MOST_ELEMENTS);
        }
        String name = reader.getLocalName();
        Open parent = open.peek();
        XmlTree.Way way = parent == null ? new XmlTree.Way(null, name, 1) : parent.wayTo(name);
        return new Open(reader.getNamespaceURI(), name, way);
    }

    private static ApiFailure broken(XMLStreamException e) {
        var at = e.getLocation();
        return at == null
                ? new ApiFailure(ProblemCode.XML_BROKEN, 1, 1)
                : new ApiFailure(
                        ProblemCode.XML_BROKEN, Math.max(1, at.getLineNumber()), Math.max(1, at.getColumnNumber()));
    }

    /** An element whose end has not come yet. */
    private static final class Open {

        private final String namespace;
        private final String name;
        private final XmlTree.Way way;
        private final StringBuilder text = new StringBuilder();
        private final List<XmlTree> children = new ArrayList<>();
        private final Map<String, Integer> brothers = new HashMap<>();

        Open(@Nullable String namespace, String name, XmlTree.Way way) {
            this.namespace = namespace == null ? "" : namespace;
            this.name = name;
            this.way = way;
        }

        XmlTree.Way wayTo(String child) {
            return new XmlTree.Way(way, child, brothers.merge(child, 1, Integer::sum));
        }

        XmlTree close() {
            return new XmlTree(namespace, name, text.toString().strip(), way, children);
        }
    }
}
