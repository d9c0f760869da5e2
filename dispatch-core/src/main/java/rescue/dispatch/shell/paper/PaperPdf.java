package rescue.dispatch.shell.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.logging.Level;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The same paper for printers and telephones. Its letters travel in it: Liberation Sans (SIL Open Font License 1.1), which
 * comes with PDFBox and has every letter of Vietnamese.
 */
final class PaperPdf {

    private static final String FONT = "Liberation Sans";
    private static final String FONT_FILE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final int REGULAR = 400;

    // It tells of every step of every page otherwise; by its own names, for it sets the level of each itself when it
    // begins.
    static {
        XRLog.listRegisteredLoggers().forEach(name -> XRLog.setLevel(name, Level.SEVERE));
    }

    private PaperPdf() {}

    /** Takes a second of a core for a full board: not for the event loop. */
    static byte[] of(String html) {
        var pdf = new ByteArrayOutputStream();
        var renderer = new PdfRendererBuilder();
        renderer.useFont(PaperPdf::font, FONT, REGULAR, FontStyle.NORMAL, true);
        // Nothing is fetched for it, whatever somebody wrote.
        renderer.useExternalResourceAccessControl(
                (address, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        renderer.withHtmlContent(html, null);
        renderer.toStream(pdf);
        try {
            renderer.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private static InputStream font() {
        InputStream font = PDDocument.class.getResourceAsStream(FONT_FILE);
        if (font == null) {
            throw new IllegalStateException("PDFBox came without " + FONT_FILE);
        }
        return font;
    }
}
