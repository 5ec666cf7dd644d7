package dev.revgraph.autoconfigure;

import dev.revgraph.backup.BackupSettings;
import dev.revgraph.backup.ClientPrograms;

/** Translates {@link MigrationProperties} into what the engine wants to know for a backup. */
public final class BackupsFromProperties {

    private BackupsFromProperties() {}

    public static BackupSettings of(MigrationProperties properties) {
        return new BackupSettings(
                properties.backup().folder(),
                properties.backup().keep(),
                new ClientPrograms(
                        System.getenv().getOrDefault("PATH", ""),
                        properties.backup().programs()),
                SettingsFromProperties.schema(properties));
    }
}
