package dev.revgraph.autoconfigure.aot;

import dev.revgraph.report.HistoryPage;
import dev.revgraph.report.RevisionReport;
import dev.revgraph.report.RunReport;
import dev.revgraph.report.Status;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/** Puts revision files into a native image, and lets it write the endpoint's answers as JSON. */
public final class MigrationRuntimeHints implements RuntimeHintsRegistrar {

    @Override
    public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
        hints.resources().registerPattern("db/revisions/**").registerPattern("db/repeatable/**");
        new BindingReflectionHintsRegistrar()
                .registerReflectionHints(
                        hints.reflection(), Status.class, HistoryPage.class, RevisionReport.class, RunReport.class);
    }
}
