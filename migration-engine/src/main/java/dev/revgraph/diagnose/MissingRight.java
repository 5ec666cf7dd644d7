package dev.revgraph.diagnose;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The role lacks a right that the statement needs, or is not the owner of what it changes. */
final class MissingRight implements Cause {

    private static final String OR_AS_THE_OWNER =
            " Or migrate as the owner: `migration.username`, `migration.password`.";

    /**
     * A right that the role lacks.
     *
     * @param right as GRANT has it; empty for the rights that only the owner has
     * @param object as GRANT has it: {@code SCHEMA billing}
     * @param owner who may grant it
     */
    record Lack(String right, String object, String owner) {

        /** The object in words. */
        String shown() {
            int space = object.indexOf(' ');
            return "the " + object.substring(0, space).toLowerCase(Locale.ROOT) + object.substring(space);
        }
    }

    @Override
    public Optional<Diagnosis> find(Scene scene) throws SQLException {
        String role = role(scene);
        List<Lack> lacks = new NeededRights(scene.look(), scene.words(), role).lacking();
        return lacks.isEmpty() ? Optional.empty() : Optional.of(explain(scene.look(), role, lacks));
    }

    /** The revision may have taken on another one. */
    private static String role(Scene scene) throws SQLException {
        Optional<String> taken = Optional.empty();
        for (Words words : scene.undone()) {
            int name = words.skip(words.skip(1, "LOCAL"), "SESSION");
            if (words.at(0, "RESET", "ROLE") || (words.at(0, "SET") && words.at(name, "ROLE", "NONE"))) {
                taken = Optional.empty();
            } else if (words.at(0, "SET") && words.at(name, "ROLE")) {
                taken = words.name(name + 1).map(found -> found.name().name().name());
            }
        }
        return taken.isPresent()
                ? taken.get()
                : scene.look().list("SELECT current_user").get(0);
    }

    private static Diagnosis explain(Look look, String role, List<Lack> lacks) throws SQLException {
        String to = " TO " + look.quoted(role);
        Optional<Lack> owned =
                lacks.stream().filter(lack -> lack.right().isEmpty()).findFirst();
        if (owned.isPresent()) {
            return Diagnosis.of(
                    "The role \"" + role + "\" is not the owner of "
                            + owned.get()
                                    .object()
                                    .substring(owned.get().object().indexOf(' ') + 1)
                            + ", which belongs to \"" + owned.get().owner() + "\".",
                    WayOut.of(
                            "Make the role a member of the owner's, as a superuser; PostgreSQL has no smaller right for this."
                                    + OR_AS_THE_OWNER,
                            "GRANT " + look.quoted(owned.get().owner()) + to));
        }
        List<String> missing = new ArrayList<>();
        Set<String> grants = new LinkedHashSet<>();
        for (Lack lack : lacks) {
            missing.add(lack.right() + " on " + lack.shown() + ", which belongs to \"" + lack.owner() + "\"");
            grants.add("GRANT " + lack.right() + " ON " + lack.object() + to);
        }
        return Diagnosis.of(
                "The role \"" + role + "\" has no right to " + String.join("; nor to ", missing) + ".",
                new WayOut("Grant it, as the owner or a superuser." + OR_AS_THE_OWNER, List.copyOf(grants)));
    }
}
