package rescue.hospital.protocol.have;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rescue.hospital.protocol.Counts;

/**
 * One element of a message that was read: its name, its own text, and what is in it.
 *
 * @param namespace empty when it has none
 * @param text its own, without that of its children; blanks at both ends removed
 * @param way from the root to here
 */
record XmlTree(String namespace, String name, String text, Way way, List<XmlTree> children) {

    /**
     * The way to an element. Put together only when it is asked for: written out for each element, a message of long names
     * would take a thousand times its size.
     *
     * @param place among the brothers of that name, 1 for the first
     */
    record Way(@Nullable Way parent, String name, int place) {

        String written() {
            String here = "/" + Counts.shown(name) + (place == 1 ? "" : "[" + place + "]");
            return parent == null ? here : parent.written() + here;
        }
    }

    XmlTree {
        children = List.copyOf(children);
    }

    /** From the root to here, as a reader of the message would count. */
    String path() {
        return way.written();
    }

    boolean is(String ofNamespace, String ofName) {
        return name.equals(ofName) && namespace.equals(ofNamespace);
    }

    /** Those directly in it with that name, in its own namespace. */
    Stream<XmlTree> all(String childName) {
        return children.stream().filter(child -> child.is(namespace, childName));
    }

    /** The first one along those names, each in its own namespace. */
    Optional<XmlTree> find(String... names) {
        Optional<XmlTree> at = Optional.of(this);
        for (String each : names) {
            at = at.flatMap(element -> element.all(each).findFirst());
        }
        return at;
    }

    /** The first one directly in it with that name, whatever its namespace. */
    Optional<XmlTree> findAnywhere(String... names) {
        Optional<XmlTree> at = Optional.of(this);
        for (String each : names) {
            at = at.flatMap(element -> element.children.stream()
                    .filter(child -> child.name.equals(each))
                    .findFirst());
        }
        return at;
    }

    /** Itself and whatever is in it. */
    Stream<XmlTree> deep() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(XmlTree::deep));
    }
}
