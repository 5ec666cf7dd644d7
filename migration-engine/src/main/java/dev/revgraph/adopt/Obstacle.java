package dev.revgraph.adopt;

/**
 * One thing that stands in the way of an adoption.
 *
 * @param message full sentences
 * @param action the way out
 */
record Obstacle(String message, String action) {}
