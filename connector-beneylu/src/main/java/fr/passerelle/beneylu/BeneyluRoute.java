package fr.passerelle.beneylu;

import fr.passerelle.ent.spi.HttpCall;

/**
 * The routes of Beneylu School that the connector uses. Its name in logs and faults is the path with ids replaced.
 */
enum BeneyluRoute {
    HOME("GET", "/ent/", "le site"),
    LOGIN_CHECK("GET", "/ent/login_check", "le site"),
    DIRECT_CALL("GET", "/ent/:landing", "le site"),
    AUTHORIZE("GET", "/oauth/v2/authorize", "le site"),
    LOGIN("POST", "/:login", "le site"),

    GROUPS("GET", "/ent/api/1.0/groups.json", "CLASSROOM"),
    CURRENT("GET", "/ent/api/1.0/groups/current.json", "CLASSROOM"),
    SWITCH("PATCH", "/ent/api/1.0/groups/current.json", "CLASSROOM"),
    SCHOOL("GET", "/ent/api/1.0/groups/current/school.json", "SCHOOL"),
    RIGHT("GET", "/ent/api/1.0/users/rights/:right/groups/:group", "CLASSROOM"),

    BLOG("GET", "/ent/blog/", "BLOG_ACCESS"),
    BLOG_PAGE("GET", "/ent/blog/page/:page", "BLOG_ACCESS"),
    ARTICLE("GET", "/ent/blog/article/:slug", "BLOG_ACCESS"),
    NEW_ARTICLE("GET", "/ent/blog/gestion/nouvel-article", "BLOG_ACCESS_BACK"),
    WRITE_ARTICLE("POST", "/ent/blog/gestion/nouvel-article/terminer", "BLOG_PUBLISH"),
    ARTICLE_FORM("GET", "/ent/blog/gestion/article/:slug/editer", "BLOG_ACCESS_BACK"),
    EDIT_ARTICLE("POST", "/ent/blog/gestion/article/:slug/editer", "BLOG_PUBLISH"),
    DELETE_ARTICLE("POST", "/ent/blog/gestion/article/:id/supprimer", "BLOG_ACCESS_BACK"),

    WORDS("GET", "/ent/carnet-de-liaison/gestion/:month/:year", "LIAISONBOOK_ACCESS_BACK"),
    WORD("GET", "/ent/carnet-de-liaison/gestion/detail/:slug", "LIAISONBOOK_ACCESS_BACK"),
    NEW_WORD("GET", "/ent/carnet-de-liaison/gestion/nouveau-message", "LIAISONBOOK_ACCESS_BACK"),
    WRITE_WORD("POST", "/ent/carnet-de-liaison/gestion/nouveau-message/valider", "LIAISONBOOK_ACCESS_BACK"),
    WORD_FORM("GET", "/ent/carnet-de-liaison/gestion/editer-message/:slug", "LIAISONBOOK_ACCESS_BACK"),
    EDIT_WORD("POST", "/ent/carnet-de-liaison/gestion/editer-message/:slug", "LIAISONBOOK_ACCESS_BACK"),
    DELETE_WORD("GET", "/ent/carnet-de-liaison/gestion/supprimer-message/:slug", "LIAISONBOOK_ACCESS_BACK");

    private final String method;
    private final String path;
    private final String need;

    BeneyluRoute(String method, String path, String need) {
        this.method = method;
        this.path = path;
        this.need = need;
    }

    /** The path with ids replaced. */
    String route() {
        return path;
    }

    /** Which right it takes, in Beneylu's words. */
    String need() {
        return need;
    }

    /** A call with the ids filled in, in order; they were checked when they were read. */
    HttpCall call(String... ids) {
        String filled = path;
        for (String id : ids) {
            filled = filled.replaceFirst(":\\w+", id);
        }
        return to(filled);
    }

    /**
     * A call to an address that Beneylu itself named.
     *
     * @param target path and query, encoded
     */
    HttpCall to(String target) {
        return HttpCall.of(method, target, path);
    }
}
