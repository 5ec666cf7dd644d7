package dev.revgraph.script;

import java.util.ArrayList;
import java.util.List;

/** The first line of a revision's file, for those who write one. */
public final class Description {

    private Description() {}

    /** Whether a reader of the file takes this line for what it is, and not for a key, {@code fix: …} for instance. */
    public static boolean isReadable(String line) {
        List<Finding> findings = new ArrayList<>();
        HeaderLines lines = new HeaderLines(findings);
        lines.add("-- " + line, 1);
        return findings.isEmpty() && lines.description().strip().equals(line.strip());
    }
}
