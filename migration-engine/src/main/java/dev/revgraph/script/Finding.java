package dev.revgraph.script;

import dev.revgraph.ErrorCode;
import dev.revgraph.graph.Origin;
import dev.revgraph.graph.Problem;
import dev.revgraph.graph.RevisionId;
import org.jspecify.annotations.Nullable;

/** Something wrong in a file, noted before the file's revision is known. */
record Finding(ErrorCode code, int line, String message, String action) {

    /** Something wrong with the header or the sections. */
    static Finding inHeader(int line, String message, String action) {
        return new Finding(ErrorCode.BAD_HEADER, line, message, action);
    }

    /** Something wrong with the statements. */
    static Finding inScript(int line, String message, String action) {
        return new Finding(ErrorCode.BAD_SCRIPT, line, message, action);
    }

    Problem in(Origin file, @Nullable RevisionId revision) {
        return new Problem(code, revision, file.atLine(line), message, action);
    }
}
