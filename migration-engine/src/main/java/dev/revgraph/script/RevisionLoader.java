package dev.revgraph.script;

import dev.revgraph.ErrorCode;
import dev.revgraph.graph.InvalidGraphException;
import dev.revgraph.graph.Origin;
import dev.revgraph.graph.Problem;
import dev.revgraph.graph.RevisionGraph;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.graph.RevisionNode;
import dev.revgraph.script.FoundFiles.FoundFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads all revisions. What is wrong anywhere (locations, bytes, headers, statements, placeholders, the graph) is
 * reported at once. A revision whose file is faulty still takes its place in the graph, so that its children are not
 * reported for it.
 */
public final class RevisionLoader {

    private static final byte[] NOTHING = {};

    private final RevisionSources sources;
    private final KnownFiles known;
    private final List<Problem> problems = new ArrayList<>();
    private final List<RevisionNode> nodes = new ArrayList<>();
    private final Map<RevisionId, RevisionDefinition> definitions = new HashMap<>();

    private RevisionLoader(RevisionSources sources, KnownFiles known) {
        this.sources = sources;
        this.known = known;
    }

    /**
     * Finds and reads everything once. The result holds no SQL text.
     *
     * @throws InvalidGraphException with all problems
     */
    public static RevisionSet load(RevisionSources sources) {
        return load(sources, FoundFiles.of(sources), KnownFiles.NONE);
    }

    /**
     * Parses what is not known of the files that were found.
     *
     * @throws InvalidGraphException with all problems
     */
    static RevisionSet load(RevisionSources sources, FoundFiles found, KnownFiles known) {
        try {
            return new RevisionLoader(sources, known).load(found);
        } catch (InvalidGraphException faulty) {
            if (known == KnownFiles.NONE) {
                throw faulty;
            }
            // What is not parsed has no lines to point at.
            return load(sources, found, KnownFiles.NONE);
        }
    }

    private RevisionSet load(FoundFiles found) {
        problems.addAll(found.problems());
        FoundFiles.shared(found.revisions()).map(this::read).toList().forEach(this::add);
        CodeRevisionReader code = new CodeRevisionReader(problems);
        sources.code().forEach(revision -> code.read(revision).ifPresent(this::define));
        List<Repeatable> repeatables = repeatables(found.repeatables());
        return new RevisionSet(RevisionGraph.of(nodes, problems), definitions, repeatables);
    }

    private Read read(FoundFile found) {
        ScriptFile file = found.file();
        KnownFile before = found.isReadable() ? known.find(file.name()) : null;
        if (before != null && Seal.of(before, found.fingerprint()).equals(before.seal())) {
            return new Read(Optional.of(SqlRevision.known(file, before)), List.of());
        }
        try {
            byte[] bytes = file.bytes();
            return read(file, bytes, RevisionFileParser.parse(bytes, file.name()));
        } catch (LexicalException e) {
            return read(file, NOTHING, RevisionFileParser.unreadable(file.name(), e.finding()));
        }
    }

    private Read read(ScriptFile file, byte[] bytes, RevisionFile parsed) {
        RevisionHeader header = parsed.header();
        List<Finding> findings = new ArrayList<>(parsed.findings());
        for (Section section : parsed.sections()) {
            findings.addAll(Placeholders.undefined(
                    section.placeholders(), sources.placeholders().keySet()));
        }
        return new Read(
                header.node(file.origin()).map(node -> SqlRevision.parsed(file, node, parsed, bytes)),
                findings.stream()
                        .map(finding -> finding.in(file.origin(), header.id()))
                        .toList());
    }

    private void add(Read read) {
        problems.addAll(read.problems());
        read.revision().ifPresent(this::define);
    }

    private void define(RevisionDefinition definition) {
        nodes.add(definition.node());
        definitions.putIfAbsent(definition.id(), definition);
    }

    private List<Repeatable> repeatables(List<FoundFile> files) {
        Map<String, ScriptFile> byName = new TreeMap<>();
        List<Repeatable> repeatables = new ArrayList<>();
        for (FoundFile found : files) {
            ScriptFile file = found.file();
            ScriptFile other = byName.putIfAbsent(file.name(), file);
            if (other != null) {
                problems.add(new Problem(
                        ErrorCode.DUPLICATE_REVISION,
                        null,
                        file.origin(),
                        "Another repeatable script has the name \"" + file.name() + "\": " + other.origin() + ".",
                        "Rename one of them."));
            }
            readRepeatable(file).ifPresent(repeatables::add);
        }
        return repeatables;
    }

    private Optional<Repeatable> readRepeatable(ScriptFile file) {
        try {
            RepeatableFile parsed = RepeatableFile.parse(file.text());
            report(parsed.findings(), file.origin(), null);
            Set<String> defined = sources.placeholders().keySet();
            report(Placeholders.undefined(parsed.section().placeholders(), defined), file.origin(), null);
            return Optional.of(new Repeatable(file, parsed));
        } catch (LexicalException e) {
            report(List.of(e.finding()), file.origin(), null);
            return Optional.empty();
        }
    }

    private void report(List<Finding> findings, Origin origin, @Nullable RevisionId revision) {
        findings.forEach(finding -> problems.add(finding.in(origin, revision)));
    }

    /** What a file says, and what is wrong with it. */
    private record Read(Optional<SqlRevision> revision, List<Problem> problems) {}
}
