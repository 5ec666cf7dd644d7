package dev.revgraph.autoconfigure.actuate.page;

import dev.revgraph.drawing.Markup;
import dev.revgraph.drawing.SvgDrawing;
import dev.revgraph.report.HistoryEntry;
import dev.revgraph.report.HistoryPage;
import dev.revgraph.report.PendingRevision;
import dev.revgraph.report.Status;
import dev.revgraph.report.StatusProblem;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the page says of one database. */
final class DatabaseSection {

    private final Markup page = new Markup();
    private final String link;

    private DatabaseSection(String link) {
        this.link = link;
    }

    /** @param link where the database is found, relative to the page */
    static String of(String name, DatabaseView view, String link) {
        return new DatabaseSection(link).write(name, view);
    }

    private String write(String name, DatabaseView view) {
        page.add("<section>");
        state(name, view.status());
        view.status().problems().forEach(this::problem);
        pending(view.status().pending());
        graph(view);
        history(view.history());
        return page.add("</section>").toString();
    }

    private void state(String name, Status status) {
        page.add(
                "<div class=\"title\"><h2><a href=\"%s\">%s</a></h2> <span class=\"chip %s\">%s</span></div>",
                link, name, PageStyle.chip(status.state()), status.state());
        page.add("<dl>");
        fact("current", names(status.current(), "base"));
        fact("heads", names(status.heads(), "none"));
        fact("applied", status.applied());
        fact("pending", status.pending().size());
        if (!status.unknown().isEmpty()) {
            fact("unknown to this application", names(status.unknown(), ""));
        }
        page.add("</dl>");
    }

    private void fact(String name, Object value) {
        page.add("<div><dt>%s</dt><dd>%s</dd></div>", name, value);
    }

    private void problem(StatusProblem problem) {
        page.add(
                "<div class=\"problem\" role=\"alert\"><p><code>%s</code> %s</p><p>%s</p></div>",
                problem.code(), problem.message(), problem.action());
    }

    private void pending(List<PendingRevision> pending) {
        if (pending.isEmpty()) {
            return;
        }
        heading("Pending, in this order");
        table("Revision", "What it does", "Revises");
        for (PendingRevision revision : pending) {
            page.add(
                    "<tr><td><code>%s</code></td><td>%s</td><td><code>%s</code></td></tr>",
                    revision.revision(), revision.description(), names(revision.revises(), "base"));
        }
        page.add("</table></div>");
    }

    private void graph(DatabaseView view) {
        heading("Graph");
        page.add("<div class=\"wide\">").add(SvgDrawing.of(view.picture())).add("</div>");
        if (view.undrawn() > 0) {
            page.add(
                    "<p class=\"soft\">%s older revisions are not drawn; the command graph draws them all.</p>",
                    view.undrawn());
        }
    }

    private void history(HistoryPage history) {
        heading("History");
        if (history.entries().isEmpty()) {
            page.add("<p class=\"soft\">Nothing has been done yet.</p>");
            return;
        }
        table("When (UTC)", "What", "Now at", "Took", "By", "Outcome");
        history.entries().forEach(this::entry);
        page.add("</table></div>");
        if (history.total() > history.entries().size()) {
            page.add(
                    "<p class=\"soft\">%s entries in all: <a href=\"%s\">more of them, in JSON</a>.</p>",
                    history.total(), link + "/history?size=1000");
        }
    }

    private void entry(HistoryEntry entry) {
        page.add(
                "<tr><td class=\"time\">%s</td><td>%s <code>%s</code></td><td><code>%s</code></td><td class=\"number\">%s</td>",
                entry.startedAt()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString()
                        .replace('T', ' ')
                        .replace("Z", ""),
                entry.operation(),
                subject(entry),
                names(entry.headsAfter(), "base"),
                Duration.between(entry.startedAt(), entry.finishedAt()).toMillis() + " ms");
        page.add(
                "<td>%s</td><td><span class=\"chip %s\">%s</span>",
                by(entry), entry.outcome().equals("done") ? "good" : "bad", entry.outcome());
        for (String words : List.of(text(entry.reason()), text(entry.error()))) {
            if (!words.isEmpty()) {
                page.add("<p>%s</p>", words);
            }
        }
        page.add("</td></tr>");
    }

    /** A stamp of no revision, or of several, has no single one to name. */
    private static String subject(HistoryEntry entry) {
        return entry.revision() == null && entry.operation().equals("stamp")
                ? names(entry.headsAfter(), "base")
                : text(entry.revision());
    }

    private static String by(HistoryEntry entry) {
        return entry.username()
                + (entry.application() == null ? "" : ", " + entry.application())
                + (entry.host() == null ? "" : ", " + entry.host());
    }

    private void heading(String text) {
        page.add("<h3>%s</h3>", text);
    }

    private void table(String... columns) {
        page.add("<div class=\"wide\"><table>").add("<tr>");
        for (String column : columns) {
            page.add("<th scope=\"col\">%s</th>", column);
        }
        page.add("</tr>");
    }

    private static String names(List<String> names, String none) {
        return names.isEmpty() ? none : String.join(", ", names);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
