package fr.passerelle.one.sandbox;

import fr.passerelle.ent.sandbox.Multipart;
import fr.passerelle.ent.sandbox.Reply;
import fr.passerelle.one.sandbox.Workspace.Element;
import fr.passerelle.one.sandbox.Workspace.Stored;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Documents and folders; the same document twice is two documents. */
final class WorkspaceRoutes {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> IMAGES = Set.of("image/jpeg", "image/gif", "image/png", "image/tiff");
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,9})-(\\d{1,9})");
    /** A smaller image stays as it is. */
    private static final int COMPRESSED_FROM = 1000;

    private WorkspaceRoutes() {}

    static List<Route> all() {
        return List.of(
                route("POST", "/workspace/document", WorkspaceRoutes::upload),
                route("POST", "/workspace/folder", WorkspaceRoutes::makeFolder),
                route("GET", "/workspace/documents", call -> list(call, false)),
                route("GET", "/workspace/folders/list", call -> list(call, true)),
                route("GET", "/workspace/document/properties/:document", WorkspaceRoutes::properties),
                route("GET", "/workspace/document/:document", WorkspaceRoutes::download),
                new Route("GET", "/workspace/pub/document/:document", "", false, WorkspaceRoutes::publicDocument),
                route("DELETE", "/workspace/document/:document", WorkspaceRoutes::delete),
                route("PUT", "/workspace/document/:document", WorkspaceRoutes::replace),
                route("PUT", "/workspace/rename/:document", WorkspaceRoutes::rename),
                route("PUT", "/workspace/documents/trash", call -> bin(call, true)),
                route("PUT", "/workspace/documents/restore", call -> bin(call, false)),
                route("PUT", "/workspace/share/resource/:document", WorkspaceRoutes::share),
                route("GET", "/workspace/quota/user/:user", WorkspaceRoutes::quota));
    }

    private static Route route(String method, String pattern, Route.Handler handler) {
        return new Route(method, pattern, "workspace", true, handler);
    }

    private static void needRight(Call call, String method) {
        call.needRight("org.entcore.workspace.controllers.WorkspaceController|" + method);
    }

    private static Element element(Call call, String id, String action) {
        Element element = call.world().workspace.elements.get(id);
        if (element == null || !Workspace.may(call.world(), call.me(), element, action)) {
            throw new Call.Answered(Replies.forbidden());
        }
        return element;
    }

    /** The folder that something is to lie in; null for the top. */
    private static Optional<Element> folder(Call call, Optional<String> id) {
        Optional<String> named = id.filter(text -> !text.isBlank());
        Optional<Element> folder = named.map(call.world().workspace.elements::get)
                .filter(found -> found.isFolder() && Workspace.may(call.world(), call.me(), found, Workspace.WRITE));
        if (named.isPresent() && folder.isEmpty()) {
            throw new Call.Answered(Replies.error(400, "workspace.upload.forbidden"));
        }
        return folder;
    }

    private static Reply upload(Call call) {
        needRight(call, "addDocument");
        World world = call.world();
        Multipart sent = sent(call);
        Element document = new Element(
                world.newId("document"),
                call.me(),
                folder(call, call.query("parentId")).orElse(null),
                call.query("name").orElse(sent.fileName()),
                stored(call, sent),
                world.clock.instant());
        // Without an application, both words are passed over.
        if (call.query("application").isPresent() && world.workspace.heedsVisibility) {
            document.visibility = Stream.of("protected", "public")
                    .filter(word -> call.query(word).equals(Optional.of("true")))
                    .findFirst()
                    .orElse(null);
        }
        world.workspace.elements.put(document.id, document);
        return Replies.json(201, WorkspaceJson.made(document));
    }

    private static Multipart sent(Call call) {
        World world = call.world();
        Multipart sent = Multipart.of(call.request()).orElseThrow(() -> new Call.Answered(Reply.empty(400)));
        long room = world.workspace.quota - world.workspace.used(call.me());
        if (sent.bytes().length > Math.min(room, world.mostBytes)) {
            throw new Call.Answered(Replies.error(400, "file.too.large"));
        }
        return sent;
    }

    private static Stored stored(Call call, Multipart sent) {
        return new Stored(
                call.world().newId("file"),
                "file",
                sent.fileName(),
                sent.contentType(),
                IMAGES.contains(sent.contentType()) ? compressed(sent.bytes()) : sent.bytes());
    }

    /** Not what ONE makes of an image, but as different from it. */
    private static byte[] compressed(byte[] image) {
        if (image.length < COMPRESSED_FROM) {
            return image;
        }
        byte[] smaller = Arrays.copyOf(image, image.length / 2);
        byte[] head = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 0x10, 'J', 'F', 'I', 'F', 0};
        System.arraycopy(head, 0, smaller, 0, head.length);
        return smaller;
    }

    /** A form; anything else breaks the server. */
    private static Reply makeFolder(Call call) {
        needRight(call, "addFolder");
        if (!call.request().header("content-type").orElse("").startsWith("application/x-www-form-urlencoded")) {
            return Reply.empty(500);
        }
        Map<String, String> form = call.form();
        String name = form.getOrDefault("name", "");
        if (name.isBlank()) {
            return Reply.empty(400);
        }
        World world = call.world();
        Element folder = new Element(
                world.newId("folder"),
                call.me(),
                folder(call, Optional.ofNullable(form.get("parentFolderId"))).orElse(null),
                name,
                null,
                world.clock.instant());
        world.workspace.elements.put(folder.id, folder);
        return Replies.json(201, WorkspaceJson.made(folder));
    }

    private static Reply list(Call call, boolean folders) {
        if (!folders) {
            needRight(call, "listDocuments");
        }
        String parent = call.query("parentId").filter(id -> !id.isBlank()).orElse(null);
        World world = call.world();
        return Replies.json(WorkspaceJson.list(
                world.workspace.list(world, call.me(), call.query("filter").orElse("owner"), parent, folders)));
    }

    private static Reply properties(Call call) {
        Element document = element(call, call.id("document"), Workspace.READ);
        return Replies.json(JSON.objectNode().put("_id", document.id).put("name", document.name));
    }

    private static Reply download(Call call) {
        return file(call, element(call, call.id("document"), Workspace.READ));
    }

    /** Whoever has the address of a public one. */
    private static Reply publicDocument(Call call) {
        Element document = call.world().workspace.elements.get(call.id("document"));
        return document == null || !"public".equals(document.visibility) ? Reply.empty(404) : file(call, document);
    }

    private static Reply file(Call call, Element document) {
        Stored stored = document.stored;
        if (stored == null) {
            return Reply.empty(404);
        }
        Reply reply = part(call, stored).with("ETag", stored.file());
        // Images are shown, the rest is saved. Names travel as UTF-8, which a header's text must not know.
        String name = new String(document.name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return IMAGES.contains(stored.contentType())
                ? reply
                : reply.with("Content-Disposition", "attachment; filename=\"" + name.replaceAll("[\"\r\n]", "") + "\"");
    }

    /** The whole, or the bytes that are asked for. */
    private static Reply part(Call call, Stored stored) {
        Matcher range = RANGE.matcher(call.request().header("range").orElse(""));
        byte[] all = stored.bytes();
        if (!range.matches() || Integer.parseInt(range.group(2)) >= all.length) {
            return new Reply(200, stored.contentType(), all, Map.of());
        }
        int from = Integer.parseInt(range.group(1));
        int to = Integer.parseInt(range.group(2));
        return new Reply(206, stored.contentType(), Arrays.copyOfRange(all, from, to + 1), Map.of())
                .with("Content-Range", "bytes " + from + "-" + to + "/" + all.length);
    }

    private static Reply delete(Call call) {
        Element document = element(call, call.id("document"), Workspace.MANAGE);
        call.world().workspace.elements.remove(document.id);
        return Replies.json(WorkspaceJson.list(List.of(document)));
    }

    private static Reply replace(Call call) {
        Element document = element(call, call.id("document"), Workspace.WRITE);
        document.stored = stored(call, sent(call));
        document.modified = call.world().clock.instant();
        return Replies.json(JSON.objectNode().put("number", 1).put("status", "ok"));
    }

    private static Reply rename(Call call) {
        Element document = element(call, call.id("document"), Workspace.MANAGE);
        document.name = call.json().path("name").asString("");
        return Replies.json(WorkspaceJson.made(document));
    }

    private static Reply bin(Call call, boolean trashed) {
        List<Element> all = call.json()
                .path("ids")
                .valueStream()
                .map(id -> element(call, id.asString(""), Workspace.MANAGE))
                .toList();
        all.forEach(one -> one.trashed = trashed);
        return Replies.json(WorkspaceJson.list(all));
    }

    /** Replaces all shares, as everywhere on ONE. */
    private static Reply share(Call call) {
        Element element = element(call, call.id("document"), Workspace.MANAGE);
        JsonNode body = call.json();
        element.userShares.clear();
        element.groupShares.clear();
        body.path("users").properties().forEach(one -> element.userShares.put(one.getKey(), actions(one.getValue())));
        body.path("groups").properties().forEach(one -> element.groupShares.put(one.getKey(), actions(one.getValue())));
        List<JsonNode> told = new ArrayList<>();
        element.userShares.keySet().forEach(id -> told.add(JSON.objectNode().put("userId", id)));
        element.groupShares.keySet().forEach(id -> told.add(JSON.objectNode().put("groupId", id)));
        return Replies.json(
                JSON.objectNode().set("notify-timeline-array", JSON.arrayNode().addAll(told)));
    }

    private static Set<String> actions(JsonNode actions) {
        Set<String> all = new LinkedHashSet<>();
        actions.valueStream().forEach(action -> all.add(action.asString("")));
        return all;
    }

    private static Reply quota(Call call) {
        if (!call.id("user").equals(Objects.requireNonNull(call.me()).id)) {
            return Replies.forbidden();
        }
        Workspace workspace = call.world().workspace;
        return Replies.json(JSON.objectNode().put("quota", workspace.quota).put("storage", workspace.used(call.me())));
    }
}
