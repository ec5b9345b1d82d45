package fr.passerelle.one.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/**
 * What ONE's JSON schemas ask of a body, as far as the stand-in needs it. Its refusals are technical texts.
 *
 * @param required the properties that must be there
 * @param types the properties that there are, each with its type
 */
record Schema(List<String> required, Map<String, String> types) {
    private static final Map<String, Predicate<JsonNode>> TYPES = Map.of(
            "string", JsonNode::isString,
            "integer", JsonNode::isIntegralNumber,
            "boolean", JsonNode::isBoolean,
            "object", JsonNode::isObject);

    /** The body, if it keeps the schema. */
    JsonNode read(Call call) {
        JsonNode body = call.json();
        for (String name : required) {
            if (!body.has(name)) {
                throw failure("object has missing required properties ([\"" + name + "\"])");
            }
        }
        List<String> unwanted = body.propertyNames().stream()
                .filter(name -> !types.containsKey(name))
                .map(name -> "\"" + name + "\"")
                .toList();
        if (!unwanted.isEmpty()) {
            throw failure("object instance has properties which are not allowed by the schema: ["
                    + String.join(",", unwanted) + "]");
        }
        body.properties().forEach(property -> {
            String type = Objects.requireNonNull(types.get(property.getKey()));
            if (!Objects.requireNonNull(TYPES.get(type)).test(property.getValue())) {
                String found = property.getValue().getNodeType().name().toLowerCase(Locale.ROOT);
                throw failure("instance type (" + found + ") does not match any allowed primitive type (allowed: [\""
                        + type + "\"])");
            }
        });
        return body;
    }

    private static Call.Answered failure(String what) {
        return new Call.Answered(Replies.error(
                400,
                "com.github.fge.jsonschema.core.report.ListProcessingReport: failure\n--- BEGIN MESSAGES ---\nerror: "
                        + what + "\n---  END MESSAGES  ---\n"));
    }
}
