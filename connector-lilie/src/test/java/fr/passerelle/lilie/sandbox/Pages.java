package fr.passerelle.lilie.sandbox;

/** The pages that the stand-in shows, in words of its own. */
final class Pages {
    static final String LOGIN = page("Connexion", """
            <form method="post" action="/cas/login">
              <label>Identifiant <input name="username"></label>
              <label>Mot de passe <input name="password" type="password"></label>
              <button>Se connecter</button>
            </form>""");

    static final String BANNER = page("Bac à sable Lilie", """
            <p style="padding:1em;background:#ffe08a"><strong>Ceci n'est pas Lilie.</strong> C'est un bac à sable de
            Passerelle : les services web « échanges » d'Eliot, reconstruits d'après le code d'un client de 2011 à 2016
            et jamais d'après celui d'un serveur, sur cette machine, avec des écoles et des personnes inventées. Aucun
            e-mail ni SMS ne part. Le successeur, Open ENT NG, y répond aussi : son API est celle d'entcore,
            reconstruite d'après le vrai logiciel.</p>
            <ul>
              <li><a href="/__sandbox/objects">Ce qui s'y trouve</a></li>
              <li><a href="/__sandbox/requests">Requêtes reçues</a></li>
              <li><a href="/__sandbox/faults">Pannes simulées</a></li>
              <li><a href="/__sandbox/clock">Horloge</a></li>
            </ul>""");

    private Pages() {}

    private static String page(String title, String body) {
        return "<!DOCTYPE html>\n<html lang=\"fr\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>" + title + "</title></head><body><h1>"
                + title + "</h1>" + body + "</body></html>\n";
    }
}
