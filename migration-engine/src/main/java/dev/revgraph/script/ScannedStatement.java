package dev.revgraph.script;

import org.jspecify.annotations.Nullable;

/**
 * Where a statement stands in its file: positions instead of text, so that reading the metadata of a large file copies
 * nothing.
 *
 * @param from its first token
 * @param to the end of its last token, the semicolon left out
 * @param line the line of the first token
 * @param data the inline data of a COPY statement
 * @param changesSession whether it may leave the session with other settings
 */
record ScannedStatement(
        int from, int to, int line, @Nullable CopyRange data, boolean changesSession) {}
