package dev.revgraph.script;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A revision file as parsed: its header, and where its sections and statements stand in the text.
 *
 * @param downgrade {@code null} if the file has no such section, or an irreversible one
 * @param findings what is wrong, in the order of the lines
 */
record RevisionFile(
        RevisionHeader header,
        @Nullable Section upgrade,
        @Nullable Section downgrade,
        Reversibility reversibility,
        List<Finding> findings) {

    RevisionFile {
        findings = List.copyOf(findings);
    }

    /** Those that are there, the upgrade first. */
    List<Section> sections() {
        if (upgrade != null && downgrade != null) {
            return List.of(upgrade, downgrade);
        }
        Section only = upgrade == null ? downgrade : upgrade;
        return only == null ? List.of() : List.of(only);
    }

    /** Meaningful only for a file without findings. */
    Checksums checksums() {
        return new Checksums(
                TokenDigest.ALGORITHM,
                upgrade == null ? "" : upgrade.checksum(),
                downgrade == null ? null : downgrade.checksum());
    }
}
