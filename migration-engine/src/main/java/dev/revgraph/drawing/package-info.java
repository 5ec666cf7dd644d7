/**
 * The graph of revisions as a picture: text for a terminal, Mermaid for Markdown, DOT for Graphviz, SVG for a browser.
 * Pure: it sees the graph and what it is told of states, neither files nor a database.
 */
@NullMarked
package dev.revgraph.drawing;

import org.jspecify.annotations.NullMarked;
