package rescue.deploy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The project's own manners: links that lead somewhere, nothing left to do, nothing of one machine, files one can read. */
class TidyTest {

    private static final Path ROOT = Path.of("").toAbsolutePath().resolve("..").normalize();

    /** What a build or a run makes; never kept. */
    private static final Set<String> MADE =
            Set.of(".git", "target", "node_modules", "dist", "var", "test-results", ".idea", ".vscode");

    private static final Set<String> TEXT = Set.of(
            "java",
            "md",
            "ts",
            "tsx",
            "mjs",
            "js",
            "css",
            "html",
            "json",
            "yaml",
            "xml",
            "sql",
            "properties",
            "sh",
            "csv",
            "options",
            "config",
            "svg");

    /** Not written here as they are banned, or this file would be found. */
    private static final Pattern BANNED = Pattern.compile(String.join(
            "|",
            "\\bTO" + "DO\\b",
            "\\bFIX" + "ME\\b",
            "\\bX" + "XX\\b",
            "/ro" + "ot/",
            "/ho" + "me/",
            "/wo" + "rk/",
            "registry\\." + "[a-z]",
            "repo1?\\.ma" + "ven"));

    /** What a reader keeps in mind; most are under 150. */
    private static final int LONGEST_SOURCE_LINES = 400;

    /** {@code [text](target)}; code spans are no links. */
    private static final Pattern LINK = Pattern.compile("\\[[^]]*]\\(([^)\\s]+)\\)");

    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    @Test
    void every_link_of_every_document_leads_to_a_file_or_heading() {
        var broken = new ArrayList<String>();
        for (Path document : files(path -> path.toString().endsWith(".md"))) {
            for (String target : LINK.matcher(read(document))
                    .results()
                    .map(match -> match.group(1))
                    .toList()) {
                if (!isOutside(target) && !leadsSomewhere(document, target)) {
                    broken.add(ROOT.relativize(document) + " -> " + target);
                }
            }
        }
        assertEquals(List.of(), broken);
    }

    @Test
    void nothing_is_left_to_do_and_nothing_belongs_to_one_machine() {
        var found = new ArrayList<String>();
        for (Path file : files(TidyTest::isText)) {
            BANNED.matcher(read(file))
                    .results()
                    .map(MatchResult::group)
                    .forEach(word -> found.add(ROOT.relativize(file) + ": " + word));
        }
        assertEquals(List.of(), found);
    }

    @Test
    void every_source_can_be_read_in_one_sitting() {
        var tooLong = new ArrayList<String>();
        for (Path source : files(TidyTest::isMainSource)) {
            long lines = read(source).lines().count();
            if (lines > LONGEST_SOURCE_LINES) {
                tooLong.add(ROOT.relativize(source) + ": " + lines);
            }
        }
        assertEquals(List.of(), tooLong);
    }

    @Test
    void the_project_is_looked_at_and_not_an_empty_folder() {
        assertTrue(files(path -> path.endsWith("README.md")).contains(ROOT.resolve("README.md")));
        assertTrue(files(TidyTest::isText).size() > 300);
    }

    private static boolean isOutside(String target) {
        return target.startsWith("https://") || target.startsWith("http://");
    }

    private static boolean leadsSomewhere(Path document, String target) {
        int hash = target.indexOf('#');
        String file = hash < 0 ? target : target.substring(0, hash);
        Path aim = file.isEmpty() ? document : document.resolveSibling(file).normalize();
        if (!Files.exists(aim)) {
            return false;
        }
        return hash < 0 || headings(aim).anyMatch(target.substring(hash + 1)::equals);
    }

    /** The names by which a heading is linked: lower case, no signs, hyphens for spaces. */
    private static Stream<String> headings(Path document) {
        return HEADING.matcher(read(document))
                .results()
                .map(match -> match.group(1)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'));
    }

    /** What people write and read; types made from the contract at build are neither. */
    private static boolean isMainSource(Path file) {
        String path = ROOT.relativize(file).toString();
        if (path.endsWith(".java")) {
            return path.contains("src/main/");
        }
        return (path.endsWith(".ts") || path.endsWith(".tsx")) && !path.endsWith(".d.ts");
    }

    private static boolean isText(Path file) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot < 0 || TEXT.contains(name.substring(dot + 1));
    }

    private static List<Path> files(Predicate<Path> wanted) {
        var found = new ArrayList<Path>();
        try {
            Files.walkFileTree(ROOT, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    boolean made = MADE.contains(folder.getFileName().toString());
                    return made ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && wanted.test(file)) {
                        found.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort(null);
        return found;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
