package dev.revgraph.adopt;

import dev.revgraph.rehearse.TableName;
import java.util.List;

/**
 * What taking a database over comes to; nothing of it is done yet. Immutable.
 *
 * @param source whose records it goes by
 * @param files to be written first; none where the revisions are there
 * @param heads what the current heads will be
 * @param applied the revisions that will be recorded as applied, in order
 * @param pending those that the next upgrade applies, in order
 * @param scripts the repeatable scripts that will be recorded as run
 * @param remarks what a person should know
 * @param reason for the history
 * @param leftAlone tables of other tools; they stay as they are
 */
public record Adoption(
        Source source,
        List<AdoptedFile> files,
        List<String> heads,
        List<String> applied,
        List<String> pending,
        List<String> scripts,
        List<String> remarks,
        String reason,
        List<TableName> leftAlone) {

    public Adoption {
        files = List.copyOf(files);
        heads = List.copyOf(heads);
        applied = List.copyOf(applied);
        pending = List.copyOf(pending);
        scripts = List.copyOf(scripts);
        remarks = List.copyOf(remarks);
        leftAlone = List.copyOf(leftAlone);
    }
}
