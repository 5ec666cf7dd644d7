package dev.revgraph.cli.command;

import dev.revgraph.MigrationException;
import dev.revgraph.graph.Origin;
import dev.revgraph.graph.Problem;
import dev.revgraph.report.StatusProblem;
import org.jspecify.annotations.Nullable;

/** Something that deserves a look before a deployment; its components are the keys of the JSON. */
record Finding(
        String code,
        String severity,
        @Nullable String revision,
        @Nullable String file,
        @Nullable Integer line,
        String message,
        String action) {

    private static final String ERROR = "error";
    private static final String WARNING = "warning";

    static Finding error(Problem problem) {
        return of(problem, ERROR);
    }

    static Finding warning(Problem problem) {
        return of(problem, WARNING);
    }

    static Finding error(MigrationException failure) {
        String revision = failure.revisions().size() == 1 ? failure.revisions().get(0) : null;
        return new Finding(failure.code().text(), ERROR, revision, null, null, failure.getMessage(), failure.action());
    }

    /** The same where the revisions are replayed beside the database. */
    static Finding inShadow(MigrationException failure) {
        Finding found = error(failure);
        return new Finding(
                found.code(),
                ERROR,
                found.revision(),
                null,
                null,
                "What is asked of a shadow database fails. " + found.message(),
                found.action());
    }

    static Finding error(StatusProblem problem) {
        return new Finding(problem.code(), ERROR, problem.revision(), null, null, problem.message(), problem.action());
    }

    static Finding warning(StatusProblem problem) {
        return new Finding(
                problem.code(), WARNING, problem.revision(), null, null, problem.message(), problem.action());
    }

    private static Finding of(Problem problem, String severity) {
        Origin origin = problem.origin();
        return new Finding(
                problem.code().text(),
                severity,
                problem.revision() == null ? null : problem.revision().value(),
                origin == null ? null : origin.source(),
                origin == null || origin.line() == 0 ? null : origin.line(),
                problem.message(),
                problem.action());
    }

    boolean isError() {
        return severity.equals(ERROR);
    }

    /** File and line, or the revision, or nothing. */
    String place() {
        if (file != null) {
            return file + (line == null ? "" : ":" + line);
        }
        return revision == null ? "" : revision;
    }
}
