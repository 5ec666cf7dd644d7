package dev.revgraph.test;

import dev.revgraph.MigrationEngine;
import dev.revgraph.plan.Move;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Makes databases that begin somewhere in the graph. Revisions run once for every place and state of their files; what
 * they make is kept on the server as a template, and copied. Thread-safe.
 */
final class Templates {

    private static final String PREFIX = "revgraph_template_";
    private static final int DIGITS = 24;

    private Templates() {}

    /**
     * Makes a database.
     *
     * @throws dev.revgraph.MigrationException if a revision cannot be read, or fails, or the server gives out
     */
    static void create(Server server, String database, TestRevisions revisions, Start start) {
        if (start.equals(Start.EMPTY)) {
            server.createEmpty(database);
            return;
        }
        String template = name(server, revisions, start);
        // One class makes the template, the others wait for it. Another JVM may make it as well: the first one's
        // counts.
        synchronized (server) {
            if (server.copy(template, database)) {
                return;
            }
            make(server, template, revisions, start);
        }
        server.copy(template, database);
    }

    private static void make(Server server, String template, TestRevisions revisions, Start start) {
        String name = server.newName();
        server.createEmpty(name);
        try {
            MigrationEngine engine = revisions.engine(server.dataSource(name));
            revisions.read(engine);
            start.targets().forEach(target -> engine.run(Move.upgrade(target)));
            server.makeTemplate(name, template);
        } finally {
            // Nothing has this name any more if all went well.
            server.drop(name);
        }
    }

    /** What a Java revision does is not known from its text, so a template that holds some is for this JVM alone. */
    private static String name(Server server, TestRevisions revisions, Start start) {
        String text = revisions.digest().orElse("")
                + start
                + Optional.ofNullable(MigrationEngine.class.getPackage().getImplementationVersion())
                        .orElse("");
        String digest = HexFormat.of()
                .formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)))
                .substring(0, DIGITS);
        return revisions.areFiles() ? PREFIX + digest : server.ownTemplate(digest);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every Java platform has SHA-256.", e);
        }
    }
}
