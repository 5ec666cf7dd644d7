package dev.revgraph.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.cli.fixture.Ran;
import dev.revgraph.cli.fixture.Shell;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.Revisions;
import dev.revgraph.fixture.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Revisions that are written from a model. */
@PostgresTest
class S18AutogenerateTest {

    private static final String USERS_AND_ORDERS = """
            -- Add users and orders
            --
            -- revises: base
            -- created: 2026-03-04

            -- +upgrade
            -- Review me: written from what differs, and tried in a shadow database without rows.
            CREATE TABLE public.orders (
                id bigint NOT NULL,
                user_id bigint NOT NULL,
                state character varying(10),
                CONSTRAINT orders_pkey PRIMARY KEY (id),
                CONSTRAINT orders_state_check CHECK (((state)::text = ANY (ARRAY[('NEW'::character varying)::text, ('PAID'::character varying)::text])))
            );
            CREATE TABLE public.users (
                id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
                email character varying(100) NOT NULL,
                CONSTRAINT users_pkey PRIMARY KEY (id),
                CONSTRAINT users_email_key UNIQUE (email)
            );
            ALTER TABLE public.orders ADD CONSTRAINT orders_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(id);

            -- +downgrade
            -- Careful: All rows of public.orders are lost.
            DROP TABLE public.orders;
            -- Careful: All rows of public.users are lost.
            DROP TABLE public.users;
            """;

    @TempDir
    private Path folder;

    private final TestDatabase database;
    private Shell shell;

    S18AutogenerateTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void begin() {
        database.mayCreateDatabases(true);
        Revisions.in(folder);
        shell = Shell.in(folder).with(database);
    }

    private String model(String... statements) throws IOException {
        return Files.writeString(folder.resolve("schema.sql"), String.join(";\n", statements) + ";\n")
                .toString();
    }

    private Ran create(String message, String... more) {
        String[] arguments = new String[more.length + 6];
        arguments[0] = "create";
        arguments[1] = "--autogenerate";
        arguments[2] = "--model";
        arguments[3] = folder.resolve("schema.sql").toString();
        arguments[4] = "-m";
        arguments[5] = message;
        System.arraycopy(more, 0, arguments, 6, more.length);
        return shell.json(arguments);
    }

    private String usersAndOrders() throws IOException {
        return model(
                "CREATE TABLE users (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email varchar(100) NOT NULL UNIQUE)",
                "CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint NOT NULL REFERENCES users, state varchar(10)"
                        + " CHECK (state IN ('NEW', 'PAID')))");
    }

    @Test
    void writesTheFirstRevision() throws IOException {
        String model = usersAndOrders();
        assertThat(shell.json("check", "--model", model).exitsWith(3).strings("differences", "object"))
                .containsExactly("public.orders", "public.users");
        Ran first = create("Add users and orders").succeeds();
        assertThat(first.strings("created", "revision")).containsExactly("20260304_add_users_and_orders");
        assertThat(Files.readString(Path.of(first.strings("created", "path").get(0))))
                .isEqualTo(USERS_AND_ORDERS);
        shell.run("upgrade").succeeds();
        shell.run("check", "--model", model).succeeds();
        shell.run("drift").succeeds();
        assertThat(create("Nothing at all").succeeds().json().get("created")).isEmpty();
    }

