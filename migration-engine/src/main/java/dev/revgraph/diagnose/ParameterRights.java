package dev.revgraph.diagnose;

import dev.revgraph.diagnose.Refusal.Barred;
import dev.revgraph.diagnose.Words.Named;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Settings that a superuser may change, and those whom one has given the right to. */
final class ParameterRights implements RightsRule {

    @Override
    public List<Barred> refused(Asked asked) throws SQLException {
        Words words = asked.words();
        int at = words.skip(words.skip(1, "LOCAL"), "SESSION");
        Optional<Named> name = words.at(0, "SET") ? words.name(at) : Optional.empty();
        if (name.isEmpty()
                || !(words.at(name.get().next(), "=") || words.at(name.get().next(), "TO"))) {
            return List.of();
        }
        String setting = words.between(at, name.get().next());
        boolean reserved = !asked.look()
                .list("SELECT 1 FROM pg_catalog.pg_settings WHERE name = lower(?) AND context = 'superuser'", setting)
                .isEmpty();
        if (!reserved || asked.isSuperuser()) {
            return List.of();
        }
        String finding = "The role \"" + asked.role() + "\" may not change the setting " + setting + ".";
        return List.of(
                asked.version() >= 15
                        ? new Barred(
                                finding,
                                List.of(WayOut.of(
                                        "Grant it, as a superuser.",
                                        "GRANT SET ON PARAMETER " + setting + " TO "
                                                + asked.look().quoted(asked.role()))))
                        : new Barred(
                                finding + " Before PostgreSQL 15 only a superuser may; no GRANT changes that.",
                                List.of(WayOut.of(
                                        "Let a superuser set it for the role, and leave it out of the revision.",
                                        "ALTER ROLE " + asked.look().quoted(asked.role()) + " "
                                                + words.text()
                                                        .strip()
                                                        .replaceFirst("(?i)\\b(LOCAL|SESSION)\\s+", "")))));
    }
}
