package dev.revgraph.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One page of Markdown in the repository. */
public record Page(Path file, String text) {

    private static final Pattern HEADING = Pattern.compile("^(#{1,6}) (.+)$");
    private static final Pattern NO_ANCHOR = Pattern.compile("[^\\p{L}\\p{N} _-]");

    /** The repository's folder, whichever module's tests run. */
    public static Path repository() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("docs")) && Files.isRegularFile(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new IllegalStateException("The tests do not run inside the repository.");
    }

    /** The page of this name, counted from the repository's folder: {@code docs/reference.md}. */
    public static Page read(String name) {
        try {
            Path file = repository().resolve(name);
            return new Page(file, Files.readString(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Every page, sorted by its path. */
    public static List<Page> all() {
        Path root = repository();
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(root::relativize)
                    .map(path -> path.toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".md"))
                    .filter(name -> Arrays.stream(name.split("/"))
                            .noneMatch(part -> part.equals("target") || part.startsWith(".")))
                    .sorted()
                    .map(Page::read)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The guides: what lies in {@code docs} itself, and the README. */
    public static List<Page> guides() {
        return all().stream().filter(page -> !page.name().contains("decisions")).toList();
    }

    /** From the repository's folder, with slashes. */
    public String name() {
        return repository().relativize(file).toString().replace('\\', '/');
    }

    public List<Block> blocks() {
        return new PageReader(name(), text).blocks();
    }

    /** The blocks below a heading, down to the next one. */
    public List<Block> blocks(String heading) {
        List<Block> found = blocks().stream()
                .filter(block -> block.heading().equals(heading))
                .toList();
        if (found.isEmpty()) {
            throw new AssertionError(name() + " has no blocks below a heading \"" + heading + "\".");
        }
        return found;
    }

    /** The rows of the table below a heading, without its head. */
    public List<List<String>> table(String heading) {
        List<List<String>> rows = new PageReader(name(), text).table(heading);
        if (rows.isEmpty()) {
            throw new AssertionError(name() + " has no table below a heading \"" + heading + "\".");
        }
        return rows;
    }

    public List<String> headings() {
        return text.lines()
                .map(HEADING::matcher)
                .filter(java.util.regex.Matcher::matches)
                .map(matcher -> matcher.group(2))
                .toList();
    }

    /** What a link may name after {@code #}, as GitHub makes it of headings. */
    public Set<String> anchors() {
        return headings().stream()
                .map(heading -> NO_ANCHOR
                        .matcher(heading.toLowerCase(Locale.ROOT))
                        .replaceAll("")
                        .replace(' ', '-'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public String toString() {
        return name();
    }
}
