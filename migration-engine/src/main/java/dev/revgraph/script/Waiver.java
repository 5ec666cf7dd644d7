package dev.revgraph.script;

/**
 * A rule that a revision breaks on purpose ({@code -- safe: RULE reason}).
 *
 * @param rule the rule's id
 * @param reason why it is safe here
 * @param line the line it stands in, counted from 1
 */
public record Waiver(String rule, String reason, int line) {}
