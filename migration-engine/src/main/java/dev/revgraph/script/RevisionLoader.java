package dev.revgraph.script;

import dev.revgraph.ErrorCode;
import dev.revgraph.graph.Origin;
import dev.revgraph.graph.Problem;
import dev.revgraph.graph.RevisionGraph;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.graph.RevisionNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads all revisions. What is wrong anywhere (locations, bytes, headers, statements, placeholders, the graph) is
 * reported at once. A revision whose file is faulty still takes its place in the graph, so that its children are not
 * reported for it.
 */
public final class RevisionLoader {

    private static final String LOCATIONS = "the property migration.locations or the option --location";
    private static final String REPEATABLE_LOCATIONS = "the property migration.repeatable-locations";

    /** Fewer files are read sooner than other threads begin. */
    private static final int WORTH_SHARING = 50;

    private final RevisionSources sources;
    private final List<Problem> problems = new ArrayList<>();
    private final List<RevisionNode> nodes = new ArrayList<>();
    private final Map<RevisionId, RevisionDefinition> definitions = new HashMap<>();

    private RevisionLoader(RevisionSources sources) {
        this.sources = sources;
    }

    /**
     * Finds and reads everything once. The result holds no SQL text.
     *
     * @throws dev.revgraph.graph.InvalidGraphException with all problems
     */
    public static RevisionSet load(RevisionSources sources) {
        return new RevisionLoader(sources).load();
    }

    private RevisionSet load() {
        ScriptFinder finder = new ScriptFinder(sources.classLoader(), problems);
        read(finder.find(revisionLocations(), LOCATIONS)).forEach(this::add);
        CodeRevisionReader code = new CodeRevisionReader(problems);
        sources.code().forEach(revision -> code.read(revision).ifPresent(this::define));
        List<Repeatable> repeatables = repeatables(finder.find(sources.repeatables(), REPEATABLE_LOCATIONS));
        return new RevisionSet(RevisionGraph.of(nodes, problems), definitions, repeatables);
    }

    /** An application whose revisions are all written in Java need not have the folder that nobody named. */
    private List<Location> revisionLocations() {
        boolean needed = sources.code().isEmpty();
        return sources.locations().stream()
                .map(location -> needed || !location.equals(Location.REVISIONS) ? location : location.orMissing())
                .toList();
    }

    /** In the order of the files. Thousands of them are read by all processors, while an application waits to start. */
    private List<Read> read(Collection<ScriptFile> files) {
        Stream<ScriptFile> stream = files.size() < WORTH_SHARING ? files.stream() : files.parallelStream();
        return stream.map(this::read).toList();
    }

    private Read read(ScriptFile file) {
        RevisionFile parsed = RevisionFileParser.parse(file);
        RevisionHeader header = parsed.header();
        List<Finding> findings = new ArrayList<>(parsed.findings());
        for (Section section : parsed.sections()) {
            findings.addAll(Placeholders.undefined(
                    section.placeholders(), sources.placeholders().keySet()));
        }
        return new Read(
                header.node(file.origin()).map(node -> new SqlRevision(file, node, parsed)),
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

    private List<Repeatable> repeatables(Collection<ScriptFile> files) {
        Map<String, ScriptFile> byName = new TreeMap<>();
        List<Repeatable> repeatables = new ArrayList<>();
        for (ScriptFile file : files) {
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
