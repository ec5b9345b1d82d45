package fr.passerelle.one.sandbox;

import fr.passerelle.one.sandbox.Workspace.Element;
import fr.passerelle.one.sandbox.Workspace.Stored;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Documents and folders as ONE writes them: dates in a form of its own, the size inside. */
final class WorkspaceJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm.ss.SSS").withZone(ZoneOffset.UTC);

    private WorkspaceJson() {}

    /** As the answer to making it. */
    static ObjectNode made(Element element) {
        ObjectNode json = listed(element);
        if (!element.isFolder()) {
            json.put("fileDate", date(element.created));
        }
        if (element.visibility != null) {
            json.put(element.visibility, true);
        }
        return json.put(
                "nameSearch",
                Normalizer.normalize(element.name, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT));
    }

    static ArrayNode list(List<Element> elements) {
        ArrayNode list = JSON.arrayNode();
        elements.forEach(one -> list.add(listed(one)));
        return list;
    }

    private static ObjectNode listed(Element element) {
        ObjectNode json = JSON.objectNode();
        json.put("owner", element.author.id);
        json.set("shared", shares(element));
        Stored stored = element.stored;
        if (stored != null) {
            json.putObject("metadata")
                    .put("name", stored.part())
                    .put("filename", stored.fileName())
                    .put("content-type", stored.contentType())
                    .put("content-transfer-encoding", "7bit")
                    .put("charset", "UTF-8")
                    .put("size", stored.bytes().length);
            json.put("file", stored.file());
        }
        json.put("created", date(element.created));
        json.put("eType", element.isFolder() ? "folder" : "file");
        if (element.parent != null) {
            json.put("eParent", element.parent.id);
        } else if (!element.isFolder()) {
            json.putNull("eParent");
        }
        ArrayNode inherited = json.putArray("inheritedShares");
        element.withFolders().forEach(one -> inherited.addAll(shares(one)));
        json.put("ownerName", element.author.displayName());
        json.put("application", "media-library");
        json.put("name", element.name);
        json.put("modified", date(element.modified));
        json.put("_id", element.id);
        ArrayNode ancestors = json.putArray("ancestors");
        element.withFolders().skip(1).forEach(one -> ancestors.add(one.id));
        json.put("isShared", element.isShared());
        return json;
    }

    private static ArrayNode shares(Element element) {
        ArrayNode shares = JSON.arrayNode();
        add(shares, "userId", element.userShares);
        add(shares, "groupId", element.groupShares);
        return shares;
    }

    private static void add(ArrayNode shares, String who, Map<String, Set<String>> granted) {
        granted.forEach((id, actions) -> {
            ObjectNode share = shares.addObject().put(who, id);
            actions.forEach(action -> share.put(action, true));
        });
    }

    private static String date(Instant at) {
        return DATE.format(at);
    }
}
