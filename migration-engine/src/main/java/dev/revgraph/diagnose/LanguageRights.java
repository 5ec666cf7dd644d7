package dev.revgraph.diagnose;

import dev.revgraph.diagnose.Refusal.Barred;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/** The language of a function or a block. */
final class LanguageRights implements RightsRule {

    private static final String ON_LANGUAGE = """
            SELECT 'LANGUAGE ' || pg_catalog.quote_ident(lanname), pg_catalog.pg_get_userbyid(lanowner)
              FROM pg_catalog.pg_language
             WHERE lanname = ? AND lanpltrusted AND NOT pg_catalog.has_language_privilege(?, oid, 'USAGE')
            """;

    @Override
    public List<? extends Refusal> refused(Asked asked) throws SQLException {
        Words words = asked.words();
        boolean routine = words.at(0, "CREATE") && (words.find(1, "FUNCTION") > 0 || words.find(1, "PROCEDURE") > 0);
        if (!routine && !words.at(0, "DO")) {
            return List.of();
        }
        int at = words.find(0, "LANGUAGE");
        String language = at < 0
                ? routine ? "sql" : "plpgsql"
                : words.between(at + 1, Math.min(at + 2, words.size()))
                        .replaceAll("['\"]", "")
                        .toLowerCase(Locale.ROOT);
        List<Refusal.Ungranted> ungranted = asked.ungranted("USAGE", ON_LANGUAGE, language, asked.role());
        boolean trusted = !asked.look()
                .list("SELECT 1 FROM pg_catalog.pg_language WHERE lanname = ? AND NOT lanpltrusted", language)
                .contains("1");
        return trusted || asked.isSuperuser()
                ? ungranted
                : List.of(new Barred(
                        "The language " + language
                                + " is not a trusted one: only a superuser may write functions in it, and no GRANT changes"
                                + " that.",
                        List.of(WayOut.of(
                                "Let a superuser type it, and leave it out of the revision; or write the function in another"
                                        + " language, such as plpgsql.",
                                words.text().strip()))));
    }
}
