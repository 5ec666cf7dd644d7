package dev.revgraph.benchmarks;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** The same changes as files of every tool, each below a folder of its own. */
record Layout(Path folder, int size) {

    static Layout write(Path parent, int size, Collection<Tool> tools) throws IOException {
        Layout layout = new Layout(parent.resolve("changes-" + size), size);
        List<Change> changes = Change.list(size);
        for (Tool tool : tools) {
            tool.contender().write(layout.root(tool), changes);
        }
        return layout;
    }

    /** What is put on the class path. */
    Path root(Tool tool) {
        return folder.resolve(tool.name());
    }

    /** A class path of the program's own and the tool's files. */
    URLClassLoader classLoader(Tool tool) throws IOException {
        return new URLClassLoader(new URL[] {root(tool).toUri().toURL()}, Layout.class.getClassLoader());
    }
}
