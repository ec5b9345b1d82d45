package fr.passerelle.ent.sandbox;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an operator fills in to connect to a stand-in.
 *
 * @param platform the platform's own name
 * @param connector the connector's id
 * @param urls further origins by name
 * @param places UAI codes of the schools that lie on the stand-in
 * @param credentials by the names of the connector's settings, in the order to print them; invented, valid nowhere else
 */
public record OperatorAccount(
        String platform,
        String connector,
        String profile,
        Map<String, URI> urls,
        List<String> places,
        Map<String, String> credentials) {
    public OperatorAccount {
        urls = Map.copyOf(urls);
        places = List.copyOf(places);
        credentials = new LinkedHashMap<>(credentials);
    }

    /** Somebody who may sign in by hand. */
    public record Login(String profile, String login, String password) {}
}
