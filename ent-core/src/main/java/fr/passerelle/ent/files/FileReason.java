package fr.passerelle.ent.files;

import fr.passerelle.ent.model.Coded;

/** Why a file is not put, fetched, copied or removed. */
public enum FileReason implements Coded {
    /** The profile keeps no files. Fact: {@code profile}. */
    NOT_OFFERED("ENT-340"),
    /** No service account of that name. Fact: {@code account}. */
    NO_ACCOUNT("ENT-341"),
    /** Fact: {@code limit} in characters. */
    NAME_UNFIT("ENT-342"),
    /** There is nothing in it. */
    EMPTY("ENT-343"),
    /** Fact: {@code limit} in megabytes. */
    TOO_LARGE("ENT-344"),
    /** Another file of that name lies there. */
    NAME_TAKEN("ENT-345"),
    /** No file of that name or id lies there. */
    NO_SUCH_FILE("ENT-346"),
    /** Several files of that name lie there. Fact: {@code count}. */
    SEVERAL("ENT-347"),
    /** No folder of that name or id. */
    NO_SUCH_FOLDER("ENT-348"),
    /** The answer was lost and nothing is to be seen yet. Facts: {@code minutes}. */
    NOT_KNOWN("ENT-349"),
    /** The two places of a copy are one. */
    SAME_PLACE("ENT-350"),
    /** An earlier file's trouble holds up the whole space; this one was not tried. */
    NOT_TRIED("ENT-351");

    private final String code;

    FileReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
