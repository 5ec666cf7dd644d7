package dev.revgraph.script;

import dev.revgraph.graph.Reference;
import dev.revgraph.graph.RevisionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the values of a header's keys. What is wrong becomes a finding; the rest is used. */
final class HeaderParser {

    private static final String BASE = "base";

    private final HeaderLines lines;
    private final List<Finding> findings;

    HeaderParser(HeaderLines lines, List<Finding> findings) {
        this.lines = lines;
        this.findings = findings;
    }

    /** @param fileName the file's name without {@code .sql}: the id, if the header gives none */
    RevisionHeader parse(String fileName) {
        return new RevisionHeader(
                id(fileName),
                lines.description(),
                revises(),
                references(HeaderKey.DEPENDS_ON, "an id or a label"),
                references(HeaderKey.BRANCH, "a label"),
                lines.value(HeaderKey.CREATED).map(HeaderLines.Value::text).orElse(""),
                transactional(),
                duration(HeaderKey.LOCK_TIMEOUT),
                duration(HeaderKey.STATEMENT_TIMEOUT),
                waivers());
    }

    private @Nullable RevisionId id(String fileName) {
        Optional<HeaderLines.Value> written = lines.value(HeaderKey.REVISION);
        String id = written.map(HeaderLines.Value::text).orElse(fileName);
        String objection = RevisionId.objectionTo(id);
        if (objection.isEmpty()) {
            return new RevisionId(id);
        }
        findings.add(
                written.isPresent()
                        ? Finding.inHeader(written.get().line(), objection, "Write another id after \"-- revision:\".")
                        : Finding.inHeader(
                                1,
                                "The file's name gives the id. " + objection,
                                "Rename the file, or write the id into the header: \"-- revision: some_id\"."));
        return null;
    }

    private List<Reference> revises() {
        Optional<HeaderLines.Value> value = lines.value(HeaderKey.REVISES);
        if (value.isEmpty()) {
            if (!lines.hasUnreadable(HeaderKey.REVISES)) {
                findings.add(Finding.inHeader(
                        1,
                        "The header does not say what the revision follows.",
                        "Write \"-- revises: ID\" into it, or \"-- revises: base\" if nothing comes before."));
            }
            return List.of();
        }
        List<String> names = value.get().list();
        if (names.contains(BASE)) {
            if (names.size() > 1) {
                findings.add(Finding.inHeader(
                        value.get().line(),
                        "\"base\" means that nothing comes before, and other revisions are named beside it.",
                        "Name either \"base\" or the parents."));
            }
            return List.of();
        }
        return references(HeaderKey.REVISES, "an id or \"base\"");
    }

    private List<Reference> references(HeaderKey key, String expected) {
        Optional<HeaderLines.Value> value = lines.value(key);
        if (value.isEmpty()) {
            return List.of();
        }
        int line = value.get().line();
        List<Reference> references = new ArrayList<>();
        for (String name : value.get().list()) {
            if (name.isEmpty()) {
                findings.add(Finding.inHeader(
                        line,
                        "A name is missing in \"" + key.text() + "\".",
                        "Write " + expected + "; several are separated by single commas."));
                continue;
            }
            String objection = RevisionId.objectionTo(name);
            if (!objection.isEmpty()) {
                findings.add(Finding.inHeader(line, objection, "Correct the name in \"" + key.text() + "\"."));
            } else if (references.stream()
                    .anyMatch(known -> known.name().value().equals(name))) {
                findings.add(Finding.inHeader(
                        line, "\"" + key.text() + "\" names \"" + name + "\" twice.", "Name it once."));
            } else {
                references.add(new Reference(new RevisionId(name), line));
            }
        }
        return references;
    }

    private boolean transactional() {
        Optional<HeaderLines.Value> value = lines.value(HeaderKey.TRANSACTION);
        if (value.isEmpty() || value.get().text().equals("on")) {
            return true;
        }
        if (!value.get().text().equals("off")) {
            lines.refuse(HeaderKey.TRANSACTION);
            findings.add(Finding.inHeader(
                    value.get().line(),
                    "\"transaction\" is \"" + value.get().text() + "\".",
                    "Write \"on\" (the default) or \"off\"."));
            return true;
        }
        return false;
    }

    private @Nullable Duration duration(HeaderKey key) {
        Optional<HeaderLines.Value> value = lines.value(key);
        if (value.isEmpty()) {
            return null;
        }
        Optional<Duration> duration = DurationText.parse(value.get().text());
        if (duration.isEmpty()) {
            findings.add(Finding.inHeader(
                    value.get().line(),
                    DurationText.objection(key.text(), value.get().text()),
                    DurationText.ADVICE));
        }
        return duration.orElse(null);
    }

    private List<Waiver> waivers() {
        List<Waiver> waivers = new ArrayList<>();
        for (HeaderLines.Value value : lines.values(HeaderKey.SAFE)) {
            String[] parts = value.text().split("[\\s:,]+", 2);
            if (parts.length < 2 || parts[0].isEmpty() || parts[1].isBlank()) {
                findings.add(Finding.inHeader(
                        value.line(),
                        "\"safe\" needs the id of a rule and the reason why the rule does not apply.",
                        "Write \"-- safe: RULE reason\"."));
            } else {
                waivers.add(new Waiver(parts[0], parts[1].strip(), value.line()));
            }
        }
        return waivers;
    }
}
