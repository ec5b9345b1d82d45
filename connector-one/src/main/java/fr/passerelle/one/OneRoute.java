package fr.passerelle.one;

import fr.passerelle.ent.spi.HttpCall;

/**
 * The routes of ONE that the connector uses.
 *
 * <p>Its name in logs and faults is the path with ids replaced.
 */
enum OneRoute {
    TOKEN("POST", "/auth/oauth2/token", "scope " + OneClient.SCOPE),
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
    MESSAGING("GET", "/conversation/max-depth", "conversation"),
    VISIBLES("GET", "/conversation/visible", "conversation"),
    CREATE_DRAFT("POST", "/conversation/draft", "conversation"),
    ATTACH("POST", "/conversation/message/:message/attachment", "conversation"),
    SEND("POST", "/conversation/send", "conversation"),
    MESSAGES("GET", "/conversation/list/:folder", "conversation"),
    MESSAGE("GET", "/conversation/message/:message", "conversation"),
    RECALL("POST", "/conversation/api/messages/:message/recall", "conversation"),
    TRASH("PUT", "/conversation/trash", "conversation"),
    DELETE_MESSAGES("PUT", "/conversation/delete", "conversation");

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
        return this == CREATE_POST || this == EDIT_POST || this == CREATE_DRAFT || this == SEND;
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
