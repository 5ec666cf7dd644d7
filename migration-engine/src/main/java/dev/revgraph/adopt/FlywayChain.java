package dev.revgraph.adopt;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Flyway's versions as one line of revisions: what is applied first, then what is pending, each in the order of the
 * versions, so that nothing lies as a gap below what is applied. Computed once.
 */
final class FlywayChain {

    final List<Link> links = new ArrayList<>();
    final List<Obstacle> obstacles = new ArrayList<>();
    final List<String> remarks = new ArrayList<>();

    private final FlywayFolder folder;
    private final FlywayHistory history;

    private FlywayChain(FlywayFolder folder, FlywayHistory history) {
        this.folder = folder;
        this.history = history;
    }

    /** One revision of the line. */
    record Link(String id, FlywayFile file, @Nullable FlywayFile undo, boolean applied) {}

    /** @param skipCode whether what is no SQL is left out; otherwise it stands in the way */
    static FlywayChain of(FlywayFolder folder, FlywayHistory history, boolean skipCode) {
        FlywayChain chain = new FlywayChain(folder, history);
        FlywayFile base = chain.base().orElse(null);
        FlywayVersion from = base == null ? null : base.name().number();
        chain.requireFiles(from, skipCode);
        chain.link(base);
        chain.changed().ifPresent(chain.obstacles::add);
        chain.remarkOrder();
        Stream.of(chain.links.stream().map(Link::file), chain.undoing(), folder.repeatables.values().stream())
                .flatMap(files -> files)
                .forEach(file -> file.objection().ifPresent(chain.obstacles::add));
        return chain;
    }

    Collection<FlywayFile> repeatables() {
        return folder.repeatables.values();
    }

    List<String> ids(boolean applied) {
        return links.stream()
                .filter(link -> link.applied() == applied)
                .map(Link::id)
                .toList();
    }

    /** The highest baseline script below which no versioned ones are left. */
    private Optional<FlywayFile> base() {
        FlywayFile chosen = null;
        for (Map.Entry<FlywayVersion, FlywayFile> entry : folder.baselines.entrySet()) {
            if (folder.versioned.isEmpty() || folder.versioned.firstKey().compareTo(entry.getKey()) > 0) {
                chosen = entry.getValue();
            }
        }
        for (FlywayFile file : folder.baselines.values()) {
            if (!file.equals(chosen)) {
                remarks.add(
                        file.fileName() + " is left out: the versions that it stands for are there one by one, or in a"
                                + " later baseline script.");
            }
        }
        return Optional.ofNullable(chosen);
    }

    private void requireFiles(@Nullable FlywayVersion base, boolean skipCode) {
        List<String> code = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        history.applied.forEach((version, row) -> {
            if (!row.isSql()) {
                code.add(version + " (" + row.type() + ", " + row.script() + ")");
            } else if (!folder.versioned.containsKey(version)
                    && (base == null || version.compareTo(base) > 0)
                    && !history.isBelowBaseline(version)) {
                missing.add(row.script());
            }
        });
        if (!code.isEmpty()) {
            leaveOut(String.join(", ", code), skipCode);
        }
        if (!missing.isEmpty()) {
            obstacles.add(new Obstacle(
                    "Flyway has applied what is not in " + folder.places() + ": " + String.join(", ", missing) + ".",
                    "Put the files back or name their folder with `--flyway-location DIR`; if they are gone for good,"
                            + " `flyway repair` marks them as deleted, unless they are newer than every file."));
        }
        compareWithBaseline(base);
    }

    private void leaveOut(String code, boolean skipCode) {
        if (skipCode) {
            remarks.add("Left out, since it is no SQL: " + code
                    + ". New databases do not get what it does until it is a Java revision.");
        } else {
            obstacles.add(new Obstacle(
                    "Some migrations are no SQL, and cannot be converted: " + code + ".",
                    "Each has to be written as a Java revision. `adopt --skip-java` leaves them out, for you to write them"
                            + " afterwards."));
        }
    }

