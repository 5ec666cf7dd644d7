package dev.revgraph.script;

import org.jspecify.annotations.Nullable;

/**
 * One statement, ready to be sent to the server.
 *
 * @param text from its first to its last token, without the semicolon; comments inside it are kept
 * @param line the line of its first token in the file, counted from 1
 * @param data what to send to the server after the statement, if it is {@code COPY … FROM stdin}
 * @param changesSession whether it may leave the session with other settings ({@code SET}, {@code RESET},
 *     {@code DISCARD}, {@code set_config} anywhere, a {@code DO} block that sets something)
 */
public record SqlStatement(String text, int line, @Nullable CopyData data, boolean changesSession) {}
