package dev.revgraph.script;

import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

/** Files in memory for tests. */
final class Files {

    private Files() {}

    static ScriptFile of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    static ScriptFile of(byte[] bytes) {
        return of(new ByteArrayResource(bytes));
    }

    static ScriptFile of(Resource resource) {
        return ScriptFile.of(resource, "the_file.sql", "the_file.sql");
    }

    /** A root with these sections; the first line of the sections is line 2. */
    static SqlRevision revision(String sections) {
        return revision(of("-- revises: base\n" + sections));
    }

    static SqlRevision revision(ScriptFile file) {
        RevisionFile parsed = RevisionFileParser.parse(file.text(), file.name());
        return SqlRevision.parsed(file, parsed.header().node(file.origin()).orElseThrow(), parsed, file.bytes());
    }
}
