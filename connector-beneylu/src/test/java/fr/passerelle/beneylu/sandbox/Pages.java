package fr.passerelle.beneylu.sandbox;

import org.jsoup.nodes.Entities;

/** The pages that the stand-in shows, in words of its own; only what programs look for is named as on Beneylu. */
final class Pages {
    static final String BANNER = page("Bac à sable Beneylu School", """
            <p style="padding:1em;background:#ffe08a"><strong>Ceci n'est pas Beneylu School.</strong> C'est un bac à sable
            de Passerelle : une reconstruction du protocole, d'après le code publié en 2018, sur cette machine, avec des
            écoles et des personnes inventées. Rien n'y est publié pour de vrai.</p>
            <ul>
              <li><a href="/__sandbox/objects">Articles et mots</a></li>
              <li><a href="/__sandbox/requests">Requêtes reçues</a></li>
              <li><a href="/__sandbox/faults">Pannes simulées</a></li>
              <li><a href="/__sandbox/clock">Horloge</a></li>
            </ul>""");

    static final String FORBIDDEN = page("Accès refusé", "<p>Vous n'avez pas ce droit.</p>");
    static final String NOT_FOUND = page("Introuvable", "<p>Cette page n'existe pas.</p>");
    static final String NO_CLASS = page("Pas de classe", "<p>Vous n'êtes dans aucune classe.</p>");

    private Pages() {}

    /** The login page, which names the directory's door to its script. */
    static String login(String authorizeAddress) {
        return page(
                "Connexion",
                "<div class=\"auto-login-box\" data-authorize-url=\"" + escape(authorizeAddress) + "\"></div>");
    }

    static String demand() {
        return page("Avant de continuer", "<p>Il reste quelque chose à faire avant d'entrer.</p>");
    }

    /** A page of an application, with the bar that every page has. */
    static String app(String title, String room, String path, String body) {
        return page(
                title,
                "<nav><a href=\"/ent/blog/\">Blog</a> <a href=\"/ent/carnet-de-liaison/\">Carnet</a></nav><p>"
                        + escape(room) + "</p><main data-app=\"" + path + "\">" + body + "</main>");
    }

    static String escape(String text) {
        return Entities.escape(text);
    }

    static String page(String title, String body) {
        return "<!DOCTYPE html>\n<html lang=\"fr\"><head><meta charset=\"utf-8\"><title>" + escape(title)
                + "</title></head><body><h1>" + escape(title) + "</h1>" + body + "</body></html>\n";
    }
}
