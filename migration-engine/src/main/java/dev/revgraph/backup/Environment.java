package dev.revgraph.backup;

import dev.revgraph.server.Login;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * What a JDBC URL says, as the variables that libpq reads (<a
 * href="https://www.postgresql.org/docs/current/libpq-envars.html">Environment Variables</a>). A password is in none of
 * the arguments, which other users of the machine can see.
 */
final class Environment {

    private static final Map<PGProperty, String> SAME = Map.of(
            PGProperty.SSL_MODE, "PGSSLMODE",
            PGProperty.SSL_ROOT_CERT, "PGSSLROOTCERT",
            PGProperty.SSL_CERT, "PGSSLCERT",
            PGProperty.CONNECT_TIMEOUT, "PGCONNECT_TIMEOUT");

    private Environment() {}

    /** @param database the one to connect to on that server */
    static Map<String, String> of(Login login, String database) {
        PGSimpleDataSource dataSource = login.dataSource();
        Properties told = Driver.parseURL(login.url(), new Properties());
        Map<String, String> environment = new TreeMap<>();
        environment.put("PGHOST", String.join(",", dataSource.getServerNames()));
        environment.put("PGPORT", ports(dataSource));
        environment.put("PGDATABASE", database);
        put(environment, "PGUSER", dataSource.getUser());
        put(environment, "PGPASSWORD", dataSource.getPassword());
        if (told != null) {
            SAME.forEach((property, variable) -> {
                String value = property.getOrDefault(told);
                // What is left to the driver is left to libpq too.
                if (!Objects.equals(value, property.getDefaultValue())) {
                    put(environment, variable, value);
                }
            });
            if ("primary".equals(PGProperty.TARGET_SERVER_TYPE.getOrDefault(told))) {
                environment.put("PGTARGETSESSIONATTRS", "read-write");
            }
        }
        return environment;
    }

    private static String ports(PGSimpleDataSource dataSource) {
        StringBuilder ports = new StringBuilder();
        for (int port : dataSource.getPortNumbers()) {
            ports.append(ports.isEmpty() ? "" : ",").append(port == 0 ? 5432 : port);
        }
        return ports.toString();
    }

    private static void put(Map<String, String> environment, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            environment.put(name, value);
        }
    }
}
