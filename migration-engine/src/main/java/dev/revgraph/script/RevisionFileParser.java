package dev.revgraph.script;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads one revision file: the comments before the first marker are the header, then come the sections. The markers are
 * line comments to the SQL lexer, so one inside a string, a function body or a longer comment is none.
 */
final class RevisionFileParser {

    private final List<Finding> findings = new ArrayList<>();
    private final HeaderLines headerLines = new HeaderLines(findings);
    private final TokenDigest digest = new TokenDigest();
    private final SqlLexer lexer;
    private final String fileName;

    private @Nullable RevisionHeader header;
    private @Nullable SectionScan scan;
    private @Nullable SectionMarker marker;
    private @Nullable Section upgrade;
    private @Nullable Section downgrade;
    private Reversibility reversibility = new Reversibility.Missing();
    private boolean strayStatement;

    private RevisionFileParser(String text, String fileName) {
        this.lexer = new SqlLexer(text);
        this.fileName = fileName;
    }

    /** @param fileName without {@code .sql} */
    static RevisionFile parse(String text, String fileName) {
        return new RevisionFileParser(text, fileName).parse();
    }

    /** @param fileName without {@code .sql} */
    static RevisionFile parse(byte[] bytes, String fileName) {
        try {
            return parse(ScriptText.decode(bytes), fileName);
        } catch (LexicalException e) {
            return unreadable(fileName, e.finding());
        }
    }

    /** A file whose text cannot be had is still a revision, of the name the file gives it. */
    static RevisionFile unreadable(String fileName, Finding finding) {
        RevisionFile nothing = new RevisionFileParser(" ", fileName).parse();
        return new RevisionFile(nothing.header(), null, null, nothing.reversibility(), List.of(finding));
    }

    private RevisionFile parse() {
        if (lexer.text().isBlank()) {
            findings.add(Finding.inHeader(
                    1,
                    "The file is empty.",
                    "A revision file needs a header with \"-- revises: ID\" (or \"base\") and a line \"-- +upgrade\""
                            + " with the SQL below it."));
            return new RevisionFile(
                    new HeaderParser(headerLines, new ArrayList<>()).parse(fileName),
                    null,
                    null,
                    reversibility,
                    findings);
        }
        try {
            readTokens();
            endSection(lexer.text().length());
            requireUpgrade();
        } catch (LexicalException e) {
            findings.add(e.finding());
        }
        RevisionHeader known = header();
        findings.sort(Comparator.comparingInt(Finding::line));
        return new RevisionFile(known, upgrade, downgrade, reversibility, findings);
    }

    private void readTokens() {
        while (lexer.next()) {
            if (lexer.kind() == TokenKind.LINE_COMMENT && lexer.isFirstInLine()) {
                String comment = lexer.token();
                if (SectionMarker.isMarker(comment)) {
                    beginSection(SectionMarker.of(comment));
                    continue;
                }
                if (marker == null) {
                    headerLines.add(comment, lexer.line());
                    continue;
                }
                int at = lexer.line();
                marker.almostOther(comment).ifPresent(name -> findings.add(Sections.almost(name, at)));
            }
            if (scan != null) {
                scan.accept();
            } else if (!lexer.kind().isComment()) {
                stray();
            }
        }
    }

    private void beginSection(SectionMarker next) {
        if (!next.isKnown()) {
            findings.add(Sections.unknown(next, lexer.line()));
            return;
        }
        endSection(lexer.start());
        marker = next;
        scan = SectionScan.afterMarker(lexer, rules(header()), digest, findings);
        findings.addAll(Sections.objections(next, lexer.line()));
    }

    private StatementRules rules(RevisionHeader known) {
        return headerLines.hasUnreadable(HeaderKey.TRANSACTION)
                ? StatementRules.IN_UNKNOWN_MODE
                : StatementRules.of(known.transactional());
    }

    private void endSection(int end) {
        if (scan == null || marker == null) {
            return;
        }
        boolean empty = scan.isEmpty();
        Section section = scan.finish(end);
        scan = null;
        Section earlier = marker.isUpgrade() ? upgrade : downgrade;
        if (earlier != null || (marker.isDowngrade() && !(reversibility instanceof Reversibility.Missing))) {
            findings.add(Sections.duplicate(marker, section.line()));
        } else if (marker.isUpgrade()) {
            upgrade = section;
        } else if (marker.isIrreversible()) {
            reversibility = new Reversibility.Irreversible(marker.reason());
            if (!empty) {
                findings.add(Sections.irreversibleWithStatements(section.line()));
            }
        } else {
            reversibility = new Reversibility.Reversible();
            downgrade = section;
        }
    }

    private RevisionHeader header() {
        if (header == null) {
            header = new HeaderParser(headerLines, findings).parse(fileName);
        }
        return header;
    }

    private void requireUpgrade() {
        if (upgrade == null) {
            findings.add(Finding.inHeader(
                    1, "The file has no line \"-- +upgrade\".", "Write it above the statements of the upgrade."));
        }
    }

    private void stray() {
        if (!strayStatement) {
            strayStatement = true;
            findings.add(Finding.inHeader(
                    lexer.line(),
                    "A statement stands before the first section.",
                    "Write \"-- +upgrade\" in a line of its own above it."));
        }
    }
}
