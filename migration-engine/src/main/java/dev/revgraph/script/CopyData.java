package dev.revgraph.script;

/**
 * The inline data of {@code COPY … FROM stdin}, exactly as in the file but for line ends, which are line feeds.
 *
 * @param text all lines before {@code \.}, the last one with its line end
 * @param line the line of the first one in the file, counted from 1
 */
public record CopyData(String text, int line) {}
