package dev.revgraph.guide;

import dev.revgraph.MigrationEngine;
import dev.revgraph.MigrationSettings;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import dev.revgraph.revision.JavaRevision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The revisions that a guide shows, as files in a folder. */
final class GuideRevisions {

    /** Java revisions of the guides, which are compared with their text by {@link SnippetsTest}. */
    private static final List<JavaRevision> CODE = List.of(new FillOrderTotal());

    private static final String WRITING = "docs/writing-revisions.md";

    private final Page page;
    private final Revisions folder;

    GuideRevisions(Page page, Path temporary) {
        this.page = page;
        this.folder = Revisions.in(temporary);
    }

    /** Writes those files whose text is as wanted. */
    List<String> write(Predicate<String> wanted) {
        List<String> written = new ArrayList<>();
        for (Block block : page.blocks()) {
            block.file().filter(file -> wanted.test(block.text())).ifPresent(file -> {
                if (file.repeatable()) {
                    folder.repeatable(file.name(), block.text());
                } else {
                    folder.file(file.name(), block.text());
                    written.add(file.name());
                }
            });
        }
        return written;
    }

    /** Changes a line of one of the files. */
    void replace(String revision, String line, String by) {
        page.blocks().stream()
                .filter(block -> block.file()
                        .filter(file -> file.name().equals(revision))
                        .isPresent())
                .forEach(block -> folder.file(revision, block.text().replace(line, by)));
    }

    MigrationEngine engine(TestDatabase database) {
        return MigrationEngine.builder(database.dataSource())
                .settings(MigrationSettings.defaults()
                        .with(settings -> settings.locations(folder.locations())
                                .repeatableLocations(folder.repeatableLocations())))
                .codeRevisions(page.name().equals(WRITING) ? CODE : List.of())
                .build();
    }
}
