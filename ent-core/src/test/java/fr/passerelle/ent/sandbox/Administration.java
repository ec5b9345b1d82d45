package fr.passerelle.ent.sandbox;

import java.time.Duration;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The sandbox's own surface under {@code /__sandbox/}: no part of any protocol, no sign-in, this machine only. */
final class Administration {
    static final String PREFIX = "/__sandbox/";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Sandbox sandbox;

    Administration(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    Reply answer(Request request) {
        String what = request.path().substring(PREFIX.length());
        try {
            return switch (request.method() + " " + what) {
                case "GET objects" -> json(sandbox.alone(sandbox::view));
                case "GET requests" -> json(sandbox.requests());
                case "GET faults" -> json(faults());
                case "PUT faults" -> {
                    sandbox.faults(FaultPlan.parse(MAPPER.readTree(request.body())));
                    yield json(faults());
                }
                case "GET clock" -> json(Map.of("now", sandbox.clock().instant().toString()));
                case "POST clock" -> {
                    JsonNode body = MAPPER.readTree(request.body());
                    sandbox.advance(
                            Duration.ofSeconds(body.path("advanceSeconds").asLong(0)));
                    yield json(Map.of("now", sandbox.clock().instant().toString()));
                }
                case "POST reset" -> {
                    sandbox.reset();
                    yield Reply.empty(204);
                }
                default -> error(404, "objects, requests, faults, clock, reset");
            };
        } catch (JacksonException unreadable) {
            return error(400, "JSON is expected.");
        } catch (IllegalArgumentException wrong) {
            return error(400, String.valueOf(wrong.getMessage()));
        }
    }

    private static Reply json(Object value) {
        return Reply.json(200, MAPPER.valueToTree(value));
    }

    private static Reply error(int status, String sentence) {
        return Reply.json(status, JsonNodeFactory.instance.objectNode().put("error", sentence));
    }

    private ObjectNode faults() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("seed", sandbox.plan().seed());
        json.set("rules", MAPPER.valueToTree(sandbox.plan().rules()));
        ObjectNode injected = json.putObject("injected");
        sandbox.injected().forEach((kind, count) -> injected.put(kind.text(), count));
        return json;
    }
}
