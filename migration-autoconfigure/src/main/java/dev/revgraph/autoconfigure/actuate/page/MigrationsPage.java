package dev.revgraph.autoconfigure.actuate.page;

import dev.revgraph.MigrationException;
import dev.revgraph.autoconfigure.status.Answer;
import dev.revgraph.drawing.Markup;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SortedMap;

/**
 * The endpoint as a page: for every database its state, what has to be settled, what is pending, the graph and the latest
 * of the log. A well-formed document in one piece. What revisions and roles are called is text in it, whatever it
 * contains, and a browser is told to run nothing. Shows no SQL.
 */
public final class MigrationsPage {

    private static final String TOP = """
            <!DOCTYPE html>
            <html xmlns="http://www.w3.org/1999/xhtml" lang="en">
            <head>
            <meta charset="utf-8"/>
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <title>Migrations</title>
            """;

    private MigrationsPage() {}

    /**
     * All databases, as they have answered; links lead to the page of each.
     *
     * @param segment the last of the page's own path, which links are relative to
     */
    public static String ofAll(SortedMap<String, Answer<DatabaseView>> answers, String segment) {
        Markup page = begin();
        answers.forEach((name, answer) -> page.add(answer.<String>map(
                view -> DatabaseSection.of(name, view, encoded(segment) + "/" + encoded(name)),
                failure -> FailureSection.of(name, failure))));
        return end(page);
    }

    /** One database, below the page of all. */
    public static String of(String name, DatabaseView view) {
        return end(begin().add(DatabaseSection.of(name, view, encoded(name))));
    }

    /** A database of which only this can be told. */
    public static String of(String name, MigrationException failure) {
        return end(begin().add(FailureSection.of(name, failure)));
    }

    private static Markup begin() {
        return new Markup()
                .add(TOP.strip())
                .add(PageStyle.CSS)
                .add("</head>")
                .add("<body>")
                .add("<main>")
                .add("<h1>Migrations</h1>")
                .add("<p class=\"soft\">as of %s</p>", Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    private static String end(Markup page) {
        return page.add("</main>").add("</body>").add("</html>").toString();
    }

    /** Fit for one segment of a path, in which "+" is no blank. */
    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
