package dev.revgraph.sample.postgres;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the embedded server lives.
 *
 * @param directory Directory of binaries, data and log; created when missing.
 * @param version Version of the binaries on the class path; the build fills it in.
 */
@ConfigurationProperties("sample.postgres")
record EmbeddedPostgresProperties(Path directory, String version) {

    DataDirectory dataDirectory() {
        // Another major version cannot read the data, a minor one can.
        return new DataDirectory(directory.toAbsolutePath().resolve("postgresql-" + version.split("\\.", 2)[0]));
    }

    Path binaries() {
        return directory.toAbsolutePath().resolve("binaries");
    }
}
