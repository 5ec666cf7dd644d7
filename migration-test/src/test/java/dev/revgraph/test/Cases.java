package dev.revgraph.test;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.revgraph.fixture.TestDatabase;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs test classes as an application's build does, to see how they end. */
final class Cases {

    private Cases() {}

    static EngineExecutionResults run(Class<?>... classes) {
        return builder(classes).execute();
    }

    /** On a given server, as a role that may create databases and nothing else. */
    static EngineExecutionResults runOn(TestDatabase server, Class<?>... classes) {
        return builder(classes)
                .configurationParameter("migration.test.url", server.url())
                .configurationParameter("migration.test.username", server.username())
                .configurationParameter("migration.test.password", server.password())
                .execute();
    }

    private static EngineTestKit.Builder builder(Class<?>... classes) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter(CasesByThemselves.RUN, "true")
                .selectors(Arrays.stream(classes).map(type -> selectClass(type)).toArray(DiscoverySelector[]::new));
    }

    /** What failed says, by the name of the test. */
    static Map<String, String> failures(EngineExecutionResults results) {
        return results.allEvents().failed().stream()
                .collect(Collectors.toMap(
                        event -> event.getTestDescriptor().getDisplayName(),
                        event -> event.getPayload(TestExecutionResult.class)
                                .flatMap(TestExecutionResult::getThrowable)
                                .flatMap(failure -> Optional.ofNullable(failure.getMessage()))
                                .orElse("")));
    }
}
