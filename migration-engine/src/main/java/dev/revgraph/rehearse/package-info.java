/**
 * Tries things where nothing can be lost: in a shadow database beside the real one, where revisions are replayed and
 * models are built, so that PostgreSQL itself says what they amount to.
 */
@NullMarked
package dev.revgraph.rehearse;

import org.jspecify.annotations.NullMarked;
