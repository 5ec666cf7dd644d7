package dev.revgraph.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.faults.Round.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random plans, a random fault at a random message, the next runs, and then nothing may be lost, twice, or left over.
 * {@code -Dfaults.seed=…} and {@code -Dfaults.rounds=1} play one round again.
 */
@Tag("slow")
class FaultInjectionTest {

    private static final int ROUNDS = Integer.getInteger("faults.rounds", 300);
    private static final long SEED = Long.getLong("faults.seed", System.currentTimeMillis() * 1000);

    @Test
    void everyRunAfterAFaultGoesOnAndNothingIsLostTwiceOrLeftOver(@TempDir Path folder) throws Exception {
        List<Result> results = new ArrayList<>();
        long begin = System.nanoTime();
        try (CrashableServer server = CrashableServer.start(folder);
                WarmInstances instances = new WarmInstances()) {
            server.administration()
                    .sql("ALTER ROLE " + CrashableServer.OWNER + " SET idle_in_transaction_session_timeout = '1s'")
                    .update();
            server.administration()
                    .sql("ALTER ROLE " + CrashableServer.OWNER + " SET idle_session_timeout = '2s'")
                    .update();
            for (int i = 0; i < ROUNDS; i++) {
                results.add(play(server, instances, folder.resolve("round-" + i), SEED + i));
            }
        }
        report(results, Duration.ofNanos(System.nanoTime() - begin));
        assertThat(results).filteredOn(Result::struck).hasSizeGreaterThanOrEqualTo(ROUNDS / 2);
    }

    private static Result play(CrashableServer server, WarmInstances instances, Path folder, long seed)
            throws Exception {
        Files.createDirectories(folder);
        Round round = new Round(server, instances, folder, seed);
        try {
            return round.play();
        } catch (Exception | AssertionError failure) {
            throw new AssertionError(
                    "Play it again with -Dfaults.seed=" + seed + " -Dfaults.rounds=1: " + round + ": " + failure,
                    failure);
        }
    }

    private static void report(List<Result> results, Duration took) {
        Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
        results.stream().filter(Result::struck).forEach(result -> faults.merge(result.fault(), 1, Integer::sum));
        System.out.printf(
                "%d rounds from seed %d in %d s: %d met their fault %s, %d needed a decision, longest way to the end"
                        + " %d ms%n",
                results.size(),
                SEED,
                took.toSeconds(),
                results.stream().filter(Result::struck).count(),
                faults,
                results.stream().filter(Result::settled).count(),
                results.stream()
                        .mapToLong(result -> result.tookOver().toMillis())
                        .max()
                        .orElse(0));
    }
}
