package dev.revgraph.cli.authoring;

import dev.revgraph.ErrorCode;
import dev.revgraph.cli.CommandException;
import dev.revgraph.graph.RevisionGraph;
import dev.revgraph.graph.RevisionId;
import dev.revgraph.script.IdStyle;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Names new revisions, none as another one is named, be it old or new. Used by one thread. */
public final class NewNames {

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT);

    /** As many as Alembic's ids have, so that files of both can stand side by side. */
    private static final int HEX_DIGITS = 12;

    private final IdStyle style;
    private final Clock clock;
    private final RandomGenerator random;
    private final Set<String> taken = new HashSet<>();

    /**
     * Begins with the names that are taken already.
     *
     * @param clock says the day in the zone of the person who types
     */
    public NewNames(IdStyle style, Clock clock, RandomGenerator random, RevisionGraph graph) {
        this.style = style;
        this.clock = clock;
        this.random = random;
        graph.revisions().stream().map(RevisionId::value).forEach(taken::add);
    }

    /**
     * The name of one more.
     *
     * @throws CommandException if the description makes an id that there is already
     */
    public RevisionName next(String description) {
        return switch (style) {
            case DATE -> described(DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.now(clock)), description);
            case TIMESTAMP ->
                described(SECOND.format(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)), description);
            case HEX -> random(description);
        };
    }

    private RevisionName described(String time, String description) {
        String id = time + "_" + Names.slug(description);
        if (!taken.add(id)) {
            throw new CommandException(
                    ErrorCode.DUPLICATE_REVISION,
                    "There is a revision \"" + id + "\". Nothing has been written.",
                    "Give the new one another description with `-m`.",
                    List.of(id));
        }
        return new RevisionName(id, id);
    }

    private RevisionName random(String description) {
        String id;
        do {
            id = HexFormat.of().toHexDigits(random.nextLong(), HEX_DIGITS);
        } while (!taken.add(id));
        String slug = Names.slug(description);
        return new RevisionName(id, slug.isEmpty() ? id : id + "_" + slug);
    }
}