    @Test
    void writesTheNextRevisionsUntilNothingDiffers() throws IOException {
        String model = usersAndOrders();
        create("Add users and orders").succeeds();
        shell.run("upgrade").succeeds();
        database.jdbc().sql("INSERT INTO users (email) VALUES ('a@b'), ('c@d')").update();
        database.jdbc().sql("INSERT INTO orders VALUES (1, 1, 'PAID')").update();
        model(
                "CREATE TYPE state AS ENUM ('NEW', 'PAID', 'LOST')",
                "CREATE TABLE users (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, email text NOT NULL UNIQUE,"
                        + " name text NOT NULL DEFAULT 'nobody')",
                "CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint NOT NULL REFERENCES users ON DELETE CASCADE,"
                        + " state state NOT NULL)",
                "CREATE INDEX orders_user ON orders (user_id)",
                "CREATE VIEW paid AS SELECT * FROM orders WHERE state = 'PAID'");
        Ran second = create("Add states").succeeds();
        assertThat(second.strings("created", "revision"))
                .containsExactly(
                        "20260304_add_states", "20260304_add_states_indexes", "20260304_add_states_validation");
        shell.run("upgrade").succeeds();
        shell.run("check", "--model", model).succeeds();
        shell.run("drift").succeeds();
        assertThat(database.jdbc()
                        .sql("SELECT count(*) FROM paid")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        shell.run("validate", "--round-trip").succeeds();
        shell.run("downgrade", "20260304_add_users_and_orders").succeeds();
        shell.run("drift").succeeds();
        assertThat(database.jdbc()
                        .sql("SELECT state FROM orders")
                        .query(String.class)
                        .single())
                .isEqualTo("PAID");
    }

    @Test
    void proposesARenameAndKeepsTheRowsWhenItIsOne() throws IOException {
        model("CREATE TABLE users (id int PRIMARY KEY, mail text NOT NULL)");
        create("Add users").succeeds();
        shell.run("upgrade").succeeds();
        database.jdbc().sql("INSERT INTO users VALUES (1, 'a@b')").update();
        String model =
                model("CREATE TABLE people (id int, email text NOT NULL, CONSTRAINT users_pkey PRIMARY KEY (id))");
        Ran renamed = create("Rename users", "--rename", "users.mail=email", "--rename", "users=people")
                .succeeds();
        assertThat(Files.readString(Path.of(renamed.strings("created", "path").get(0))))
                .contains(
                        "ALTER TABLE public.users RENAME COLUMN mail TO email;\nALTER TABLE public.users RENAME TO people;\n",
                        "-- +downgrade\nALTER TABLE public.people RENAME TO users;\n");
        shell.run("upgrade").succeeds();
        shell.run("check", "--model", model).succeeds();
        assertThat(database.jdbc()
                        .sql("SELECT email FROM people")
                        .query(String.class)
                        .single())
                .isEqualTo("a@b");
        shell.run("downgrade", "-1").succeeds();
        shell.run("drift").succeeds();

        model("CREATE TABLE people (id int, address text NOT NULL, CONSTRAINT users_pkey PRIMARY KEY (id))");
        Ran proposed = create("Change the mail").succeeds();
        assertThat(proposed.words()).contains("--rename 'public.people.email=address'");
        assertThat(Files.readString(Path.of(proposed.strings("created", "path").get(0))))
                .contains("--rename 'public.people.email=address'", "What is in public.people.email is lost.");
    }

    @Test
    void chainsRevisionsWhoseIdsAreRandom() throws IOException {
        model("CREATE TABLE users (id int PRIMARY KEY)");
        create("Add users", "--id-style", "hex").succeeds();
        shell.run("upgrade").succeeds();
        String model =
                model("CREATE TABLE users (id int PRIMARY KEY, mail text)", "CREATE INDEX users_mail ON users (mail)");

        Ran created = create("Add mails", "--id-style", "hex").succeeds();
        List<String> ids = created.strings("created", "revision");
        assertThat(ids).hasSize(2).allMatch(id -> id.matches("[0-9a-f]{12}"));
        assertThat(created.strings("created", "path"))
                .extracting(path -> String.valueOf(Path.of(path).getFileName()))
                .containsExactly(ids.get(0) + "_add_mails.sql", ids.get(1) + "_add_mails_indexes.sql");
        assertThat(shell.json("upgrade").succeeds().strings("steps", "revision"))
                .isEqualTo(ids);
        shell.run("check", "--model", model).succeeds();
    }

    @Test
    void saysWhereTheModelIsWrong() throws IOException {
        String model = model("CREATE TABLE users (id int PRIMARY KEY)", "\nCREATE TABLE orders (id nonsense)");
        Ran failed = shell.json("check", "--model", model).exitsWith(1);
        assertThat(failed.errorCode()).isEqualTo("bad-model");
        assertThat(failed.json().get("error").get("message").asString())
                .contains("schema.sql, line 3", "type \"nonsense\" does not exist");
        assertThat(shell.json("check").exitsWith(2).errorCode()).isEqualTo("usage");
    }
}
