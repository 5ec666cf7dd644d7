package dev.revgraph.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationException;
import dev.revgraph.fixture.Revisions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One run with a fault, the runs that follow it, and a look at what is there then. The seed decides everything but the
 * exact moment.
 */
final class Round {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int LONGEST_SILENCE_MILLIS = 600;

    /** For what is no part of the round: the role's own limits are there to end what was hit. */
    private static final String WITHOUT_LIMITS =
            "&options=-c%20idle_in_transaction_session_timeout=0%20-c%20idle_session_timeout=0";

    /** How a run may end that was hit; whatever else it throws is an error of ours. */
    private static final Set<ErrorCode> AFTER_A_FAULT = Set.of(ErrorCode.CONNECTION, ErrorCode.INTERRUPTED);

    private final CrashableServer server;
    private final WarmInstances instances;
    private final Random random;
    private final Path folder;
    private final RandomPlan plan;
    private final Fault fault;
    private final boolean upgrade;
    private final String database;
    private final Invariants invariants;
    private final CountDownLatch struck = new CountDownLatch(1);

    Round(CrashableServer server, WarmInstances instances, Path folder, long seed) {
        this.server = server;
        this.instances = instances;
        this.random = new Random(seed);
        this.folder = folder;
        this.plan = RandomPlan.of(random);
        this.fault = Fault.of(random);
        this.upgrade = random.nextInt(10) < 7;
        this.database = server.createDatabase();
        this.invariants = new Invariants(plan, server.dataSource("postgres", database));
    }

    /** What came of it. */
    record Result(Fault fault, boolean struck, boolean upgrade, int runs, boolean settled, Duration tookOver) {}

    Result play() throws Exception {
        plan.write(Revisions.in(folder));
        if (!upgrade) {
            order(server.port(), true)
                    .at(url(server.port()) + WITHOUT_LIMITS)
                    .instance()
                    .upgrade();
        }
        try (FaultyProxy proxy = new FaultyProxy(server.port())) {
            CompletableFuture<Void> first;
            try (Victim victim = Victim.of(fault, instances)) {
                proxy.at(1 + random.nextInt(plan.messages()), () -> strike(proxy, victim));
                first = victim.start(order(proxy.port(), upgrade));
                boolean atOnce = random.nextBoolean();
                awaitFaultOrEnd(first, atOnce);
                Result result = goOn();
                proxy.close();
                awaitEnd(first);
                assertNobodyIsLeft();
                invariants.assertEnd(upgrade);
                return result;
            }
        } finally {
            server.dropDatabase(database);
        }
    }

    private String url(int port) {
        return CrashableServer.url(port, CrashableServer.OWNER, database);
    }

    private Order order(int port, boolean up) {
        Order order = Order.upgrade(url(port), folder)
                .code(plan.code())
                .locks(Duration.ofSeconds(2), 20)
                .waitForLock(PATIENCE);
        return up ? order : order.downgrade("base");
    }

    private void strike(FaultyProxy proxy, Victim victim) throws Exception {
        try {
            switch (fault) {
                case KILL -> victim.kill();
                case TERM -> victim.terminate();
                case BACKEND -> terminateBackends();
                case CRASH -> server.crash();
                case CUT -> proxy.cut();
                case STALL -> {
                    proxy.stall();
                    later(proxy::resume);
                }
                case STALL_AND_CUT -> {
                    proxy.stall();
                    later(proxy::cut);
                }
                case HALF_OPEN -> proxy.halfOpen();
            }
        } finally {
            struck.countDown();
        }
    }

    private void later(Runnable end) {
        int silence = 1 + random.nextInt(LONGEST_SILENCE_MILLIS);
        CompletableFuture.delayedExecutor(silence, TimeUnit.MILLISECONDS, Background::start)
                .execute(end);
    }

    private void terminateBackends() {
        server.administration()
                .sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = ? AND usename = ?")
                .params(database, CrashableServer.OWNER)
                .query(Boolean.class)
                .list();
    }

    private void awaitFaultOrEnd(CompletableFuture<Void> first, boolean atOnce) throws Exception {
        if (atOnce) {
            Watcher.await("the fault, or the end", () -> struck.getCount() == 0 || first.isDone());
        } else if (fault != Fault.HALF_OPEN) {
            awaitEnd(first);
        }
        if (fault != Fault.CRASH || struck.getCount() == 0) {
            invariants.assertRecordsAreTrue();
        }
    }

    private static void awaitEnd(CompletableFuture<Void> first) throws Exception {
        try {
            first.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException ended) {
            if (!(ended.getCause() instanceof MigrationException failure) || !AFTER_A_FAULT.contains(failure.code())) {
                throw ended;
            }
        } catch (TimeoutException hangs) {
            throw new AssertionError("The first run does not end.", hangs);
        }
    }

    /** Runs until one succeeds; what stops them may only be a server that is away, or what the catalog cannot tell. */
    private Result goOn() {
        long begin = System.nanoTime();
        boolean settled = false;
        for (int runs = 1; ; runs++) {
            MigrationException stopped = next();
            if (stopped == null) {
                Duration took = Duration.ofNanos(System.nanoTime() - begin);
                return new Result(fault, struck.getCount() == 0, upgrade, runs, settled, took);
            }
            assertThat(stopped.code())
                    .as(() -> stopped + "; sessions: " + sessionsIfKnown())
                    .isIn(AFTER_A_FAULT);
            assertThat(runs).as("the run does not get any further: %s", stopped).isLessThan(8);
            if (stopped.code().equals(ErrorCode.INTERRUPTED)) {
                assertThat(stopped.action()).contains("repair --done").contains("repair --again");
                new Settlement(
                                plan,
                                JdbcClient.create(server.dataSource("postgres", database)),
                                order(server.port(), upgrade).instance().engine())
                        .settle();
                settled = true;
            }
        }
    }

    private @Nullable MigrationException next() {
        Order order = order(server.port(), upgrade).connectRetries(20);
        try {
            order.instance().engine().run(order.move());
            return null;
        } catch (MigrationException stopped) {
            return stopped;
        }
    }

    private void assertNobodyIsLeft() {
        JdbcClient jdbc = server.administration();
        Watcher.await(
                "all sessions of the runs have ended", () -> sessions(jdbc).isEmpty());
        assertThat(jdbc.sql("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'")
                        .query(Integer.class)
                        .single())
                .as("advisory locks")
                .isZero();
    }

    private String sessionsIfKnown() {
        try {
            return sessions(server.administration()).toString();
        } catch (DataAccessException away) {
            return "not known, " + away.getMessage();
        }
    }

    private List<String> sessions(JdbcClient jdbc) {
        return jdbc.sql(
                        "SELECT concat_ws(' ', pid, state, wait_event, state_change, query) FROM pg_stat_activity WHERE datname = ?"
                                + " AND usename = ?")
                .params(database, CrashableServer.OWNER)
                .query(String.class)
                .list();
    }

    @Override
    public String toString() {
        return fault + " during " + (upgrade ? "upgrade" : "downgrade") + " of " + plan;
    }
}
