package fr.passerelle.lilie.sandbox;

import fr.passerelle.ent.sandbox.Request;
import java.util.Optional;
import java.util.stream.Stream;

/** The project that a request is for; a platform serves several, this one the region's only. */
final class Porteur {
    static final String CODE = "CRIF";

    private Porteur() {}

    /** As parameter or header; neither means the default. */
    static boolean isServed(Request request) {
        return Stream.of(Optional.ofNullable(request.query().get("codePorteur")), request.header("ENT_PORTEUR"))
                .flatMap(Optional::stream)
                .allMatch(CODE::equals);
    }
}
