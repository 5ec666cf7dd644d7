package dev.revgraph.diagnose;

import dev.revgraph.diagnose.Refusal.Barred;
import dev.revgraph.diagnose.Refusal.NotOwner;
import dev.revgraph.diagnose.Refusal.Ungranted;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The role lacks a right that the statement needs, or is not the owner of what it changes. */
final class MissingRight implements Cause {

    static final String OR_AS_THE_OWNER = " Or migrate as the owner: `migration.username`, `migration.password`.";

    /** The first kind that is missing is meant: without a right to a schema, what is in it cannot be looked at. */
    private static final List<RightsRule> RULES = List.of(
            new SchemaRights(),
            new DatabaseRights(),
            new ExtensionRights(),
            new SuperuserRights(),
            new ParameterRights(),
            new RoleRights(),
            new Ownership(),
            new NewNames(),
            new TableRights(),
            new SequenceRights(),
            new FunctionRights(),
            new TypeRights(),
            new LanguageRights(),
            new ServerRights(),
            new TablespaceRights(),
            new ViewRights(),
            new RowSecurity());

    @Override
    public Optional<Diagnosis> find(Scene scene) throws SQLException {
        Asked asked = new Asked(scene.look(), scene.words(), role(scene));
        for (RightsRule rule : RULES) {
            List<? extends Refusal> refused = rule.refused(asked);
            if (!refused.isEmpty()) {
                return Optional.of(explain(asked, refused));
            }
        }
        return Optional.empty();
    }

    /** The revision may have taken on another one. */
    private static String role(Scene scene) throws SQLException {
        Optional<String> taken = Optional.empty();
        for (Words words : scene.undone()) {
            int name = words.skip(words.skip(1, "LOCAL"), "SESSION");
            if (words.at(0, "RESET", "ROLE") || (words.at(0, "SET") && words.at(name, "ROLE", "NONE"))) {
                taken = Optional.empty();
            } else if (words.at(0, "SET") && words.at(name, "ROLE")) {
                taken = RoleRights.named(words, name + 1);
            }
        }
        return taken.isPresent()
                ? taken.get()
                : scene.look().list("SELECT current_user").get(0);
    }

    private static Diagnosis explain(Asked asked, List<? extends Refusal> refused) throws SQLException {
        Refusal first = refused.get(0);
        if (first instanceof Barred barred) {
            return Diagnosis.of(barred.finding(), barred.waysOut());
        }
        if (first instanceof NotOwner owned) {
            return Diagnosis.of(
                    "The role \"" + asked.role() + "\" is not the owner of " + owned.object() + ", which belongs to \""
                            + owned.owner() + "\".",
                    WayOut.of(
                            "Make the role a member of the owner's, as a superuser; PostgreSQL has no smaller right for this."
                                    + OR_AS_THE_OWNER,
                            "GRANT " + asked.look().quoted(owned.owner()) + " TO "
                                    + asked.look().quoted(asked.role())));
        }
        return ungranted(
                asked.look(), refused.stream().map(Ungranted.class::cast).toList());
    }

    private static Diagnosis ungranted(Look look, List<Ungranted> rights) throws SQLException {
        String role = rights.get(0).role();
        List<String> missing = new ArrayList<>();
        Set<String> grants = new LinkedHashSet<>();
        for (Ungranted right : rights) {
            missing.add(
                    right.right() + " on " + shown(right.object()) + ", which belongs to \"" + right.owner() + "\"");
            grants.add("GRANT " + right.right() + " ON " + right.object() + " TO " + look.quoted(role));
        }
        return Diagnosis.of(
                "The role \"" + role + "\" has no right to " + String.join("; nor to ", missing) + ".",
                new WayOut("Grant it, as the owner or a superuser." + OR_AS_THE_OWNER, List.copyOf(grants)));
    }

    /** The object in words: the kind is in capitals, and what is quoted stays as it is. */
    private static String shown(String object) {
        int name = 0;
        while (name < object.length() && (Character.isUpperCase(object.charAt(name)) || object.charAt(name) == ' ')) {
            name++;
        }
        return "the " + object.substring(0, name).toLowerCase(Locale.ROOT) + object.substring(name);
    }
}
