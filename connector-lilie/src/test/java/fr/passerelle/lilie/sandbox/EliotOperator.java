package fr.passerelle.lilie.sandbox;

import fr.passerelle.ent.sandbox.OperatorAccount;
import fr.passerelle.lilie.sandbox.World.Person;
import fr.passerelle.lilie.sandbox.World.School;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What an operator fills in to be heard by Eliot's web services here. */
final class EliotOperator {
    static final String PROFILE = "eliot-2015";

    private EliotOperator() {}

    static OperatorAccount of(World world) {
        List<School> schools = List.copyOf(world.schools.values());
        Map<String, String> credentials = new LinkedHashMap<>();
        credentials.put("username", TechnicalAccount.USERNAME);
        credentials.put("password", TechnicalAccount.PASSWORD);
        credentials.put("notification-path", EliotRoute.path("scolarite"));
        credentials.put("requester", world.requester().externalId());
        credentials.put("check-school", String.valueOf(schools.get(0).id()));
        credentials.put(
                "schools",
                schools.stream()
                        .map(school -> school.uai() + ";" + school.externalId())
                        .collect(Collectors.joining("|")));
        credentials.put(
                "recipients",
                world.structures.values().stream()
                        .map(structure -> structure.school().uai() + ";" + structure.name() + ";"
                                + world.peopleOf(structure).stream()
                                        .map(Person::externalId)
                                        .collect(Collectors.joining(",")))
                        .collect(Collectors.joining("|")));
        return new OperatorAccount(
                "Lilie",
                "lilie",
                PROFILE,
                Map.of(),
                schools.stream().map(School::uai).toList(),
                credentials);
    }
}
