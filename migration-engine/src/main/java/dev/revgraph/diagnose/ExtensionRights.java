package dev.revgraph.diagnose;

import dev.revgraph.diagnose.Refusal.Barred;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Extensions that only a superuser may create. */
final class ExtensionRights implements RightsRule {

    private static final String TRUSTED =
            "SELECT bool_or(trusted) FROM pg_catalog.pg_available_extension_versions WHERE name = ?";

    @Override
    public List<Barred> refused(Asked asked) throws SQLException {
        Optional<Thing> made = made(asked.words());
        if (made.isEmpty() || trusted(asked) || asked.isSuperuser()) {
            return List.of();
        }
        boolean guarded = asked.words().find(0, "EXISTS") >= 0;
        String sql = guarded
                ? asked.words().text().strip()
                : asked.words().with(made.get().first(), "IF NOT EXISTS").strip();
        return List.of(new Barred(
                "The extension \"" + made.get().name().name().name()
                        + "\" is not a trusted one: only a superuser may create it, and no GRANT changes that.",
                List.of(WayOut.of(
                        "Let a superuser type this once, in this database"
                                + (guarded
                                        ? "; the revision then passes over it."
                                        : ", and write it so in the revision, which then passes over it."),
                        sql))));
    }

    /** Whether the statement creates one that the right to the database is enough for. */
    static boolean trusted(Asked asked) throws SQLException {
        Optional<Thing> made = made(asked.words());
        return made.isPresent()
                && asked.look().list(TRUSTED, made.get().name().name().name()).contains("t");
    }

    private static Optional<Thing> made(Words words) {
        return words.at(0, "CREATE", "EXTENSION")
                ? Thing.created(words).stream().findFirst()
                : Optional.empty();
    }
}
