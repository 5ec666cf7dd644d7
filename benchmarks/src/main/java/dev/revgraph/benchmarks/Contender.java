package dev.revgraph.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;

/** A way to bring a database to the state that files describe. Stateless. */
interface Contender {

    /** Writes the changes as files of this tool, below a folder that will be on the class path. */
    void write(Path root, List<Change> changes) throws IOException;

    /** What an application does at its start: opens the tool, which applies what is missing, maybe nothing. */
    void migrate(DataSource database, Path root, ClassLoader files) throws Exception;

    /** How the names of the jars begin that a process needs which has this tool and nothing else. */
    List<String> jars();
}
