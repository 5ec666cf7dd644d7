package dev.revgraph.adopt;

import dev.revgraph.rehearse.TableName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Turns Flyway's files and records into revision files, and says which of them are applied. */
final class FlywayAdoption {

    private final TableName table;
    private final FlywayFolder folder;
    private final FlywayHistory history;
    private final Map<String, String> placeholders;

    FlywayAdoption(TableName table, FlywayFolder folder, FlywayHistory history, Map<String, String> placeholders) {
        this.table = table;
        this.folder = folder;
        this.history = history;
        this.placeholders = placeholders;
    }

    /** @throws AdoptionException with everything that stands in the way */
    Adoption plan(FlywayChoice choice) {
        FlywayChain chain = FlywayChain.of(folder, history, choice.skipCode());
        List<Obstacle> obstacles = new ArrayList<>(failed(history));
        obstacles.addAll(chain.obstacles);
        if (!obstacles.isEmpty()) {
            throw AdoptionException.of(obstacles);
        }
        List<AdoptedFile> files = files(chain);
        requireFree(choice.folder(), files);
        List<String> applied = chain.ids(true);
        List<String> remarks = new ArrayList<>(chain.remarks);
        remarks.addAll(remarks());
        return new Adoption(
                Source.FLYWAY,
                files,
                applied.isEmpty() ? List.of() : applied.subList(applied.size() - 1, applied.size()),
                applied,
                chain.ids(false),
                scripts(),
                remarks,
                reason(),
                List.of(table));
    }

    static List<Obstacle> failed(FlywayHistory history) {
        return history.failed.isEmpty()
                ? List.of()
                : List.of(new Obstacle(
                        "Flyway has recorded a failure of "
                                + String.join(
                                        ", ",
                                        history.failed.stream()
                                                .map(FlywayRow::name)
                                                .toList())
                                + ", and nobody has settled it.",
                        "Undo what it has left half done, type `flyway repair`, and adopt again."));
    }

    private static List<AdoptedFile> files(FlywayChain chain) {
        List<AdoptedFile> files = new ArrayList<>();
        String parent = null;
        for (FlywayChain.Link link : chain.links) {
            files.add(new AdoptedFile(link.id(), RevisionFileText.of(link, parent), false));
            parent = link.id();
        }
        chain.repeatables().forEach(file -> files.add(new AdoptedFile(name(file), file.text(), true)));
        return files;
    }

    private static String name(FlywayFile file) {
        return file.fileName().substring(0, file.fileName().length() - ".sql".length());
    }

    /** One file too many there, and the revisions would be another graph than Flyway's. */
    private static void requireFree(Path target, List<AdoptedFile> files) {
        files.stream()
                .map(file -> Manuscript.path(target, file))
                .filter(Files::exists)
                .findFirst()
                .ifPresent(file -> {
                    throw Manuscript.exists(file);
                });
    }

    /**
     * The files as they would be written, to compare others with; nothing where Flyway's are gone, or cannot be read as
     * revisions.
     *
     * @throws AdoptionException if Flyway's records do not fit its files
     */
    Optional<List<AdoptedFile>> files() {
        FlywayChain chain = FlywayChain.of(folder, history, true);
        List<Obstacle> obstacles = new ArrayList<>(failed(history));
        chain.changed().ifPresent(obstacles::add);
        if (!obstacles.isEmpty()) {
            throw AdoptionException.of(obstacles);
        }
        return folder.isMissing() || !chain.obstacles.isEmpty() ? Optional.empty() : Optional.of(files(chain));
    }

    /** The repeatable scripts that have run as they are now. */
    List<String> scripts() {
        return folder.repeatables.entrySet().stream()
                .filter(entry -> {
                    FlywayRow row = history.repeatables.get(entry.getKey());
                    return row != null
                            && Objects.equals(row.checksum(), entry.getValue().checksum(placeholders));
                })
                .map(entry -> name(entry.getValue()))
                .toList();
    }

    String reason() {
        FlywayVersion highest = history.highest();
        return "adopted from Flyway's " + table
                + (highest == null ? ", in which nothing is applied" : ", which is at version " + highest);
    }

    private List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (!folder.callbacks.isEmpty()) {
            remarks.add("Callbacks are not taken over: " + String.join(", ", folder.callbacks)
                    + ". A MigrationListener can do what they did.");
        }
        if (!folder.unnamed.isEmpty()) {
            remarks.add("Not taken over, since Flyway ignores files of such a name: "
                    + String.join(", ", folder.unnamed) + ".");
        }
        List<String> run =
                folder.repeatables.values().stream().map(FlywayAdoption::name).toList();
        if (!run.stream().sorted().toList().equals(run)) {
            remarks.add("Repeatable scripts run in the order of their file names: "
                    + String.join(", ", run.stream().sorted().toList())
                    + "; with Flyway it was " + String.join(", ", run) + ".");
        }
        return remarks;
    }
}
