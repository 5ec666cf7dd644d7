package dev.revgraph.cli.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.revgraph.cli.fixture.Ran;
import dev.revgraph.cli.fixture.Shell;
import dev.revgraph.fixture.PostgresTest;
import dev.revgraph.fixture.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Revisions that are written from an application's entities, again and again. */
@PostgresTest
class S18EntitiesTest {

    @TempDir
    private Path folder;

    private final TestDatabase database;
    private final ClassLoader before = Thread.currentThread().getContextClassLoader();
    private Sources sources;
    private Shell shell;

    S18EntitiesTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void writeTheFirstEntities() throws IOException {
        database.mayCreateDatabases(true);
        Path revisions = Files.createDirectories(folder.resolve("revisions"));
        System.setProperty(ApplicationClass.PROPERTY, "shop.Shop");
        shell = Shell.of(new ApplicationWorkplaces(
                "app",
                List.of(
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + database.username(),
                        "--spring.datasource.password=" + database.password(),
                        "--migration.locations=filesystem:" + revisions)));
        sources = new Sources(folder)
                .put("Shop", "public class Shop {}")
                .put("Level", "public enum Level { BASIC, GOLD }")
                .put("Tags", "public record Tags(List<String> all) {}")
                .put("TagsConverter", """
                        @Converter(autoApply = true)
                        public class TagsConverter implements AttributeConverter<Tags, String> {
                            public String convertToDatabaseColumn(Tags tags) {
                                return String.join(",", tags.all());
                            }
                            public Tags convertToEntityAttribute(String text) {
                                return new Tags(List.of(text.split(",")));
                            }
                        }
                        """)
                .put(
                        "Address",
                        "@Embeddable public class Address { String street; @Column(length = 10) String zipCode; }")
                .put("Party", """
                        @Entity @Inheritance(strategy = InheritanceType.JOINED)
                        public abstract class Party {
                            @Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id;
                            @Column(length = 50, nullable = false) String name;
                        }
                        """)
                .put("Customer", """
                        @Entity
                        public class Customer extends Party {
                            @Column(unique = true, nullable = false) String email;
                            @Embedded Address address;
                            @ElementCollection Set<String> phones;
                            @Enumerated(EnumType.STRING) Level level;
                            Tags tags;
                        }
                        """)
                .put("Product", """
                        @Entity
                        public class Product {
                            @Id @GeneratedValue(strategy = GenerationType.SEQUENCE) Long id;
                            String title;
                            @Column(precision = 10, scale = 2) BigDecimal price;
                            UUID sku;
                        }
                        """)
                .put("Purchase", """
                        @Entity @Table(name = "orders")
                        public class Purchase {
                            @Id @GeneratedValue(strategy = GenerationType.UUID) UUID id;
                            @ManyToOne(optional = false) Customer customer;
                            @ManyToMany Set<Product> products;
                            Instant placedAt;
                        }
                        """);
    }

    @AfterEach
    void putBack() {
        Thread.currentThread().setContextClassLoader(before);
        System.clearProperty(ApplicationClass.PROPERTY);
    }

