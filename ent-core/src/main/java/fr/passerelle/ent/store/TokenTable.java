package fr.passerelle.ent.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.jspecify.annotations.Nullable;

/**
 * How far the processor has come, in Axon's token store: a token is its position as text. Only the one writing process
 * uses it, so its owner never changes, and a restart takes the token back at once.
 */
final class TokenTable extends JdbcTokenStore {
    private static final String OWNER = "passerelle";

    private final String table;

    TokenTable(Database database, ConnectionProvider connections) {
        super(builder()
                .connectionProvider(connections)
                .serializer(new Positions())
                .nodeId(OWNER)
                .schema(TokenSchema.builder()
                        .setTokenTable(database.prefix() + "token")
                        .setProcessorNameColumn("processor")
                        .setTimestampColumn("time")
                        .setTokenTypeColumn("token_type")
                        .build()));
        this.table = database.prefix() + "token";
    }

    /** The position that a processor of one segment has reached; 0 before it began. */
    long position(Connection connection, String processor) throws SQLException {
        Optional<Long> position = Sql.first(
                connection,
                "SELECT token FROM " + table + " WHERE processor = ? AND segment = 0",
                row -> Positions.parse(row.getBytes(1)),
                processor);
        return position.orElse(0L);
    }

    /** Without {@code FOR UPDATE}, which SQLite does not know: nobody else writes. */
    @Override
    protected PreparedStatement select(Connection connection, String processor, int segment, boolean forUpdate)
            throws SQLException {
        return super.select(connection, processor, segment, false);
    }

    private static final class Positions implements Serializer {
        private static final SerializedType TYPE = new SimpleSerializedType("position", null);

        private final Converter converter = new ChainingConverter();

        static long parse(byte[] token) {
            return Long.parseLong(new String(token, StandardCharsets.US_ASCII));
        }

        @Override
        public <T> SerializedObject<T> serialize(@Nullable Object token, Class<T> form) {
            if (!(token instanceof GapAwareTrackingToken position) || position.hasGaps()) {
                throw new IllegalStateException("Tokens are positions without gaps.");
            }
            byte[] text = Long.toString(position.getIndex()).getBytes(StandardCharsets.US_ASCII);
            return new SimpleSerializedObject<>(converter.convert(text, form), form, TYPE);
        }

        @Override
        public <T> boolean canSerializeTo(Class<T> form) {
            return form == byte[].class;
        }

        @Override
        @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
        public <S, T> T deserialize(SerializedObject<S> token) {
            return (T) EventTable.token(parse((byte[]) token.getData()));
        }

        @Override
        @SuppressWarnings("rawtypes")
        public Class classForType(SerializedType type) {
            return GapAwareTrackingToken.class;
        }

        @Override
        @SuppressWarnings("rawtypes")
        public SerializedType typeForClass(@Nullable Class type) {
            return TYPE;
        }

        @Override
        public Converter getConverter() {
            return converter;
        }
    }
}
