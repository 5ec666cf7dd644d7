package dev.revgraph.script;

import dev.revgraph.graph.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The statements of a revision, placeholders replaced.
 *
 * @param upgrade in the order of the file
 * @param downgrade in the order of the file; empty if there is none
 * @param downgradeText the downgrade as one text, COPY data included, for the record in the database; {@code null} if
 *     the revision has no downgrade. {@link #parseStored} reads it again.
 */
public record SqlScript(
        List<SqlStatement> upgrade,
        List<SqlStatement> downgrade,
        @Nullable String downgradeText) {

    public SqlScript {
        upgrade = List.copyOf(upgrade);
        downgrade = List.copyOf(downgrade);
    }

    /**
     * Splits a downgrade that was stored in the database. The rules for revision files are not applied again: an older
     * or newer release stored it, and it is the only way back.
     *
     * @param name what to call the text in messages, {@code the stored downgrade of "x"} for instance
     * @throws ScriptException if the text cannot be split
     */
    public static SqlScript parseStored(String name, String text) {
        return new SqlScript(List.of(), split(name, text), text);
    }

    /**
     * Splits any SQL as psql does.
     *
     * @param name what to call the text in messages
     * @throws ScriptException if the text cannot be split
     */
    public static List<SqlStatement> split(String name, String text) {
        String normalised = ScriptText.withLineFeeds(text);
        SqlLexer lexer = new SqlLexer(normalised);
        List<Finding> findings = new ArrayList<>();
        Section section;
        try {
            SectionScan scan = SectionScan.ofWholeText(lexer, StatementRules.NONE, findings);
            while (lexer.next()) {
                scan.accept();
            }
            section = scan.finish(normalised.length());
        } catch (LexicalException e) {
            throw ScriptException.of(e.finding(), Origin.of(name), List.of());
        }
        if (!findings.isEmpty()) {
            throw ScriptException.of(findings.get(0), Origin.of(name), List.of());
        }
        return new SectionText(normalised, section, Map.of()).statements();
    }

    /** Whether any statement of the upgrade may leave the session with other settings. */
    public boolean upgradeChangesSession() {
        return upgrade.stream().anyMatch(SqlStatement::changesSession);
    }

    /** Whether any statement of the downgrade may leave the session with other settings. */
    public boolean downgradeChangesSession() {
        return downgrade.stream().anyMatch(SqlStatement::changesSession);
    }
}
