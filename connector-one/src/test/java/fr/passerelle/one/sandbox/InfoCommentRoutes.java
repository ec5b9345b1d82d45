package fr.passerelle.one.sandbox;

import static fr.passerelle.one.sandbox.ThreadRoutes.number;
import static fr.passerelle.one.sandbox.ThreadRoutes.route;

import fr.passerelle.ent.sandbox.Reply;
import fr.passerelle.one.sandbox.News.Info;
import fr.passerelle.one.sandbox.News.InfoComment;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Comments on an info; each belongs to who wrote it. */
final class InfoCommentRoutes {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Schema COMMENT = new Schema(
            List.of("comment", "info_id"), Map.of("comment", "string", "info_id", "integer", "title", "string"));

    private InfoCommentRoutes() {}

    static List<Route> all() {
        return List.of(
                route("GET", "/actualites/api/v1/infos/:info/comments", InfoCommentRoutes::list),
                route("POST", "/actualites/api/v1/infos/:info/comments", InfoCommentRoutes::create),
                route("PUT", "/actualites/api/v1/infos/:info/comments/:comment", InfoCommentRoutes::update),
                route("DELETE", "/actualites/api/v1/infos/:info/comments/:comment", InfoCommentRoutes::delete));
    }

    private static Reply list(Call call) {
        Info info = InfoReadRoutes.read(call);
        ArrayNode list = JSON.arrayNode();
        for (InfoComment comment : info.comments) {
            list.addObject()
                    .put("_id", comment.id)
                    .put("comment", comment.text)
                    .put("owner", comment.author.id)
                    .put("created", NewsJson.row(comment.created))
                    .put("modified", NewsJson.row(comment.created))
                    .put("username", comment.author.displayName())
                    .put("deleted", false)
                    .put("info_id", info.id);
        }
        return Replies.json(list);
    }

    private static Reply create(Call call) {
        Info info = InfoReadRoutes.read(call);
        if (!call.world().may(call.me(), info, News.COMMENT)) {
            return Replies.forbidden();
        }
        JsonNode body = COMMENT.read(call);
        if (body.path("info_id").asInt(-1) != info.id) {
            return Reply.empty(403);
        }
        InfoComment comment = call.world()
                .news
                .addComment(call.world(), info, call.me(), body.path("comment").asString());
        return Replies.json(JSON.objectNode().put("id", comment.id));
    }

    private static InfoComment own(Call call, Info info) {
        int id = number(call.id("comment"));
        return info.comments.stream()
                .filter(comment -> comment.id == id && comment.author == call.me())
                .findFirst()
                .orElseThrow(() -> new Call.Answered(Replies.forbidden()));
    }

    private static Reply update(Call call) {
        InfoComment comment = own(call, InfoReadRoutes.read(call));
        comment.text = COMMENT.read(call).path("comment").asString();
        return Replies.json(JSON.objectNode().put("rows", 1));
    }

    private static Reply delete(Call call) {
        Info info = InfoReadRoutes.read(call);
        info.comments.remove(own(call, info));
        return Replies.json(JSON.objectNode().put("rows", 1));
    }
}
