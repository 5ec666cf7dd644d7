package dev.revgraph.rehearse;

import dev.revgraph.schema.ddl.DdlStatement;
import dev.revgraph.schema.ddl.Stage;
import java.util.List;

/**
 * What has been generated. Immutable.
 *
 * @param revisions one for each stage, in order; empty if nothing differs
 * @param proposals renames that are as likely as what has been written: texts for {@code --rename}
 * @param remarks what the statements cannot do, or did not when they were tried, as sentences
 */
public record Generated(List<Part> revisions, List<String> proposals, List<String> remarks) {

    public Generated {
        revisions = List.copyOf(revisions);
        proposals = List.copyOf(proposals);
        remarks = List.copyOf(remarks);
    }

    /** What goes into one revision. */
    public record Part(Stage stage, List<DdlStatement> upgrade, List<DdlStatement> downgrade) {

        public Part {
            upgrade = List.copyOf(upgrade);
            downgrade = List.copyOf(downgrade);
        }
    }
}
