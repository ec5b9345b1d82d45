package fr.passerelle.one;

import fr.passerelle.ent.spi.HttpCall;

/**
 * The routes of ONE that the connector uses.
 *
 * <p>Its name in logs and faults is the path with ids replaced.
 */
enum OneRoute {
    TOKEN("POST", "/auth/oauth2/token", "scope " + OneScope.LEAST.words()),
    USER_INFO("GET", "/auth/oauth2/userinfo", "userinfo"),
    STRUCTURES("GET", "/directory/structure/admin/list", "ADMIN_LOCAL"),
    CLASSES("GET", "/directory/class/admin/list", "ADMIN_LOCAL"),
    GROUPS("GET", "/directory/group/admin/list", "ADMIN_LOCAL"),
    BLOGS("GET", "/blog/list/all", "blog.list"),
    CREATE_BLOG("POST", "/blog", "blog.create"),
    SHARES("GET", "/blog/share/json/:blog", "blog.manager"),
    SHARE("PUT", "/blog/share/resource/:blog", "blog.manager"),
    POSTS("GET", "/blog/post/list/all/:blog", "blog.read"),
    POST("GET", "/blog/post/:blog/:post", "blog.read"),
    CREATE_POST("POST", "/blog/post/:blog", "blog.contrib"),
    EDIT_POST("PUT", "/blog/post/:blog/:post", "blog.contrib"),
    SUBMIT_POST("PUT", "/blog/post/submit/:blog/:post", "blog.contrib"),
    PUBLISH_POST("PUT", "/blog/post/publish/:blog/:post", "blog.manager"),
    DELETE_POST("DELETE", "/blog/post/:blog/:post", "blog.contrib"),
    COMMENTS("GET", "/blog/comments/:blog/:post", "blog.read"),
    THREADS("GET", "/actualites/api/v1/threads", "actualites.threads.list"),
    CREATE_THREAD("POST", "/actualites/api/v1/threads", "actualites.create"),
    INFOS("GET", "/actualites/api/v1/infos", "actualites.infos.list"),
    CREATE_INFO("POST", "/actualites/api/v1/infos", "thread.contrib"),
    INFO("GET", "/actualites/api/v1/infos/:info", "info.read"),
    EDIT_INFO("PUT", "/actualites/api/v1/infos/:info", "thread.publish"),
    DELETE_INFO("DELETE", "/actualites/api/v1/infos/:info", "thread.publish"),
    INFO_SHARES("GET", "/actualites/api/v1/infos/:info/shares", "thread.contrib"),
    SHARE_INFO("PUT", "/actualites/api/v1/infos/:info/shares", "thread.contrib"),
    INFO_COMMENTS("GET", "/actualites/api/v1/infos/:info/comments", "info.read"),
    VIEWS("GET", "/audience/views/details/:application/:type/:id", "audience"),
    REACTIONS("GET", "/audience/reactions/:application/:type", "audience"),
    MESSAGING("GET", "/conversation/max-depth", "conversation"),
    VISIBLES("GET", "/conversation/visible", "conversation"),
    CREATE_DRAFT("POST", "/conversation/draft", "conversation"),
    ATTACH("POST", "/conversation/message/:message/attachment", "conversation"),
    SEND("POST", "/conversation/send", "conversation"),
    MESSAGES("GET", "/conversation/list/:folder", "conversation"),
    MESSAGE("GET", "/conversation/message/:message", "conversation"),
    RECALL("POST", "/conversation/api/messages/:message/recall", "conversation"),
    TRASH("PUT", "/conversation/trash", "conversation"),
    DELETE_MESSAGES("PUT", "/conversation/delete", "conversation"),
    DOCUMENTS("GET", "/workspace/documents", "workspace.documents.list"),
    FOLDERS("GET", "/workspace/folders/list", "workspace.folders.list"),
    UPLOAD("POST", "/workspace/document", "workspace.document.add"),
    DOCUMENT("GET", "/workspace/document/:document", "workspace.read"),
    DELETE_DOCUMENT("DELETE", "/workspace/document/:document", "workspace.manager"),
    BIN("PUT", "/workspace/documents/trash", "workspace.manager"),
    QUOTA("GET", "/workspace/quota/user/:user", "workspace");

    private final String method;
    private final String path;
    private final String need;

    OneRoute(String method, String path, String need) {
        this.method = method;
        this.path = path;
        this.need = need;
    }

    /** The path with ids replaced. */
    String route() {
        return path;
    }

    /** Whether it carries a text, which ONE's filter may break: ONE then answers 400. */
    boolean carriesText() {
        return switch (this) {
            case CREATE_POST, EDIT_POST, CREATE_INFO, EDIT_INFO, CREATE_DRAFT, SEND -> true;
            default -> false;
        };
    }

    /** The application that answers, as a token's scope names it. */
    String application() {
        return path.substring(1, path.indexOf('/', 1) < 0 ? path.length() : path.indexOf('/', 1));
    }

    /** Which right or scope it takes, in ONE's words. */
    String need() {
        return need;
    }

    /** A call with the ids filled in, in order; they were checked when they were read. */
    HttpCall call(String... ids) {
        return query("", ids);
    }

    /**
     * A call with a query.
     *
     * @param query encoded, beginning with {@code ?}, or empty
     */
    HttpCall query(String query, String... ids) {
        String filled = path;
        for (String id : ids) {
            filled = filled.replaceFirst(":\\w+", id);
        }
        return HttpCall.of(method, filled + query, path);
    }
}
