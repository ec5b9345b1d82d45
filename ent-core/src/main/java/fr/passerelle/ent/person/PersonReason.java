package fr.passerelle.ent.person;

import fr.passerelle.ent.model.Coded;

/** Why a command about a person is refused. */
public enum PersonReason implements Coded {
    /** Somebody with the same names and birth date is already known. */
    PERSON_EXISTS("ENT-201"),
    /** Nobody has this id, or the person has left. Fact: {@code person}. */
    UNKNOWN_PERSON("ENT-202"),
    /** The person was erased: nothing about her is stored again. Fact: {@code person}. */
    PERSON_ERASED("ENT-203"),
    /** Only a guardian answers for children. */
    NO_GUARDIAN("ENT-204"),
    /** Only a teacher becomes head, and a head a teacher. */
    OTHER_PROFILE("ENT-205");

    private final String code;

    PersonReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
