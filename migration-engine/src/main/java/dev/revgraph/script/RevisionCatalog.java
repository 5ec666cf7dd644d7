package dev.revgraph.script;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The revisions of an application: read when they are first asked for, then kept as metadata. Thread-safe. */
public final class RevisionCatalog {

    private static final String UNREADABLE = "";

    private final RevisionSources sources;
    private volatile @Nullable RevisionSet loaded;
    private volatile @Nullable String digest;
    private @Nullable CompletableFuture<FoundFiles> ahead;

    public RevisionCatalog(RevisionSources sources) {
        this.sources = sources;
    }

    /** The same revisions alone, read for themselves. */
    public RevisionCatalog withoutRepeatables() {
        return new RevisionCatalog(sources.withRepeatables(List.of()));
    }

    /**
     * Begins to find and read the files, unless they are read already, while the caller connects to a database and asks
     * it what it knows of them.
     */
    public void lookAhead() {
        if (loaded == null && digest == null) {
            synchronized (sources) {
                if (loaded == null && ahead == null) {
                    ahead = CompletableFuture.supplyAsync(() -> FoundFiles.of(sources), RevisionCatalog::start);
                }
            }
        }
    }

    /** A thread of its own: it shares its work with the common pool, whose only thread it would be on two processors. */
    private static void start(Runnable task) {
        Thread thread = new Thread(task, "revgraph-files");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * All of them.
     *
     * @throws dev.revgraph.graph.InvalidGraphException if they cannot be read or form no graph, with all problems; they
     *     are read again by the next call then
     */
    public RevisionSet get() {
        return get(KnownFiles.NONE);
    }

    /**
     * All of them; files that a database knows are not parsed, if this is what reads them.
     *
     * @throws dev.revgraph.graph.InvalidGraphException as {@link #get()} does
     */
    public RevisionSet get(KnownFiles known) {
        RevisionSet set = loaded;
        if (set == null) {
            synchronized (sources) {
                set = loaded;
                if (set == null) {
                    set = load(found(), known);
                    loaded = set;
                }
            }
        }
        return set;
    }

    /**
     * A digest of everything the revisions are read from, without parsing any of it. Empty if something cannot be read;
     * then loading says what.
     */
    public Optional<String> digest() {
        String known = digest;
        if (known == null) {
            synchronized (sources) {
                FoundFiles found = found();
                known = found.digest(sources).orElse(UNREADABLE);
                digest = known;
                ahead = CompletableFuture.completedFuture(found);
            }
        }
        return Optional.of(known).filter(text -> !text.equals(UNREADABLE));
    }

    /** The digest is always that of what is loaded. */
    private RevisionSet load(FoundFiles found, KnownFiles known) {
        digest = null;
        RevisionSet set = RevisionLoader.load(sources, found, known);
        digest = found.digest(sources).orElse(UNREADABLE);
        return set;
    }

    /** What was found ahead serves once: files that were faulty are looked for again. */
    private FoundFiles found() {
        CompletableFuture<FoundFiles> begun = ahead;
        ahead = null;
        if (begun == null) {
            return FoundFiles.of(sources);
        }
        try {
            return begun.join();
        } catch (CompletionException e) {
            // Whatever went wrong in the background is better met again where its cause can be thrown.
            return FoundFiles.of(sources);
        }
    }
}
