package fr.passerelle.one.sandbox;

/** The pages that the stand-in shows, in words of its own. */
final class Pages {
    static final String LOGIN = login("");

    /** With where to go afterwards. */
    static String login(String callback) {
        return page("Authentification", """
            <form method="post" action="/auth/login">
              <input type="hidden" name="callBack" value="%s">
              <label>Identifiant <input name="email"></label>
              <label>Mot de passe <input name="password" type="password"></label>
              <button>Se connecter</button>
            </form>""".formatted(
                        callback.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;")));
    }

    static final String WRONG_PASSWORD = page(
            "Authentification",
            "<p class=\"error\">L'identifiant ou le mot de passe est incorrect.</p>"
                    + "<form method=\"post\" action=\"/auth/login\"></form>");

    static final String ACTIVATION =
            page("Activation", "<p>Choisissez un mot de passe et acceptez les conditions.</p>");

    static final String FORBIDDEN = page("Erreur", "<p>Vous n'avez pas le droit d'accéder à cette page.</p>");

    private Pages() {}

    /** The page that says what this is, under the platform's name. */
    static String banner(String platform) {
        return page("Bac à sable " + platform, """
            <p style="padding:1em;background:#ffe08a"><strong>Ceci n'est pas %s.</strong> C'est un bac à sable de
            Passerelle : une reconstruction du protocole de cette plateforme, sur cette machine, avec des écoles et des
            personnes inventées. Rien n'y est publié pour de vrai.</p>
            <ul>
              <li><a href="/__sandbox/objects">Actualités, blogs, billets, messages et documents</a></li>
              <li><a href="/__sandbox/requests">Requêtes reçues</a></li>
              <li><a href="/__sandbox/faults">Pannes simulées</a></li>
              <li><a href="/__sandbox/clock">Horloge</a></li>
            </ul>""".formatted(platform));
    }

    private static String page(String title, String body) {
        return "<!DOCTYPE html>\n<html lang=\"fr\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>" + title + "</title></head><body><h1>"
                + title + "</h1>" + body + "</body></html>\n";
    }
}
