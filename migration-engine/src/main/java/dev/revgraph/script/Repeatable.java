package dev.revgraph.script;

import dev.revgraph.graph.Origin;
import java.util.List;
import java.util.Map;

/**
 * A script that is run again after an upgrade whenever its text changes: views, functions. It has no header and no
 * sections; the whole file is run, in one transaction. Scripts run in the order of their names.
 */
public final class Repeatable {

    private final ScriptFile file;
    private final String description;
    private final Checksums checksums;

    Repeatable(ScriptFile file, RepeatableFile parsed) {
        this.file = file;
        this.description = parsed.description();
        this.checksums = parsed.checksums();
    }

    /** The file's name without {@code .sql}; unique among the repeatable scripts. */
    public String name() {
        return file.name();
    }

    /** The first line of comment; empty if there is none. */
    public String description() {
        return description;
    }

    public Origin origin() {
        return file.origin();
    }

    /** Of the whole script, as that of an upgrade. */
    public Checksums checksums() {
        return checksums;
    }

    /**
     * Opens the file and splits it.
     *
     * @throws ScriptException if the file is gone, is not what was loaded any more, or uses a placeholder without value
     */
    public List<SqlStatement> read(Map<String, String> placeholders) {
        try {
            String text = file.text();
            RepeatableFile parsed = RepeatableFile.parse(text);
            if (!parsed.findings().isEmpty() || !parsed.checksums().equals(checksums)) {
                throw new ScriptException(
                        file.origin(),
                        "The file is another one than when it was loaded; nothing of it is run.",
                        "Run the command again, or start the application again.",
                        List.of(),
                        null);
            }
            Placeholders.undefined(parsed.section().placeholders(), placeholders.keySet()).stream()
                    .findFirst()
                    .ifPresent(this::refuse);
            return new SectionText(text, parsed.section(), placeholders).statements();
        } catch (LexicalException e) {
            throw refused(e.finding());
        }
    }

    private void refuse(Finding finding) {
        throw refused(finding);
    }

    private ScriptException refused(Finding finding) {
        return ScriptException.of(finding, file.origin(), List.of());
    }

    @Override
    public String toString() {
        return name() + " (" + origin() + ")";
    }
}
