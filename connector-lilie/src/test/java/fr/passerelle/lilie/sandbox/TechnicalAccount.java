package fr.passerelle.lilie.sandbox;

import fr.passerelle.ent.sandbox.Request;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The one account that Eliot's web services are called with. */
final class TechnicalAccount {
    static final String USERNAME = "passerelle";
    static final String PASSWORD = "bac-a-sable";

    private static final String BASIC = "Basic ";

    private TechnicalAccount() {}

    /** How the password came. */
    enum Form {
        /** As RFC 7617 has it. */
        WITH_BASIC,
        /** As Eliot's own client sends it. */
        WITHOUT_BASIC;

        String text() {
            return this == WITH_BASIC ? "with Basic" : "without Basic";
        }
    }

    /** Empty when somebody else is calling. */
    static Optional<Form> recognise(Request request) {
        String header = request.header("authorization").orElse("");
        boolean basic = header.regionMatches(true, 0, BASIC, 0, BASIC.length());
        String expected =
                Base64.getEncoder().encodeToString((USERNAME + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return (basic ? header.substring(BASIC.length()) : header).strip().equals(expected)
                ? Optional.of(basic ? Form.WITH_BASIC : Form.WITHOUT_BASIC)
                : Optional.empty();
    }
}
