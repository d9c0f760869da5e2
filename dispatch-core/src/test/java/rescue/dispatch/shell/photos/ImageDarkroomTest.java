package rescue.dispatch.shell.photos;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageWriteParam;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import rescue.dispatch.port.Darkroom.Developed;
import rescue.dispatch.port.Darkroom.Fault;
import rescue.dispatch.port.Darkroom.Picture;
import rescue.dispatch.port.Darkroom.Unusable;

class ImageDarkroomTest {

    private static final Map<Integer, String> COLOURS =
            Map.of(0xFF0000, "red", 0x00FF00, "green", 0x0000FF, "blue", 0xFFFFFF, "white");

    /** Whoever looks at a photo must not have to turn his head. Corners: above left and right, below left and right. */
    @ParameterizedTest(name = "held {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            1 | red green blue white | 400x200
            2 | green red white blue | 400x200
            3 | white blue green red | 400x200
            4 | blue white red green | 400x200
            5 | red blue green white | 200x400
            6 | blue red white green | 200x400
            7 | white green blue red | 200x400
            8 | green white red blue | 200x400
            9 | red green blue white | 400x200
            """)
    void is_turned_as_the_camera_was_held(int orientation, String corners, String size) {
        Picture picture = developed(Pictures.held(Pictures.jpeg(400, 200), orientation));
        assertEquals(size, picture.width() + "x" + picture.height());
        assertEquals(corners, corners(Pictures.read(picture.jpeg())));
    }

    @ParameterizedTest(name = "{0}x{1} becomes {2}x{3}")
    @CsvSource({
        "400, 300, 400, 300",
        "1600, 1200, 1600, 1200",
        "4032, 3024, 1600, 1200",
        "3024, 4032, 1200, 1600",
        "5000, 5000, 1600, 1600",
        "9000, 20, 1600, 4",
        "20000, 3, 1600, 1",
        "1, 1, 1, 1"
    })
    void is_scaled_down_and_never_up(int width, int height, int keptWidth, int keptHeight) {
        Picture picture = developed(Pictures.jpeg(width, height));
        assertEquals(keptWidth + "x" + keptHeight, picture.width() + "x" + picture.height());
        BufferedImage kept = Pictures.read(picture.jpeg());
        assertEquals(keptWidth + "x" + keptHeight, kept.getWidth() + "x" + kept.getHeight());
    }

    @Test
    void nothing_that_the_camera_wrote_is_kept() {
        byte[] sent = Pictures.held(Pictures.jpeg(400, 200), 6);
        sent = Pictures.withSegment(sent, 0xFE, "taken by Nguyễn Văn A".getBytes(StandardCharsets.UTF_8));
        assertTrue(latin(sent).contains("22.3471N") && latin(sent).contains("taken by"));
        String kept = latin(developed(sent).jpeg());
        assertFalse(kept.contains("Exif") || kept.contains("22.3471N") || kept.contains("taken by"), kept);
    }

    @Test
    void what_comes_after_the_end_is_not_kept() {
        byte[] jpeg = Pictures.jpeg(40, 40);
        byte[] motion = Arrays.copyOf(jpeg, jpeg.length + 1_000);
        assertArrayEquals(developed(jpeg).jpeg(), developed(motion).jpeg());
    }

    @Test
    void a_screenshot_is_a_picture_too_and_stands_on_white_where_it_is_transparent() {
        assertEquals(
                "red green blue white",
                corners(Pictures.read(developed(Pictures.png(300, 200)).jpeg())));
        var glass = new BufferedImage(50, 50, BufferedImage.TYPE_INT_ARGB);
        byte[] png = Pictures.write(glass, "png", ImageWriteParam.MODE_DISABLED);
        assertEquals(
                "white white white white", corners(Pictures.read(developed(png).jpeg())));
    }

    @Test
    void forty_million_pixels_are_read() {
        Picture picture = developed(Pictures.blackPng(8_000, 5_000));
        assertEquals("1600x1000", picture.width() + "x" + picture.height());
    }

    @Test
    void a_profile_packed_a_thousand_times_over_is_not_unpacked() {
        byte[] bomb =
                Pictures.chunk("zTXt", concat("k\0\0".getBytes(StandardCharsets.US_ASCII), Pictures.packed(1L << 27)));
        byte[] file = Pictures.blackPng(64, 64, bomb);
        assertTrue(file.length > 100_000, "128 MB, packed");
        PngFile png = PngFile.read(file).orElseThrow();
        assertTrue(png.bare().array().length < 200, "it never reaches the reader");
        assertNotNull(developed(file));
    }

    static Stream<Arguments> refused() {
        byte[] jpeg = Pictures.jpeg(400, 300);
        byte[] png = Pictures.png(400, 300);
        return Stream.of(
                arguments("nothing", new byte[0], Fault.NOT_READABLE),
                arguments("text", "đây không phải là ảnh".getBytes(StandardCharsets.UTF_8), Fault.NOT_READABLE),
                arguments("a page", "<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8), Fault.NOT_READABLE),
                arguments("the beginning of a JPEG", Arrays.copyOf(jpeg, 3), Fault.NOT_READABLE),
                arguments("a JPEG without its size", Arrays.copyOf(jpeg, 20), Fault.NOT_READABLE),
                arguments("half a JPEG", Arrays.copyOf(jpeg, jpeg.length / 2), Fault.INCOMPLETE),
                arguments("a JPEG less two bytes", Arrays.copyOf(jpeg, jpeg.length - 2), Fault.INCOMPLETE),
                arguments("half a PNG", Arrays.copyOf(png, png.length / 2), Fault.INCOMPLETE),
                arguments("a PNG less one byte", Arrays.copyOf(png, png.length - 1), Fault.INCOMPLETE),
                arguments("the beginning of a PNG", Arrays.copyOf(png, 20), Fault.NOT_READABLE),
                arguments("a GIF, perhaps animated", Pictures.gif(40, 30), Fault.OTHER_FORMAT),
                arguments("WebP", "RIFF\1\2\3\4WEBPVP8 ".getBytes(StandardCharsets.ISO_8859_1), Fault.OTHER_FORMAT),
                arguments("HEIC", "\0\0\0\30ftypheic".getBytes(StandardCharsets.ISO_8859_1), Fault.OTHER_FORMAT),
                arguments("a bitmap", "BM      ".getBytes(StandardCharsets.ISO_8859_1), Fault.OTHER_FORMAT),
                arguments("TIFF", "MM\0*    ".getBytes(StandardCharsets.ISO_8859_1), Fault.OTHER_FORMAT),
                arguments("40 million pixels and a row", Pictures.blackPng(8_000, 5_001), Fault.TOO_LARGE),
                arguments("a gigapixel in 120 KB", Pictures.blackPng(31_000, 31_000), Fault.TOO_LARGE),
                arguments("a JPEG that claims 65,000 squared", claiming(jpeg, 65_000), Fault.TOO_LARGE),
                arguments(
                        "a progressive one of 20 million",
                        claiming(Pictures.progressive(40, 40), 4_500),
                        Fault.TOO_LARGE),
                arguments("500 scans", Pictures.manyScans(Pictures.progressive(64, 64), 500), Fault.TOO_LARGE),
                arguments("no width", claiming(jpeg, 0), Fault.NOT_READABLE),
                arguments("a PNG of no height", Pictures.blackPng(8, 0), Fault.NOT_READABLE),
                arguments("a PNG whose picture is not packed at all", unpacked(), Fault.NOT_READABLE));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("refused")
    void is_refused(String story, byte[] file, Fault fault) {
        assertEquals(new Unusable(fault), develop(file));
    }

    @Test
    void what_is_no_base64_is_no_picture() {
        assertEquals(new Unusable(Fault.NOT_READABLE), ImageDarkroom.developNow("data:image/jpeg;base64,/9j/"));
    }

    @Test
    void a_progressive_picture_is_a_picture() {
        assertEquals(
                "red green blue white",
                corners(Pictures.read(developed(Pictures.progressive(300, 200)).jpeg())));
    }

    /** Whatever the line, the disk or somebody's malice makes of a file: an answer, never an exception. */
    @Test
    void a_thousand_broken_files_get_an_answer_each() {
        Random chance = new Random(20_260_702);
        byte[][] whole = {Pictures.held(Pictures.jpeg(120, 90), 6), Pictures.progressive(120, 90), Pictures.png(120, 90)
        };
        int kept = 0;
        for (int i = 0; i < 1_000; i++) {
            byte[] file = whole[i % whole.length].clone();
            for (int hits = 1 + chance.nextInt(8); hits > 0; hits--) {
                file[chance.nextInt(file.length)] = (byte) chance.nextInt(256);
            }
            int length = chance.nextInt(4) == 0 ? chance.nextInt(file.length) : file.length;
            kept += develop(Arrays.copyOf(file, length)) instanceof Picture ? 1 : 0;
        }
        assertTrue(kept > 0 && kept < 1_000, "some are still pictures, some are not: " + kept);
    }

    private static byte[] claiming(byte[] jpeg, int side) {
        return Pictures.claiming(jpeg, side, side);
    }

    private static byte[] unpacked() {
        byte[] file = Pictures.blackPng(64, 64);
        byte[] data = Pictures.chunk("IDAT", new byte[] {1, 2, 3, 4, 5, 6, 7, 8});
        byte[] head = Arrays.copyOf(file, 8 + 25);
        return concat(concat(head, data), Pictures.chunk("IEND", new byte[0]));
    }

    private static byte[] concat(byte[] some, byte[] more) {
        byte[] both = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, both, some.length, more.length);
        return both;
    }

    private static String corners(BufferedImage picture) {
        int right = picture.getWidth() * 3 / 4;
        int below = picture.getHeight() * 3 / 4;
        int left = picture.getWidth() / 4;
        int above = picture.getHeight() / 4;
        return Stream.of(
                        picture.getRGB(left, above),
                        picture.getRGB(right, above),
                        picture.getRGB(left, below),
                        picture.getRGB(right, below))
                .map(ImageDarkroomTest::colour)
                .collect(Collectors.joining(" "));
    }

    /** The nearest of the four: JPEG is not exact. */
    private static String colour(int rgb) {
        int rounded = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            rounded |= ((rgb >> shift & 0xFF) > 127 ? 0xFF : 0) << shift;
        }
        return COLOURS.getOrDefault(rounded, "?");
    }

    private static Picture developed(byte[] file) {
        return assertInstanceOf(Picture.class, develop(file));
    }

    private static Developed develop(byte[] file) {
        return ImageDarkroom.developNow(Base64.getEncoder().encodeToString(file));
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
