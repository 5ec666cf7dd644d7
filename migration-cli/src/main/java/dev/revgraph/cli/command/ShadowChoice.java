package dev.revgraph.cli.command;

import dev.revgraph.cli.DatabaseUrl;
import dev.revgraph.cli.Workplace;
import dev.revgraph.rehearse.Shadows;
import dev.revgraph.server.Login;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the shadow database is, in which revisions are replayed and models are built. */
final class ShadowChoice {

    private static final String EMBEDDED = "embedded";

    @Option(
            names = "--shadow-url",
            paramLabel = "URL",
            description =
                    "An empty database to try things in, emptied again; \"embedded\" starts a server, where the library for"
                            + " that is on the class path. One is made beside the target if not given.")
    private @Nullable String url;

    boolean isGiven() {
        return url != null;
    }

    /** Neither connects nor makes one. */
    Shadows in(Workplace workplace) {
        Login target = workplace.hasDatabase() ? workplace.login() : null;
        if (url == null) {
            return Shadows.beside(Objects.requireNonNull(target, "The command asks for a database."));
        }
        if (url.equals(EMBEDDED)) {
            return Shadows.given(EmbeddedShadow.start(target), target);
        }
        DatabaseUrl parsed = DatabaseUrl.parse(url);
        return Shadows.given(
                new Login(
                        parsed.jdbcUrl(),
                        parsed.username() == null && target != null ? target.username() : parsed.username(),
                        parsed.password() == null && target != null ? target.password() : parsed.password()),
                target);
    }
}