    @Test
    @Tag("slow")
    void followsTenRoundsOfChange() throws IOException {
        round("Create the shop");
        database.jdbc().sql("INSERT INTO party (name) VALUES ('Ann')").update();
        database.jdbc()
                .sql("INSERT INTO customer (id, email, zip_code, level) VALUES (1, 'a@b', '12345', 'GOLD')")
                .update();
        database.jdbc()
                .sql("INSERT INTO product (id, title, price) VALUES (1, 'Tea', 2.50)")
                .update();
        database.jdbc()
                .sql("INSERT INTO orders (id, customer_id) VALUES (gen_random_uuid(), 1)")
                .update();

        sources.edit("Customer", "Tags tags;", "Tags tags; String nickname;")
                .edit("Purchase", "\"orders\"", "\"orders\", indexes = @Index(columnList = \"placedAt\")");
        assertThat(round("Add nicknames")).contains("CREATE INDEX CONCURRENTLY");

        sources.edit("Level", "GOLD", "GOLD, PLATINUM");
        assertThat(round("Add platinum")).contains("PLATINUM", "NOT VALID");

        sources.put("Company", "@Entity public class Company extends Party { @Column(unique = true) String vat; }");
        round("Add companies");

        sources.edit("Party", "length = 50", "length = 300")
                .edit("Product", "String title", "@Column(columnDefinition = \"text\") String title");
        round("Allow long names");

        sources.edit("Product", "String title", "String label");
        assertThat(round("Call titles labels", "--rename", "product.title=label"))
                .contains("RENAME COLUMN title TO label");

        sources.edit("Address", "String street;", "String street; @Column(length = 2) String country;");
        round("Add countries");

        sources.edit("Customer", "Tags tags;", "Tags tags; @ManyToMany Set<Product> favourites;");
        round("Add favourites");

        sources.edit(
                "Purchase",
                "Instant placedAt;",
                "Instant placedAt; @org.hibernate.annotations.ColumnDefault(\"'none'\") @Column(nullable = false) String note;");
        round("Add notes");

        sources.edit("Customer", "Tags tags; ", "")
                .edit(
                        "Product",
                        "@Entity",
                        "@Entity @Table(uniqueConstraints = @UniqueConstraint(columnNames = {\"label\", \"sku\"}))")
                .put("Tags", "")
                .put("TagsConverter", "");
        assertThat(round("Drop tags")).contains("-- Careful: What is in public.customer.tags is lost.");

        assertThat(database.jdbc()
                        .sql("SELECT label || email || level || note FROM product, customer, orders")
                        .query(String.class)
                        .single())
                .isEqualTo("Teaa@bGOLDnone");
        shell.run("validate", "--round-trip", "--fail-on", "error").succeeds();
        shell.run("drift").succeeds();
    }

    @Test
    void leavesAloneWhatEntitiesCannotSay() {
        Thread.currentThread().setContextClassLoader(sources.compile());
        shell.run("create", "--autogenerate", "-m", "Create the shop").succeeds();
        Ran hand = shell.json("create", "-m", "Add a view").succeeds();
        Path file = Path.of(hand.strings("created", "path").get(0));
        write(file, """
                -- Add a view
                -- revises: 20260304_create_the_shop

                -- +upgrade
                CREATE VIEW names AS SELECT name FROM party;
                CREATE INDEX party_names ON party (lower(name));
                ALTER TABLE party ADD CONSTRAINT no_blanks CHECK (name <> '');
                CREATE FUNCTION one() RETURNS int LANGUAGE sql AS 'SELECT 1';

                -- +downgrade irreversible: not needed here
                """);
        shell.run("check").succeeds();
        assertThat(shell.json("create", "--autogenerate", "-m", "Nothing")
                        .succeeds()
                        .json()
                        .get("created"))
                .isEmpty();
    }

    @Test
    void saysWhichEntityIsWrong() {
        sources.edit("Product", "@Id ", "");
        Thread.currentThread().setContextClassLoader(sources.compile());
        Ran failed = shell.json("check").exitsWith(1);
        assertThat(failed.errorCode()).isEqualTo("bad-model");
        assertThat(failed.json().get("error").get("message").asString()).contains("shop.Product");
    }

    /** Writes the revisions of a round, applies them, and sees that nothing is left to do. */
    private String round(String message, String... more) throws IOException {
        Thread.currentThread().setContextClassLoader(sources.compile());
        shell.run("check").exitsWith(3);
        String[] command = new String[more.length + 4];
        List.of("create", "--autogenerate", "-m", message).toArray(command);
        System.arraycopy(more, 0, command, 4, more.length);
        StringBuilder written = new StringBuilder();
        for (String path : shell.json(command).succeeds().strings("created", "path")) {
            written.append(Files.readString(Path.of(path)));
        }
        assertThat(written).doesNotContain("TODO");
        shell.run("upgrade").succeeds();
        shell.run("check").succeeds();
        return written.toString();
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }
}
