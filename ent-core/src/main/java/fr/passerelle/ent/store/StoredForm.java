package fr.passerelle.ent.store;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import fr.passerelle.ent.model.Event;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.model.SchoolYear;
import java.lang.reflect.RecordComponent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.deser.KeyDeserializers;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedClass;
import tools.jackson.databind.introspect.AnnotatedConstructor;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.module.SimpleModule;

/**
 * How the domain's own types look in stored JSON, without an annotation in the domain.
 *
 * <ul>
 *   <li>A record whose only component is called {@code value} is that value: {@code "0771369V"}, also as a map's key.
 *   <li>A sealed interface of ours carries the simple name of its record in {@code is}; whoever renames such a record
 *       keeps the old name with {@code @JsonTypeName}.
 * </ul>
 */
final class StoredForm extends SimpleModule {
    private static final long serialVersionUID = 1L;

    private static final String OURS = "fr.passerelle.";

    StoredForm() {
        super("passerelle-stored-form");
        addSerializer(SchoolYear.class, new ValueSerializer<>() {
            @Override
            public void serialize(SchoolYear year, JsonGenerator generator, SerializationContext context) {
                generator.writeString(year.toString());
            }
        });
        addDeserializer(SchoolYear.class, new ValueDeserializer<>() {
            @Override
            public SchoolYear deserialize(JsonParser parser, DeserializationContext context) {
                return SchoolYear.parse(parser.getString());
            }
        });
        addDeserializer(PlaceId.class, new ValueDeserializer<>() {
            @Override
            public PlaceId deserialize(JsonParser parser, DeserializationContext context) {
                return PlaceId.parse(parser.getString());
            }
        });
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.appendAnnotationIntrospector(new Shapes());
        context.addKeyDeserializers(new Keys());
    }

    private static Optional<RecordComponent> onlyValue(Class<?> type) {
        if (!type.isRecord() || !type.getName().startsWith(OURS) || type.getRecordComponents().length != 1) {
            return Optional.empty();
        }
        return Optional.of(type.getRecordComponents()[0])
                .filter(component -> component.getName().equals("value"));
    }

    private static final class Shapes extends NopAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable Boolean hasAsValue(MapperConfig<?> config, Annotated accessor) {
            if (!(accessor instanceof AnnotatedMember member)) {
                return null;
            }
            return onlyValue(member.getDeclaringClass())
                    .filter(value -> value.getAccessor().equals(member.getMember()))
                    .map(value -> Boolean.TRUE)
                    .orElse(null);
        }

        @Override
        public JsonCreator.@Nullable Mode findCreatorAnnotation(MapperConfig<?> config, Annotated creator) {
            return creator instanceof AnnotatedConstructor constructor
                            && onlyValue(constructor.getDeclaringClass()).isPresent()
                    ? JsonCreator.Mode.DELEGATING
                    : null;
        }

        @Override
        public JsonTypeInfo.@Nullable Value findPolymorphicTypeInfo(MapperConfig<?> config, Annotated type) {
            return type instanceof AnnotatedClass && isSealedFamily(type.getRawType())
                    ? JsonTypeInfo.Value.construct(
                            JsonTypeInfo.Id.SIMPLE_NAME, JsonTypeInfo.As.PROPERTY, "is", null, false, true)
                    : null;
        }

        /** An event's name is in its row, and a personal value and a place have forms of their own. */
        private static boolean isSealedFamily(Class<?> type) {
            return type.isInterface()
                    && type.isSealed()
                    && type.getName().startsWith(OURS)
                    && !Event.class.isAssignableFrom(type)
                    && type != Personal.class
                    && type != PlaceId.class;
        }
    }

    private static final class Keys implements KeyDeserializers {
        @Override
        public @Nullable KeyDeserializer findKeyDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
            Class<?> raw = type.getRawClass();
            if (onlyValue(raw).isEmpty() && raw != SchoolYear.class && raw != PlaceId.class) {
                return null;
            }
            return new KeyDeserializer() {
                @Override
                public Object deserializeKey(String key, DeserializationContext context) {
                    return context.readTreeAsValue(context.getNodeFactory().stringNode(key), raw);
                }
            };
        }
    }
}
