package dev.revgraph.cli.application;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Keeps what Boot finds out about a failed start for the command that wanted it; it is logged as well, as ever. */
final class CapturedFailure implements FailureAnalysisReporter {

    private static final ThreadLocal<@Nullable FailureAnalysis> LATEST = new ThreadLocal<>();

    @Override
    public void report(FailureAnalysis analysis) {
        LATEST.set(analysis);
    }

    /** The analysis of the start that just failed on this thread, if there is one. */
    static Optional<FailureAnalysis> take() {
        FailureAnalysis latest = LATEST.get();
        LATEST.remove();
        return Optional.ofNullable(latest);
    }
}
