package rescue.story;

import static java.util.stream.Collectors.joining;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** Somebody with an old phone: reads pages, fills in forms, follows where they lead; no script, no account. */
final class Villager {

    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([a-z]+)\" value=\"([^\"]*)\">");

    private final Caller phone;

    Villager(ServerProcess server) {
        this.phone = Caller.anybody(server);
    }

    /** A page by its address. */
    Heard reads(String address) {
        return phone.send("GET", "/" + address, "");
    }

    /** The form as it comes, with a key of its own. */
    Map<String, String> opensForm() {
        return hidden(reads("/report").text());
    }

    /** What the page would send by itself. */
    static Map<String, String> hidden(String page) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher found = HIDDEN.matcher(page);
        while (found.find()) {
            fields.put(found.group(1), shown(found.group(2)));
        }
        return fields;
    }

    /** The form for what there is to add, with a key of its own. */
    Map<String, String> opensMore(String code) {
        return hidden(reads("/track/" + code).text());
    }

    /** As a browser sends a file. */
    Heard sendsPhoto(String code, byte[] file) {
        String boundary = "villager-" + UUID.randomUUID();
        String head = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"photo\"; filename=\"IMG 1.jpg\"\r\n"
                + "Content-Type: image/jpeg\r\n\r\n";
        String body = head + new String(file, StandardCharsets.ISO_8859_1) + "\r\n--" + boundary + "--\r\n";
        return phone.sendBytes(
                "/track/" + code + "/photos?lang=vi",
                body.getBytes(StandardCharsets.ISO_8859_1),
                "multipart/form-data; boundary=" + boundary);
    }

    /** A real JPEG. */
    static byte[] photo() throws IOException {
        var picture = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(3, 4, 0xff8800);
        var file = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpeg", file);
        return file.toByteArray();
    }

    Heard sends(Map<String, String> form) {
        return posts("/report", form);
    }

    Heard posts(String address, Map<String, String> form, String... headers) {
        String body = form.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(joining("&"));
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "application/x-www-form-urlencoded";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return phone.send("POST", "/" + address, body, all);
    }

    /** The code at the end of where a sent form leads. */
    static String codeIn(Heard answer) {
        return answer.header("Location").replaceAll(".*/track/([^?]+).*", "$1");
    }

    /** What an HTML text says to a reader: the five characters that the pages write otherwise. */
    static String shown(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
