package io.switchboard.operations.runbooks.formats;

import io.switchboard.operations.runbooks.dialect.StepType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which type of step a provider of Keep comes to. */
final class KeepProviders {

    /** How a message goes out, by provider. */
    static final Map<String, String> CHANNELS = Map.ofEntries(
            Map.entry("slack", "slack"),
            Map.entry("teams", "teams"),
            Map.entry("discord", "discord"),
            Map.entry("telegram", "telegram"),
            Map.entry("mattermost", "mattermost"),
            Map.entry("google_chat", "google-chat"),
            Map.entry("zoom_chat", "zoom-chat"),
            Map.entry("pushover", "pushover"),
            Map.entry("ntfy", "ntfy"),
            Map.entry("twilio", "sms"),
            Map.entry("sendgrid", "email"),
            Map.entry("mailgun", "email"),
            Map.entry("resend", "email"),
            Map.entry("smtp", "email"));

    private static final Map<String, StepType> TYPES = types();

    private KeepProviders() {}

    static Optional<StepType> type(String provider) {
        return Optional.ofNullable(TYPES.get(provider));
    }

    private static Map<String, StepType> types() {
        var types = new TreeMap<String, StepType>();
        types.put("console", StepType.NOTE);
        CHANNELS.keySet().forEach(provider -> types.put(provider, StepType.NOTIFY));
        List.of("http", "webhook").forEach(provider -> types.put(provider, StepType.HTTP));
        List.of("ssh", "bash").forEach(provider -> types.put(provider, StepType.COMMAND));
        List.of(
                        "bigquery",
                        "clickhouse",
                        "databend",
                        "datadog",
                        "elastic",
                        "mongodb",
                        "mysql",
                        "postgres",
                        "prometheus",
                        "snowflake",
                        "victoriametrics")
                .forEach(provider -> types.put(provider, StepType.QUERY));
        return types;
    }
}
