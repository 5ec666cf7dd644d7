package dev.revgraph.script;

/** A placeholder in SQL (not in a comment, not in COPY data), from its {@code $} to after its closing brace. */
record PlaceholderUse(String name, int from, int to, int line) {}
