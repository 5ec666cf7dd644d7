package dev.revgraph.test.guide;

import dev.revgraph.test.MigrationChecks;
import dev.revgraph.test.MigrationTest;

@MigrationTest
class RevisionsTest implements MigrationChecks {}
