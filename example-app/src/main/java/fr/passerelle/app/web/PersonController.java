package fr.passerelle.app.web;

import fr.passerelle.app.town.Town;
import fr.passerelle.app.user.Right;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.person.Person;
import fr.passerelle.ent.person.PersonReason;
import fr.passerelle.ent.rights.ErasureReport;
import fr.passerelle.ent.rights.PersonExport;
import fr.passerelle.ent.schoolclass.SchoolClass;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One person and her rights: what is held of her, to be given to her, and its erasure. */
@Controller
class PersonController {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Town town;

    PersonController(Town town) {
        this.town = town;
    }

    @GetMapping("/persons/{person}")
    @Needs(value = Right.NAMES, trail = "person.show")
    String show(@PathVariable("person") String id, Model model) {
        Person person = known(id);
        PersonPage page = PersonPage.of(town, List.of(person)).get(0);
        model.addAttribute("person", page);
        model.addAttribute(
                "place", person.place() == null ? null : town.places().get(person.place()));
        model.addAttribute(
                "classes",
                person.classes().stream()
                        .map(classId -> town.passerelle().states().current(SchoolClass.FEATURE, classId.toString()))
                        .toList());
        if (page.isErased()) {
            model.addAttribute("concerns", concerns(page.id()));
        }
        return "person";
    }

    /** What may concern somebody who was erased, for a person to decide. */
    private List<CommunicationPage> concerns(PersonId id) {
        return town.passerelle().erasures().report(id).stream()
                .map(ErasureReport::communications)
                .flatMap(List::stream)
                .map(concern -> town.passerelle()
                        .states()
                        .current(Communication.FEATURE, concern.communication().toString()))
                .map(found -> CommunicationPage.of(town, found))
                .flatMap(Optional::stream)
                .toList();
    }

    /** A file to hand to her; never kept by a browser's cache. */
    @GetMapping("/persons/{person}/export")
    @Needs(value = Right.PERSONAL_DATA, trail = "person.export")
    ResponseEntity<String> export(@PathVariable("person") String id) {
        PersonId person = idOf(known(id));
        PersonExport export = town.passerelle().accessExport(person).orElseThrow(() -> unknown(id));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"acces-" + person + ".json\"")
                .body(MAPPER.writeValueAsString(export));
    }

    @PostMapping("/persons/{person}/erase")
    @Needs(value = Right.PERSONAL_DATA, trail = "person.erase")
    String erase(@PathVariable("person") String id) {
        PersonId person = idOf(known(id));
        town.done(town.passerelle().erasures().erase(person));
        return "redirect:/persons/" + person;
    }

    private Person known(String id) {
        Person person = town.passerelle().states().current(Person.FEATURE, id);
        if (person.person() == null) {
            throw unknown(id);
        }
        return person;
    }

    private static PersonId idOf(Person person) {
        if (person.person() == null) {
            throw unknown("");
        }
        return person.person();
    }

    private static CodedException unknown(String id) {
        return new CodedException(PersonReason.UNKNOWN_PERSON, Map.of("person", id));
    }
}
