package dev.revgraph.autoconfigure;

/** Where a database is, for the log: {@code localhost:5432/app}. What stands behind {@code ?} may be a password. */
record DatabaseLocation(String text) {

    private static final String PREFIX = "jdbc:postgresql:";

    static DatabaseLocation ofUrl(String url) {
        String rest = url.startsWith(PREFIX) ? url.substring(PREFIX.length()) : url;
        rest = rest.startsWith("//") ? rest.substring(2) : rest;
        int parameters = rest.indexOf('?');
        rest = parameters < 0 ? rest : rest.substring(0, parameters);
        return new DatabaseLocation(rest.substring(rest.lastIndexOf('@') + 1));
    }
}
