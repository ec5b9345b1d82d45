package fr.passerelle.ent.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * A request as it was seen.
 *
 * @param route method and path with ids replaced, or the path itself where no route fits
 * @param body empty for sign-ins and files: secrets and bulk are not kept
 * @param fault what was injected, or null
 */
public record SeenRequest(
        String route,
        String pathAndQuery,
        String body,
        int status,
        @Nullable String fault) {}
