package dev.revgraph.script;

import dev.revgraph.graph.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The files below the locations, and the fingerprints of their bytes. All that can be known of them while nobody has
 * asked the database yet; the bytes themselves are not kept.
 *
 * @param problems locations that cannot be used
 */
record FoundFiles(List<FoundFile> revisions, List<FoundFile> repeatables, List<Problem> problems) {

    private static final String LOCATIONS = "the property migration.locations or the option --location";
    private static final String REPEATABLE_LOCATIONS = "the property migration.repeatable-locations";

    /** Fewer files are read sooner than other threads begin. */
    private static final int WORTH_SHARING = 50;

    /** To be raised whenever the same files come to mean something else. */
    private static final byte VERSION = 1;

    FoundFiles {
        revisions = List.copyOf(revisions);
        repeatables = List.copyOf(repeatables);
        problems = List.copyOf(problems);
    }

    static FoundFiles of(RevisionSources sources) {
        List<Problem> problems = new ArrayList<>();
        ScriptFinder finder = new ScriptFinder(sources.classLoader(), problems);
        Collection<ScriptFile> revisions = finder.find(revisionLocations(sources), LOCATIONS);
        Collection<ScriptFile> repeatables = finder.find(sources.repeatables(), REPEATABLE_LOCATIONS);
        return new FoundFiles(eachOnce(fingerprinted(revisions)), eachOnce(fingerprinted(repeatables)), problems);
    }

    /**
     * A digest of all that the application brings: equal only if every file has the bytes it had, and the placeholders and
     * the Java revisions are the same. Empty if something cannot be read.
     */
    Optional<String> digest(RevisionSources sources) {
        boolean complete = problems.isEmpty()
                && Stream.concat(revisions.stream(), repeatables.stream()).allMatch(FoundFile::isReadable);
        if (!complete) {
            return Optional.empty();
        }
        TextDigest digest = new TextDigest(VERSION);
        revisions.forEach(
                file -> digest.add(file.file().name()).add(file.fingerprint().value()));
        digest.endList();
        repeatables.forEach(
                file -> digest.add(file.file().name()).add(file.fingerprint().value()));
        digest.endList();
        sources.placeholders().forEach((name, value) -> digest.add(name).add(value));
        digest.endList();
        sources.code().stream().map(CodeRevisionReader::identity).sorted().forEach(digest::add);
        return Optional.of(digest.close());
    }

    private static List<FoundFile> fingerprinted(Collection<ScriptFile> files) {
        return shared(files).map(FoundFile::of).toList();
    }

    /** A link has the bytes of what it leads to, so it is rarely worth to ask files where they are. */
    private static List<FoundFile> eachOnce(List<FoundFile> files) {
        Set<String> contents = new HashSet<>(2 * files.size());
        boolean different = true;
        for (FoundFile file : files) {
            different &= contents.add(file.fingerprint().value());
        }
        if (different) {
            return files;
        }
        Map<String, ScriptFile> chosen = new HashMap<>();
        files.stream()
                .filter(FoundFile::isReadable)
                .map(FoundFile::file)
                .forEach(file -> chosen.merge(file.identity(), file, ScriptFile::orShorter));
        Set<ScriptFile> kept = new LinkedHashSet<>(chosen.values());
        return files.stream()
                .filter(file -> !file.isReadable() || kept.contains(file.file()))
                .toList();
    }

    /** An application whose revisions are all written in Java need not have the folder that nobody named. */
    private static List<Location> revisionLocations(RevisionSources sources) {
        boolean needed = sources.code().isEmpty();
        return sources.locations().stream()
                .map(location -> needed || !location.equals(Location.REVISIONS) ? location : location.orMissing())
                .toList();
    }

    /** Thousands of files are read by all processors, while an application waits to start. Keeps the order. */
    static <T> Stream<T> shared(Collection<T> files) {
        return files.size() < WORTH_SHARING ? files.stream() : files.parallelStream();
    }

    /**
     * One of them.
     *
     * @param fingerprint of its bytes; {@link Fingerprint#NONE} if they could not be read
     */
    record FoundFile(ScriptFile file, Fingerprint fingerprint) {

        static FoundFile of(ScriptFile file) {
            try {
                return new FoundFile(file, Fingerprint.of(file.bytes()));
            } catch (LexicalException reportedWhenItIsParsed) {
                return new FoundFile(file, Fingerprint.NONE);
            }
        }

        boolean isReadable() {
            return !fingerprint.equals(Fingerprint.NONE);
        }
    }
}
