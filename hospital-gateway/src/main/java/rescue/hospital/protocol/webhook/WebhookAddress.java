package rescue.hospital.protocol.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where news may be sent: by TLS anywhere, in clear only within a private network, to this machine itself only where that
 * is said to be fine. We would send there whatever an administrator enters, and he may have been asked to.
 */
final class WebhookAddress {

    private static final int LONGEST = 500;

    private static final Pattern PRIVATE = Pattern.compile(
            "10(\\.\\d{1,3}){3}|192\\.168(\\.\\d{1,3}){2}|172\\.(1[6-9]|2\\d|3[01])(\\.\\d{1,3}){2}|\\[f[cd][0-9a-f:]+]");

    private static final Pattern HERE =
            Pattern.compile("localhost|.*\\.localhost|127(\\.\\d{1,3}){3}|0(\\.\\d{1,3}){3}|\\[::1?]|\\[::ffff:.*]");

    /** Addresses that a machine gives itself, among them the one where clouds keep their keys. */
    private static final Pattern LINK_LOCAL = Pattern.compile("169\\.254(\\.\\d{1,3}){2}|\\[fe80:.*]");

    /** A number, or hexadecimal: another way of writing an address, so as not to be seen. */
    private static final Pattern DISGUISED =
            Pattern.compile("\\d+|0x.*|.*\\.0x.*|(\\d+\\.){1,2}\\d+|(\\d+\\.)*0\\d+(\\.\\d+)*");

    private WebhookAddress() {}

    /** Empty when nothing may be sent there. */
    static Optional<URI> read(String text, boolean thisMachineToo) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI url = new URI(text);
            return mayBe(url, thisMachineToo) ? Optional.of(url) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean mayBe(URI url, boolean thisMachineToo) {
        if (url.getHost() == null || url.getUserInfo() != null || url.getFragment() != null) {
            return false;
        }
        String host = url.getHost().toLowerCase(Locale.ROOT);
        boolean here = HERE.matcher(host).matches();
        if (LINK_LOCAL.matcher(host).matches() || DISGUISED.matcher(host).matches() || (here && !thisMachineToo)) {
            return false;
        }
        boolean secure = "https".equalsIgnoreCase(url.getScheme());
        boolean clear = "http".equalsIgnoreCase(url.getScheme());
        return secure || (clear && (here || PRIVATE.matcher(host).matches()));
    }
}
