package dev.revgraph.adopt;

import dev.revgraph.ErrorCode;
import dev.revgraph.MigrationSettings;
import dev.revgraph.graph.InvalidGraphException;
import dev.revgraph.script.RevisionLoader;
import dev.revgraph.script.RevisionSet;
import dev.revgraph.script.RevisionSources;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Where revisions are: in the places of the settings, and where they have just been written. */
final class Sites {

    private final MigrationSettings settings;
    private final Function<MigrationSettings, Site> sites;

    Sites(MigrationSettings settings, Function<MigrationSettings, Site> sites) {
        this.settings = settings;
        this.sites = sites;
    }

    /** As configured. */
    Site here() {
        return sites.apply(settings);
    }

    Site at(Manuscript written) {
        return sites.apply(settings.with(
                changed -> changed.locations(written.locations()).repeatableLocations(written.repeatableLocations())));
    }

    /** Does something with the revisions as they would be; the files lie elsewhere for so long. */
    <T> T tried(List<AdoptedFile> files, Path folder, Function<Site, T> what) {
        if (files.isEmpty()) {
            return what.apply(here());
        }
        Path desk = Manuscript.desk();
        Manuscript written = Manuscript.write(desk.resolve("revisions"), files);
        try {
            return what.apply(at(written));
        } catch (InvalidGraphException faulty) {
            throw new InvalidGraphException(faulty.problems().stream()
                    .map(problem -> Manuscript.placed(problem, desk, folder))
                    .toList());
        } finally {
            written.takeBack();
            Manuscript.clear(desk);
        }
    }

    /** The revisions as configured; none where there is no such place yet. */
    RevisionSet known() {
        try {
            return here().revisions().get();
        } catch (InvalidGraphException faulty) {
            if (faulty.problems().stream().allMatch(problem -> problem.code() == ErrorCode.MISSING_LOCATION)) {
                return RevisionLoader.load(RevisionSources.of(Sites.class.getClassLoader())
                        .withLocations(List.of())
                        .withRepeatables(List.of()));
            }
            throw faulty;
        }
    }
}
