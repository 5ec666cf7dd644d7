package dev.revgraph.script;

import dev.revgraph.graph.Reference;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.graph.RevisionNode;
import java.lang.ref.SoftReference;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A revision file. It holds what the header says and no SQL: {@link #read} opens the file again. One whose place in the
 * graph is known from a database is parsed when more than that is asked.
 */
public final class SqlRevision implements RevisionDefinition {

    private final ScriptFile file;
    private final RevisionNode node;
    private final String seal;
    private volatile @Nullable Content content;

    /** Where statements stand in a text of this fingerprint; given up when memory is short. */
    private final SoftReference<Loaded> loaded;

    private SqlRevision(
            ScriptFile file, RevisionNode node, String seal, @Nullable Content content, @Nullable Loaded loaded) {
        this.file = file;
        this.node = node;
        this.seal = seal;
        this.content = content;
        this.loaded = new SoftReference<>(loaded);
    }

    static SqlRevision parsed(ScriptFile file, RevisionNode node, RevisionFile parsed, byte[] bytes) {
        Fingerprint fingerprint = Fingerprint.of(bytes);
        return new SqlRevision(
                file,
                node,
                Seal.of(node, parsed.checksums(), fingerprint),
                Content.of(parsed),
                new Loaded(parsed, fingerprint));
    }

    /** The caller has compared the seals. */
    static SqlRevision known(ScriptFile file, KnownFile known) {
        RevisionNode node = new RevisionNode(
                new RevisionId(known.id()),
                known.description(),
                references(known.revises()),
                references(known.dependsOn()),
                references(known.labels()),
                file.origin());
        return new SqlRevision(file, node, String.valueOf(known.seal()), null, null);
    }

    private static List<Reference> references(List<String> names) {
        return names.stream().map(Reference::to).toList();
    }

    @Override
    public RevisionNode node() {
        return node;
    }

    /** What the file and its meaning are known by; equal to a stored one only if neither has changed. */
    public String seal() {
        return seal;
    }

    @Override
    public boolean transactional() {
        return content().header().transactional();
    }

    @Override
    public Optional<Duration> lockTimeout() {
        return Optional.ofNullable(content().header().lockTimeout());
    }

    @Override
    public Optional<Duration> statementTimeout() {
        return Optional.ofNullable(content().header().statementTimeout());
    }

    @Override
    public Reversibility reversibility() {
        return content().reversibility();
    }

    @Override
    public Optional<Checksums> checksums() {
        return Optional.of(content().checksums());
    }

    /** When the file says it was made, as written; empty if it does not. */
    public String created() {
        return content().header().created();
    }

    /** The rules that the revision breaks on purpose, in the order of the file. */
    public List<Waiver> waivers() {
        return content().header().waivers();
    }

    /**
     * Opens the file and splits it, where it was split before if it is the same file.
     *
     * @param placeholders values by name; every placeholder of the file needs one
     * @throws ScriptException if the file is gone, is not what was loaded any more, or uses a placeholder without value
     */
    public SqlScript read(Map<String, String> placeholders) {
        Checksums expected = content().checksums();
        try {
            byte[] bytes = file.bytes();
            String text = ScriptText.decode(bytes);
            RevisionFile parsed = parse(bytes, text);
            Section upgrade = parsed.upgrade();
            if (upgrade == null
                    || !parsed.findings().isEmpty()
                    || !parsed.checksums().equals(expected)) {
                throw changed();
            }
            requireValues(parsed, placeholders);
            return script(text, upgrade, parsed.downgrade(), placeholders);
        } catch (LexicalException e) {
            throw refused(e.finding());
        }
    }

    private RevisionFile parse(byte[] bytes, String text) {
        Loaded before = loaded.get();
        return before != null && before.fingerprint().equals(Fingerprint.of(bytes))
                ? before.file()
                : RevisionFileParser.parse(text, file.name());
    }

    private Content content() {
        Content read = content;
        if (read == null) {
            read = reread();
            content = read;
        }
        return read;
    }

    private Content reread() {
        try {
            byte[] bytes = file.bytes();
            RevisionFile parsed = RevisionFileParser.parse(bytes, file.name());
            if (!Seal.of(node, parsed.checksums(), Fingerprint.of(bytes)).equals(seal)) {
                throw changed();
            }
            return Content.of(parsed);
        } catch (LexicalException e) {
            throw refused(e.finding());
        }
    }

    private ScriptException changed() {
        return new ScriptException(
                file.origin(),
                "The file is another one than when the revisions were loaded; nothing of it is run.",
                "Run the command again, or start the application again.",
                List.of(id().value()),
                null);
    }

    private ScriptException refused(Finding finding) {
        return ScriptException.of(finding, file.origin(), List.of(id().value()));
    }

    private void requireValues(RevisionFile parsed, Map<String, String> placeholders) {
        Optional<Finding> undefined = parsed.sections().stream()
                .flatMap(section -> Placeholders.undefined(section.placeholders(), placeholders.keySet()).stream())
                .findFirst();
        if (undefined.isPresent()) {
            throw refused(undefined.get());
        }
    }

    private static SqlScript script(
            String text, Section upgrade, @Nullable Section downgrade, Map<String, String> placeholders) {
        List<SqlStatement> up = new SectionText(text, upgrade, placeholders).statements();
        if (downgrade == null) {
            return new SqlScript(up, List.of(), null);
        }
        SectionText down = new SectionText(text, downgrade, placeholders);
        return new SqlScript(up, down.statements(), down.whole());
    }

    @Override
    public String toString() {
        return node.id() + " (" + node.origin() + ")";
    }

    /** A file as parsed, and the bytes it was parsed from. */
    private record Loaded(RevisionFile file, Fingerprint fingerprint) {}

    /** What a file says beside its place in the graph. */
    private record Content(RevisionHeader header, Reversibility reversibility, Checksums checksums) {

        static Content of(RevisionFile parsed) {
            return new Content(parsed.header(), parsed.reversibility(), parsed.checksums());
        }
    }
}
