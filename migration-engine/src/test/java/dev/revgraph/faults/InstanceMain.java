package dev.revgraph.faults;

import dev.revgraph.MigrationException;
import dev.revgraph.report.RunReport;
import dev.revgraph.run.MigrationEvent;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/**
 * A process of its own that carries out one order. It is started ahead, says that it is ready, and begins when it has
 * read its order; every event becomes a line.
 */
final class InstanceMain {

    private InstanceMain() {}

    public static void main(String[] arguments) throws Exception {
        warmUp();
        say("ready");
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String line = orders.readLine();
        if (line == null) {
            return;
        }
        Order order = Order.parse(line);
        try {
            RunReport report =
                    order.instance().listening(InstanceMain::tell).engine().run(order.move());
            say("done " + report.steps().size() + " " + String.join(",", report.current()));
        } catch (MigrationException failure) {
            say("failed " + failure.code() + " " + failure.getMessage() + " " + failure.action());
            System.exit(1);
        }
    }

    /** Loads what a run needs, so that the moment of a fault hits a run and not the start of a JVM. */
    private static void warmUp() throws Exception {
        for (String name : new String[] {
            "org.postgresql.Driver",
            "dev.revgraph.MigrationEngine",
            "dev.revgraph.run.Runner",
            "dev.revgraph.graph.RevisionGraph",
            "dev.revgraph.script.RevisionLoader",
            "org.springframework.jdbc.core.JdbcTemplate"
        }) {
            Class.forName(name);
        }
    }

    private static void tell(MigrationEvent event) {
        if (event instanceof MigrationEvent.RevisionStarted started) {
            say("started " + started.revision());
        } else if (event instanceof MigrationEvent.RevisionFinished finished) {
            say("finished " + finished.revision());
        } else if (event instanceof MigrationEvent.WaitingForOther waiting) {
            say("waiting " + waiting.holder());
        } else if (event instanceof MigrationEvent.LockRetried retried) {
            say("retried " + retried.revision() + " " + String.join("; ", retried.blockers()));
        } else if (event instanceof MigrationEvent.RunFinished finished && finished.failure() != null) {
            say("stopped " + finished.failure().code() + " "
                    + finished.failure().getMessage());
        }
    }

    @SuppressWarnings("SystemOut")
    private static synchronized void say(String line) {
        System.out.println(line.replace('\n', ' '));
        System.out.flush();
    }
}
