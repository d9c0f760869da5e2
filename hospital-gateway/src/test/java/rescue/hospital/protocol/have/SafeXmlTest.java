package rescue.hospital.protocol.have;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rescue.dispatch.shell.web.ApiFailure;
import rescue.dispatch.shell.web.ProblemCode;

/** XML that somebody sends to harm us. */
class SafeXmlTest {

    /** As large as a body may be at that door. */
    private static final int BODY = 64 * 1024;

    @Test
    void a_file_of_ours_is_never_read(@TempDir Path folder) throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "the secret");
        String message = "<!DOCTYPE a [<!ENTITY s SYSTEM \"" + secret.toUri() + "\">]><a>&s;</a>";
        assertEquals(ProblemCode.XML_DOCTYPE, refused(message));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a><a/>",
                "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a.dtd\"><a/>",
                "<!DOCTYPE a PUBLIC \"-//x\" \"http://127.0.0.1:1/a.dtd\"><a/>",
                "<!DOCTYPE a [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/p\"> %p;]><a/>",
                "<!DOCTYPE a [<!ATTLIST a b CDATA \"c\">]><a/>",
                "<?xml version=\"1.0\"?><!-- first --><!DOCTYPE a []><a/>"
            })
    void a_document_type_is_refused_at_the_word(String message) {
        assertEquals(ProblemCode.XML_DOCTYPE, refused(message));
    }

    @Test
    void a_billion_laughs_are_not_laughed() {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE l [<!ENTITY l0 \"ha\">");
        IntStream.rangeClosed(1, 9)
                .forEach(n -> laughs.append("<!ENTITY l")
                        .append(n)
                        .append(" \"")
                        .append(("&l" + (n - 1) + ";").repeat(10))
                        .append("\">"));
        assertEquals(
                ProblemCode.XML_DOCTYPE, refused(laughs.append("]><l>&l9;</l>").toString()));
    }

    @Test
    void a_document_type_hides_in_no_encoding() {
        String message = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>";
        assertEquals(ProblemCode.XML_DOCTYPE, refused(message, StandardCharsets.UTF_16));
    }

    @Test
    void what_is_too_deep_or_too_many_is_refused_before_it_is_kept() {
        assertEquals(ProblemCode.XML_TOO_MUCH, refused("<a>".repeat(BODY / 3)));
        assertEquals(ProblemCode.XML_TOO_MUCH, refused("<r>" + "<a/>".repeat(BODY / 4) + "</r>"));
    }

    /** Written out for each element, the way to it would take a gigabyte here. */
    @Test
    void long_names_cost_what_they_weigh() {
        String name = "n".repeat(900); // of more than a thousand the parser itself makes an end
        String deep = IntStream.range(0, 20).mapToObj(n -> "<" + name + ">").reduce("", String::concat);
        String back = IntStream.range(0, 20).mapToObj(n -> "</" + name + ">").reduce("", String::concat);
        XmlTree tree = SafeXml.read((deep + "<a/>".repeat(1000) + back).getBytes(StandardCharsets.UTF_8));
        assertEquals(1020, tree.deep().count());
        XmlTree last = tree.deep().reduce((one, other) -> other).orElseThrow();
        assertTrue(last.path().endsWith("/a[1000]"), last.path());
        assertTrue(last.path().length() < 1000, last.path());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{\"a\":1}",
                "<a>",
                "<a></b>",
                "<a>&nothing;</a>",
                "<a b='1' b='2'/>",
                "<a/><b/>",
                "<a xmlns:x='u'><y:z/></a>",
                "<?xml version='1.0' encoding='no-such'?><a/>",
                "<a>\u0001</a>"
            })
    void broken_xml_is_refused_and_breaks_nothing(String message) {
        ProblemCode code = refused(message);
        assertTrue(code == ProblemCode.XML_BROKEN || code == ProblemCode.XML_ENTITY, code + " for " + message);
    }

    @Test
    void what_xml_has_of_itself_is_understood() {
        XmlTree read = SafeXml.read(
                "<a><!-- c --><?p i?> x &lt;&#55;&amp;<![CDATA[<b>]]> </a>".getBytes(StandardCharsets.UTF_8));
        assertEquals("x <7&<b>", read.text());
    }

    private static ProblemCode refused(String message) {
        return refused(message, StandardCharsets.UTF_8);
    }

    private static ProblemCode refused(String message, Charset charset) {
        return assertThrows(ApiFailure.class, () -> SafeXml.read(message.getBytes(charset)))
                .code();
    }
}
