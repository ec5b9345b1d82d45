package fr.passerelle.ent.school;

import fr.passerelle.ent.model.Controller;
import fr.passerelle.ent.model.Event;
import fr.passerelle.ent.model.Uai;

/** What has happened to a school. */
public sealed interface SchoolEvent extends Event {

    /** The school is known from now on. */
    record SchoolRegistered(Uai school, String name, SchoolKind kind, Controller controller) implements SchoolEvent {}

    /** Families know it by another name. */
    record SchoolRenamed(String name) implements SchoolEvent {}
}
