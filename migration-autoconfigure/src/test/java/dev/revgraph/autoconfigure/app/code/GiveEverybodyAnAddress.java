package dev.revgraph.autoconfigure.app.code;

import dev.revgraph.revision.JavaRevision;
import dev.revgraph.revision.Revision;
import dev.revgraph.revision.RevisionContext;

/** Follows the revisions in files. Neither the class nor its constructor is public. */
@Revision(id = "20250103_give_everybody_an_address", revises = "20250102_add_email")
class GiveEverybodyAnAddress implements JavaRevision {

    @Override
    public void upgrade(RevisionContext context) {
        context.jdbc()
                .sql("INSERT INTO account (id, name, email) VALUES (1, 'Java', 'java@example.org')")
                .update();
    }

    @Override
    public void downgrade(RevisionContext context) {
        context.jdbc().sql("DELETE FROM account WHERE id = 1").update();
    }
}
