package fr.passerelle.beneylu;

import static fr.passerelle.beneylu.Handles.progressed;

import fr.passerelle.beneylu.wire.Group;
import fr.passerelle.beneylu.wire.School;
import fr.passerelle.ent.spi.Destination;
import fr.passerelle.ent.spi.EntSession;
import fr.passerelle.ent.spi.StepResult;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which class of Beneylu a destination is: of that name, in the school whose UAI is the place. */
final class BeneyluDirectory {
    /** Beneylu's own, wherever the school lies. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    /** A class does not change its school while a publication goes out. */
    private static final Duration HOLDS = Duration.ofMinutes(10);

    private static final String NO_CODE = "-";

    private final EntSession session;
    private final BeneyluClient client;

    BeneyluDirectory(EntSession session, BeneyluClient client) {
        this.session = session;
        this.client = client;
    }

    static LocalDate today(EntSession session) {
        return LocalDate.ofInstant(session.clock().instant(), ZONE);
    }

    StepResult findClass(Destination destination) {
        List<Group> named = BeneyluMapping.named(groups(), destination.name());
        List<Group> same = new ArrayList<>();
        boolean withoutCode = false;
        for (Group group : named) {
            Optional<String> code = school(group);
            withoutCode |= code.isEmpty();
            if (code.filter(uai -> uai.equalsIgnoreCase(destination.place().toString()))
                    .isPresent()) {
                same.add(group);
            }
        }
        return switch (same.size()) {
            case 0 ->
                throw BeneyluMapping.refused(
                        withoutCode ? BeneyluReason.SCHOOL_WITHOUT_CODE : BeneyluReason.CLASS_UNKNOWN, destination);
            case 1 ->
                progressed(
                        Handles.GROUP,
                        same.get(0).number(),
                        Handles.SINCE,
                        today(session).toString());
            default -> throw BeneyluMapping.refused(BeneyluReason.CLASS_AMBIGUOUS, destination);
        };
    }

    /** The groups that the account belongs to. */
    List<Group> groups() {
        return client.anywhere().list(BeneyluRoute.GROUPS, BeneyluRoute.GROUPS.call(), Group.class);
    }

    /** The UAI of a class's school; empty where nobody filled it in. */
    private Optional<String> school(Group group) {
        String memory = "beneylu.school " + group.number();
        Optional<String> known = session.memory().recall(memory);
        if (known.isPresent()) {
            return known.filter(code -> !code.equals(NO_CODE));
        }
        Optional<String> code = code(client.in(group.number(), "school"));
        session.memory()
                .remember(
                        memory, code.orElse(NO_CODE), session.clock().instant().plus(HOLDS));
        return code;
    }

    /** The UAI of the school in whose class a session stands. */
    static Optional<String> code(AppSession app) {
        School school = app.json(BeneyluRoute.SCHOOL, BeneyluRoute.SCHOOL.call(), School.class);
        return Optional.ofNullable(school.uai()).filter(uai -> !uai.isBlank());
    }
}
