package fr.passerelle.beneylu.sandbox;

import fr.passerelle.beneylu.sandbox.Route.Gate;
import fr.passerelle.beneylu.sandbox.World.Account;
import fr.passerelle.beneylu.sandbox.World.Code;
import fr.passerelle.beneylu.sandbox.World.Grant;
import fr.passerelle.beneylu.sandbox.World.Room;
import fr.passerelle.ent.sandbox.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the directory tells a partner of somebody who signed in: who it is, and nothing to write with. */
final class PartnerRoutes {
    static final String CLIENT = "7_passerelle";
    static final String SECRET = "bac-a-sable-secret";
    static final String REDIRECT_URI = "https://passerelle.example/retour";
    static final String SCOPE = "read_with_uai";

    private static final Duration LIFE = Duration.ofHours(1);

    private PartnerRoutes() {}

    static List<Route> all() {
        return List.of(
                new Route("POST", "/oauth/v2/token", Gate.AUTH, PartnerRoutes::token),
                new Route("GET", "/oauth/v2/users", Gate.AUTH, PartnerRoutes::user),
                new Route("GET", "/oauth/v2/routes/:what", Gate.AUTH, PartnerRoutes::route));
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static Reply token(Call call) {
        Map<String, String> form = call.form();
        boolean partner = CLIENT.equals(form.get("client_id")) && SECRET.equals(form.get("client_secret"));
        if (!partner) {
            return Reply.json(400, object().put("error", "invalid_client"));
        }
        Code code = call.world().codes.remove(form.getOrDefault("code", ""));
        boolean good = "authorization_code".equals(form.get("grant_type"))
                && code != null
                && code.client().equals(CLIENT)
                && code.redirectUri().equals(form.get("redirect_uri"));
        if (code == null || !good) {
            return Reply.json(400, object().put("error", "invalid_grant"));
        }
        String token = call.world().newSecret("token");
        Grant grant = new Grant(
                code.account(), code.scope(), call.world().clock.instant().plus(LIFE));
        call.world().tokens.put(token, grant);
        return Call.json(object().put("access_token", token)
                .put("expires_in", LIFE.toSeconds())
                .put("token_type", "bearer")
                .put("scope", code.scope())
                .put("refresh_token", call.world().newSecret("refresh")));
    }

    private static Grant grant(Call call) {
        return call.query("access_token")
                .flatMap(token -> Optional.ofNullable(call.world().tokens.get(token)))
                .filter(one -> one.until().isAfter(call.world().clock.instant()))
                .orElseThrow(() -> new Call.Answered(Reply.json(401, object().put("error", "invalid_grant"))));
    }

    private static List<Room> rooms(Call call, Account account) {
        return account.rooms.stream().map(call.world()::room).toList();
    }

    private static ArrayNode numbers(List<Integer> ids) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        ids.forEach(array::add);
        return array;
    }

    private static ArrayNode classes(Call call, Account account) {
        return numbers(rooms(call, account).stream().map(Room::id).toList());
    }

    private static ArrayNode schools(Call call, Account account) {
        return numbers(rooms(call, account).stream()
                .map(room -> room.school().id)
                .distinct()
                .toList());
    }

    private static Reply user(Call call) {
        Account account = grant(call).account();
        ObjectNode json = object().put("id", account.id).put("profile", account.role);
        json.set("classroom_ids", classes(call, account));
        json.set("school_ids", schools(call, account));
        return Call.json(json);
    }

    private static Reply route(Call call) {
        Grant grant = grant(call);
        Account account = grant.account();
        ObjectNode json = object().put("id", account.id);
        switch (call.id("what")) {
            case "firstName" -> json.put("first_name", account.firstName);
            case "offers" -> json.putObject("offers");
            case "classrooms" -> json.set("classrooms", classes(call, account));
            case "schools" -> json.set("schools", schools(call, account));
            case "schoolUAIs" -> {
                if (!grant.scope().equals("read_with_uai")) {
                    return Reply.json(403, object().put("error", "insufficient_scope"));
                }
                ArrayNode codes = json.putArray("school_uais");
                rooms(call, account).stream()
                        .map(room -> room.school().uai)
                        .distinct()
                        .forEach(codes::add);
            }
            default -> throw Call.notFound();
        }
        return Call.json(json);
    }
}