    private void compareWithBaseline(@Nullable FlywayVersion base) {
        FlywayVersion highest = history.highest();
        if (base != null && highest != null && highest.compareTo(base) < 0) {
            obstacles.add(new Obstacle(
                    "The database is at version " + highest + ", and the oldest file stands for everything up to "
                            + base + ".",
                    "Bring the database to " + base + " with Flyway first."));
        }
        if (base == null
                && history.baseline != null
                && folder.versioned.keySet().stream().noneMatch(history::isBelowBaseline)) {
            remarks.add("No file makes what was there before the baseline " + history.baseline
                    + ": new databases lack it, as they did with Flyway. `create` a base for it if you need some.");
        }
    }

    private void link(@Nullable FlywayFile base) {
        List<FlywayFile> files = new ArrayList<>(folder.versioned.values());
        if (base != null) {
            files.add(0, base);
        }
        Set<String> shared = shared(files);
        for (boolean applied : new boolean[] {true, false}) {
            for (FlywayFile file : files) {
                FlywayVersion version = file.name().number();
                boolean held = file.equals(base) ? !history.isEmpty() : history.holds(version);
                boolean code = held && isCode(version);
                if (held == applied && !code) {
                    links.add(new Link(
                            file.name().id(shared.contains(file.name().id(false))),
                            file,
                            folder.undo.get(version),
                            applied));
                }
            }
        }
        folder.undo.forEach((version, file) -> {
            if (!folder.versioned.containsKey(version)) {
                remarks.add(file.fileName() + " is left out: there is no version " + version + " that it could undo.");
            }
        });
    }

    private Stream<FlywayFile> undoing() {
        return links.stream().flatMap(link -> Stream.ofNullable(link.undo()));
    }

    private boolean isCode(FlywayVersion version) {
        FlywayRow row = history.applied.get(version);
        return row != null && !row.isSql();
    }

    /** Ids of several: names may differ in nothing but what a dot and an underscore mean. Then the dots stay. */
    private static Set<String> shared(List<FlywayFile> files) {
        Set<String> once = new TreeSet<>();
        Set<String> shared = new TreeSet<>();
        files.stream()
                .map(file -> file.name().id(false))
                .filter(id -> !once.add(id))
                .forEach(shared::add);
        return shared;
    }

    /** Files that are not what Flyway has applied. */
    Optional<Obstacle> changed() {
        List<String> changed = new ArrayList<>();
        compare(history.applied, folder.versioned, changed);
        compare(history.baselines, folder.baselines, changed);
        return changed.isEmpty()
                ? Optional.empty()
                : Optional.of(new Obstacle(
                        "What Flyway has applied is not what the files say now: " + String.join(", ", changed) + ".",
                        "Take back the change of each file; or, if the files are right, let `flyway repair` take their"
                                + " checksums, and adopt again."));
    }

    private static void compare(
            SortedMap<FlywayVersion, FlywayRow> rows,
            SortedMap<FlywayVersion, FlywayFile> files,
            List<String> changed) {
        rows.forEach((version, row) -> {
            FlywayFile file = files.get(version);
            Integer checksum = row.checksum();
            if (file != null && row.isSql() && checksum != null && checksum != file.checksum()) {
                changed.add("\"" + file.path() + "\" (checksum " + file.checksum() + ", recorded " + checksum + ")");
            }
        });
    }

    private void remarkOrder() {
        FlywayVersion highest = history.highest();
        List<String> late = links.stream()
                .filter(link -> !link.applied()
                        && highest != null
                        && link.file().name().number().compareTo(highest) < 0)
                .map(link -> link.file().fileName())
                .toList();
        if (!late.isEmpty()) {
            remarks.add("Not applied, though later versions are: " + String.join(", ", late)
                    + ". The next `upgrade` applies it on top of them, as Flyway does with outOfOrder alone.");
        }
    }
}
