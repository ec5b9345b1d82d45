package fr.passerelle.ent.store;

import fr.passerelle.ent.model.Feature;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * What the states of all features look like, as a hash that the store remembers: when a new version gives a state
 * another form, the read model is made again before anybody reads it. A rule that changed without any form changing
 * does not show; that is what {@link Store#repair} is for.
 */
final class StateShape {
    private static final String SETTING = "state-shape";

    private final String table;
    private final String hash;

    StateShape(Features features, Database database) {
        this.table = database.prefix() + "setting";
        StringBuilder text = new StringBuilder();
        Set<Class<?>> seen = new HashSet<>();
        List<Feature<?, ?, ?>> sorted = features.all().stream()
                .sorted(Comparator.comparing(Feature::name))
                .toList();
        for (Feature<?, ?, ?> feature : sorted) {
            text.append(feature.name()).append(':');
            describe(feature.state(), text, seen);
        }
        hash = sha256(text.toString());
    }

    /** Whether the read model was made with states of another form; a store without any is not. */
    boolean differs(Connection connection) throws SQLException {
        return Sql.first(connection, "SELECT value FROM " + table + " WHERE name = ?", row -> row.getString(1), SETTING)
                .filter(known -> !known.equals(hash))
                .isPresent();
    }

    void remember(Connection connection) throws SQLException {
        Sql.run(
                connection,
                "INSERT INTO " + table
                        + " (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                SETTING,
                hash);
    }

    private static void describe(Class<?> type, StringBuilder text, Set<Class<?>> seen) {
        text.append(type.getName());
        if (!type.getName().startsWith("fr.passerelle.") || !seen.add(type)) {
            text.append(';');
            return;
        }
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                text.append(' ').append(component.getName()).append('=').append(component.getGenericType());
            }
        }
        text.append(';');
        if (type.isRecord()) {
            for (RecordComponent component : type.getRecordComponents()) {
                mentioned(component.getGenericType(), text, seen);
            }
        }
        if (type.isSealed()) {
            for (Class<?> permitted : type.getPermittedSubclasses()) {
                describe(permitted, text, seen);
            }
        }
    }

    private static void mentioned(Type type, StringBuilder text, Set<Class<?>> seen) {
        if (type instanceof Class<?> plain) {
            describe(plain, text, seen);
        } else if (type instanceof ParameterizedType generic) {
            mentioned(generic.getRawType(), text, seen);
            for (Type argument : generic.getActualTypeArguments()) {
                mentioned(argument, text, seen);
            }
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256.", e);
        }
    }
}
