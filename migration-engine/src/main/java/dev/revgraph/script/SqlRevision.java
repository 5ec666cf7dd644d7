package dev.revgraph.script;

import dev.revgraph.graph.RevisionNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A revision file. It holds what the header says and no SQL: {@link #read} opens the file again. */
public final class SqlRevision implements RevisionDefinition {

    private final ScriptFile file;
    private final RevisionNode node;
    private final RevisionHeader header;
    private final Reversibility reversibility;
    private final Checksums checksums;

    SqlRevision(ScriptFile file, RevisionNode node, RevisionFile parsed) {
        this.file = file;
        this.node = node;
        this.header = parsed.header();
        this.reversibility = parsed.reversibility();
        this.checksums = parsed.checksums();
    }

    @Override
    public RevisionNode node() {
        return node;
    }

    @Override
    public boolean transactional() {
        return header.transactional();
    }

    @Override
    public Optional<Duration> lockTimeout() {
        return Optional.ofNullable(header.lockTimeout());
    }

    @Override
    public Optional<Duration> statementTimeout() {
        return Optional.ofNullable(header.statementTimeout());
    }

    @Override
    public Reversibility reversibility() {
        return reversibility;
    }

    @Override
    public Optional<Checksums> checksums() {
        return Optional.of(checksums);
    }

    /** When the file says it was made, as written; empty if it does not. */
    public String created() {
        return header.created();
    }

    /** The rules that the revision breaks on purpose, in the order of the file. */
    public List<Waiver> waivers() {
        return header.waivers();
    }

    /**
     * Opens the file and splits it.
     *
     * @param placeholders values by name; every placeholder of the file needs one
     * @throws ScriptException if the file is gone, is not what was loaded any more, or uses a placeholder without value
     */
    public SqlScript read(Map<String, String> placeholders) {
        List<String> revisions = List.of(id().value());
        try {
            String text = file.text();
            RevisionFile parsed = RevisionFileParser.parse(text, file.name());
            Section upgrade = parsed.upgrade();
            if (upgrade == null
                    || !parsed.findings().isEmpty()
                    || !parsed.checksums().equals(checksums)) {
                throw new ScriptException(
                        file.origin(),
                        "The file is another one than when the revisions were loaded; nothing of it is run.",
                        "Run the command again, or start the application again.",
                        revisions,
                        null);
            }
            requireValues(parsed, placeholders);
            return script(text, upgrade, parsed.downgrade(), placeholders);
        } catch (LexicalException e) {
            throw ScriptException.of(e.finding(), file.origin(), revisions);
        }
    }

    private void refuse(Finding finding) {
        throw ScriptException.of(finding, file.origin(), List.of(id().value()));
    }

    private void requireValues(RevisionFile parsed, Map<String, String> placeholders) {
        parsed.sections().stream()
                .flatMap(section -> Placeholders.undefined(section.placeholders(), placeholders.keySet()).stream())
                .findFirst()
                .ifPresent(this::refuse);
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
}
