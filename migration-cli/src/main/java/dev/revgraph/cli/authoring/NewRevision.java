package dev.revgraph.cli.authoring;

import dev.revgraph.ErrorCode;
import dev.revgraph.cli.CommandException;
import dev.revgraph.script.Description;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;

/**
 * A revision file that is to be written.
 *
 * @param description one line
 * @param revises none for a base
 * @param content what stands below the header
 */
public record NewRevision(
        RevisionName name,
        String description,
        List<String> revises,
        List<String> dependsOn,
        List<String> labels,
        LocalDate created,
        Content content) {

    /** @throws CommandException if the description would be read as a key of the header */
    public NewRevision {
        description = description.replaceAll("\\s+", " ").strip();
        if (!Description.isReadable(description)) {
            throw new CommandException(
                    ErrorCode.USAGE,
                    "The description \"" + description + "\" begins as a key of a file's header does. Nothing has been"
                            + " written.",
                    "Leave the colon out.",
                    List.of());
        }
        revises = List.copyOf(revises);
        dependsOn = List.copyOf(dependsOn);
        labels = List.copyOf(labels);
    }

    public String id() {
        return name.id();
    }

    /** The file's text. */
    public String text() {
        StringBuilder text = new StringBuilder("-- " + description + "\n--\n");
        if (name.needsKey()) {
            text.append("-- revision: ").append(name.id()).append('\n');
        }
        text.append("-- revises: ")
                .append(revises.isEmpty() ? "base" : String.join(", ", revises))
                .append('\n');
        if (!dependsOn.isEmpty()) {
            text.append("-- depends-on: ").append(String.join(", ", dependsOn)).append('\n');
        }
        if (!labels.isEmpty()) {
            text.append("-- branch: ").append(String.join(", ", labels)).append('\n');
        }
        text.append("-- created: ").append(created).append('\n');
        if (!content.transactional()) {
            text.append("-- transaction: off\n");
        }
        return text.append('\n').append(content.text()).toString();
    }

    /**
     * Writes it; what exists is never overwritten.
     *
     * @throws CommandException if there is such a file, or the folder cannot be written
     */
    public Path writeTo(Path folder) {
        Path file = folder.resolve(name.file() + ".sql");
        try {
            Files.createDirectories(folder);
            return Files.writeString(file, text(), StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException exists) {
            throw new CommandException(
                    ErrorCode.DUPLICATE_REVISION,
                    "The file \"" + file + "\" exists. Nothing has been written.",
                    "Give the new revision another description.",
                    List.of(name.id()));
        } catch (IOException failure) {
            throw new CommandException(
                    ErrorCode.MISSING_LOCATION,
                    "The file \"" + file + "\" cannot be written: " + failure + ".",
                    "Name a folder that can be written with `--output DIR`.",
                    failure);
        }
    }
}
