package fr.passerelle.ent.privacy;

import fr.passerelle.ent.model.Envelope;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.SubjectId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.Version;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.Deserializers;
import tools.jackson.databind.module.SimpleSerializers;

/**
 * How Jackson writes and reads {@link Personal} values: whatever is written is sealed, whatever is read stays sealed
 * ({@link Vault#openingModule} excepted).
 *
 * <p>A clear value needs the writer's attribute {@link #STREAM}; a mapper that lacks it refuses to write, so that nothing
 * leaves in clear by mistake. Its field is the name of the property that holds it, or that holds its list or map: a
 * stable name, which no upcaster changes, and no path.
 */
public final class PersonalModule extends JacksonModule {

    /** The writer's attribute that says for which stream values are sealed: a string, {@code feature/id}. */
    public static final String STREAM = "fr.passerelle.stream";

    private final Vault vault;
    private final boolean opens;

    PersonalModule(Vault vault, boolean opens) {
        this.vault = vault;
        this.opens = opens;
    }

    @Override
    public String getModuleName() {
        return "passerelle-personal";
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        context.addSerializers(new SimpleSerializers().addSerializer(new Sealing(vault)));
        context.addDeserializers(new Deserializers.Base() {
            @Override
            public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
                return Personal.class.isAssignableFrom(type);
            }

            @Override
            public @Nullable ValueDeserializer<?> findBeanDeserializer(
                    JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
                return hasDeserializerFor(config, type.getRawClass())
                        ? new Reading<>(type.containedTypeOrUnknown(0).getRawClass())
                        : null;
            }
        });
    }

    private static final class Sealing extends ValueSerializer<Personal<?>> {
        private final Vault vault;

        private Sealing(Vault vault) {
            this.vault = vault;
        }

        @Override
        public Class<?> handledType() {
            return Personal.class;
        }

        @Override
        public void serialize(Personal<?> value, JsonGenerator generator, SerializationContext context) {
            generator.writeStartObject();
            generator.writeStringProperty("subject", value.subject().toString());
            if (value instanceof Personal.Erased<?>) {
                generator.writeBooleanProperty("erased", true);
            } else if (value instanceof Personal.Sealed<?> sealed) {
                write(sealed.envelope(), generator);
            } else if (value instanceof Personal.Clear<?> clear) {
                if (!(context.getAttribute(STREAM) instanceof String stream)) {
                    throw new IllegalStateException(
                            "A clear personal value was about to be written outside the store.");
                }
                TokenStreamContext holder = generator.streamWriteContext().getParent();
                write(vault.seal(clear.subject(), stream, field(holder), clear.value()), generator);
            }
            generator.writeEndObject();
        }

        private static String field(@Nullable TokenStreamContext holder) {
            for (TokenStreamContext context = holder; context != null; context = context.getParent()) {
                if (context.currentName() != null) {
                    return context.currentName();
                }
            }
            throw new IllegalStateException("A personal value stands in a field.");
        }

        private static void write(Envelope envelope, JsonGenerator generator) {
            generator.writeStringProperty("stream", envelope.stream());
            generator.writeStringProperty("field", envelope.field());
            generator.writeStringProperty("valueId", envelope.valueId());
            generator.writeNumberProperty("keyVersion", envelope.keyVersion());
            generator.writeStringProperty("iv", envelope.iv());
            generator.writeStringProperty("ciphertext", envelope.ciphertext());
        }
    }

    private final class Reading<T> extends ValueDeserializer<Personal<T>> {
        private final Class<T> type;

        private Reading(Class<T> type) {
            this.type = type;
        }

        @Override
        public Personal<T> deserialize(JsonParser parser, DeserializationContext context) {
            JsonNode node = context.readTree(parser);
            SubjectId subject = SubjectId.parse(node.required("subject").asString());
            if (node.path("erased").asBoolean(false)) {
                return new Personal.Erased<>(subject);
            }
            Envelope envelope = new Envelope(
                    node.required("stream").asString(),
                    node.required("field").asString(),
                    node.required("valueId").asString(),
                    node.required("keyVersion").asInt(),
                    node.required("iv").asString(),
                    node.required("ciphertext").asString());
            Personal<T> sealed = new Personal.Sealed<>(subject, envelope, type);
            return opens ? vault.open(sealed) : sealed;
        }
    }
}
