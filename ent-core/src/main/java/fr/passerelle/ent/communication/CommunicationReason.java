package fr.passerelle.ent.communication;

import fr.passerelle.ent.model.Coded;

/** Why a command about a communication is refused. */
public enum CommunicationReason implements Coded {
    /** The title is empty. */
    TITLE_MISSING("ENT-301"),
    /** The title is too long. Facts: {@code limit}, {@code length}. */
    TITLE_TOO_LONG("ENT-302"),
    /** The text is too long. Facts: {@code limit}, {@code length}. */
    BODY_TOO_LONG("ENT-303"),
    /** The audience names nobody. */
    AUDIENCE_EMPTY("ENT-304"),
    /** No such communication. Fact: {@code communication}. */
    UNKNOWN_COMMUNICATION("ENT-305"),
    /** It is published: it can be corrected, no longer rewritten. Fact: {@code communication}. */
    ALREADY_PUBLISHED("ENT-306"),
    /** It is still a draft. Fact: {@code communication}. */
    NOT_PUBLISHED("ENT-307"),
    /** It was taken back. Fact: {@code communication}. */
    WITHDRAWN("ENT-308"),
    /** A communication with this id exists. Fact: {@code communication}. */
    COMMUNICATION_EXISTS("ENT-309"),
    /** A group is not one of the centre's. Fact: {@code group}. */
    UNKNOWN_GROUP("ENT-310"),
    /** It would be taken back before it appears. */
    ENDS_BEFORE_IT_BEGINS("ENT-311"),
    /** A file's name is empty once cleaned, or too long. Fact: {@code limit}. */
    FILE_NAME_UNFIT("ENT-312"),
    /** A file is empty. */
    FILE_EMPTY("ENT-313"),
    /** A file is too large. Fact: {@code limit} in megabytes. */
    FILE_TOO_LARGE("ENT-314"),
    /** There are too many files. Fact: {@code limit}. */
    TOO_MANY_FILES("ENT-315"),
    /** The files are too large in all. Fact: {@code limit} in megabytes. */
    FILES_TOO_LARGE("ENT-316"),
    /** A file is of a kind that is not taken. Fact: {@code types}, the endings that are. */
    FILE_TYPE_NOT_TAKEN("ENT-317"),
    /** A file is not what its name says. */
    FILE_TYPE_DISAGREES("ENT-318"),
    /** A file that is named was not attached to this communication, or is there no more. Fact: {@code attachment}. */
    UNKNOWN_FILE("ENT-319"),
    /** What a picture shows in words is too long, empty or more than one line. Fact: {@code limit}. */
    ALTERNATIVE_UNFIT("ENT-320"),
    /** It is not taken back everywhere yet. Facts: {@code communication}, {@code count} of ENT accounts. */
    STILL_SHOWN("ENT-330"),
    /** It was erased. Fact: {@code communication}. */
    ERASED("ENT-331");

    private final String code;

    CommunicationReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
