package fr.passerelle.app;

import fr.passerelle.ent.model.Coded;

/** What can be wrong with what is asked of the app, beyond what the library refuses. */
public enum AppReason implements Coded {
    /** Facts: {@code what}. */
    ARGUMENT_MISSING("ENT-601", true),
    /** Facts: {@code what}, {@code value}. */
    ARGUMENT_UNFIT("ENT-602", true),
    /** Fact: {@code what}. */
    ARGUMENT_UNKNOWN("ENT-603", true),
    /** Neither a UAI nor a leisure centre's id. Fact: {@code value}. */
    BAD_PLACE_ID("ENT-604", true),
    /** A school is known by a UAI, a leisure centre by an id of its own. Fact: {@code value}. */
    KIND_AND_ID_DISAGREE("ENT-605", true),
    /** Fact: {@code port}. */
    PORT_IN_USE("ENT-606", false),
    /** Fact: {@code file}. */
    FILE_UNREADABLE("ENT-607", false),
    /** Fact: {@code address}. */
    NOT_LOOPBACK("ENT-608", false),
    /** Fact: {@code setting}. */
    BAD_SETTING("ENT-609", false),
    /** Facts: {@code name}, {@code place}, {@code known}. */
    UNKNOWN_CLASS_NAME("ENT-610", false),
    /** The web app holds the store. */
    SERVED("ENT-611", false),
    /** The web app holds the store and does not answer. */
    SERVER_SILENT("ENT-612", false),
    /** Facts: {@code file}, {@code limit} in megabytes. */
    FILE_TOO_LARGE("ENT-613", false),
    /** A kind of communication that no version publishes yet. Facts: {@code kind}, {@code known}. */
    KIND_NOT_YET("ENT-614", false),
    /** Facts: {@code setting}, {@code source}; never the secret. */
    SECRET_UNREADABLE("ENT-615", false),
    /** No account of that name is configured. Fact: {@code account}. */
    UNKNOWN_ACCOUNT("ENT-616", false),
    /** An address that leads nowhere, or a request that does not fit it. */
    NO_SUCH_PAGE("ENT-617", false),
    /** Staff of a school comes from ONDE. Fact: {@code place}. */
    STAFF_OF_A_SCHOOL("ENT-618", false),
    /** Somebody comes back from an ENT whom nobody sent there, or too late. */
    AGREEMENT_UNEXPECTED("ENT-620", false),
    /** Somebody comes back from an ENT without having agreed. Fact: {@code error}. */
    AGREEMENT_DECLINED("ENT-621", false),
    /** An ENT alone is named, and it has several accounts. Facts: {@code ent}, {@code known}. */
    SEVERAL_ACCOUNTS("ENT-645", true),
    /** A file of that name and other content is there already. Fact: {@code file}. */
    FILE_IN_THE_WAY("ENT-646", false),
    /** A picture is damaged, moves or is of an unknown kind. */
    PICTURE_UNREADABLE("ENT-660", false),
    /** A picture has too many points. Fact: {@code limit} in millions. */
    PICTURE_TOO_LARGE("ENT-661", false),
    /** What somebody sent by a form is too large, or did not come whole. Facts: {@code files}, {@code limit} in megabytes. */
    FORM_TOO_LARGE("ENT-662", false),
    /** A picture is to be published that nobody said in words. Fact: {@code limit} of characters. */
    ALTERNATIVE_MISSING("ENT-663", false),
    /** A picture is to be published and nobody said that the people on it agree. */
    IMAGE_RIGHTS_MISSING("ENT-664", false),
    /** ONDE knows schools only. Fact: {@code place}. */
    ONDE_OF_A_CENTRE("ENT-650", true),
    /** An export's name names another school. Facts: {@code other}, {@code place}. */
    EXPORT_OF_ANOTHER_SCHOOL("ENT-651", false),
    /** Two files of pupils, say: the second would send away whom the first brought. */
    SAME_EXPORT_TWICE("ENT-652", false),
    /** Somebody else imports for this school. Facts: {@code place}, {@code minutes} after which her plan is forgotten. */
    IMPORT_UNDER_WAY("ENT-653", false),
    /** The plan is not kept any more, or never was. */
    IMPORT_GONE("ENT-654", false),
    /** The plan is not the one that the page showed. */
    IMPORT_CHANGED("ENT-655", false),
    /** A form for files came without any. */
    NO_FILE_CHOSEN("ENT-656", false),
    /** A part of a list is asked for that is too large or none. Facts: {@code field}, {@code least}, {@code most}. */
    BAD_LIMIT("ENT-670", false),
    /** A part of a list is asked for that begins nowhere. Fact: {@code field}. */
    BAD_CURSOR("ENT-671", false),
    /** What may be sent twice must have a name. Facts: {@code field}, {@code limit} of characters. */
    KEY_NEEDED("ENT-672", false),
    /** Something else was sent under this name. Fact: {@code field}. */
    KEY_USED("ENT-673", false),
    /** Fact: {@code field}. */
    FIELD_MISSING("ENT-674", false),
    /** Fact: {@code field}. */
    FIELD_UNFIT("ENT-675", false),
    /** What a program sent is no JSON. */
    BODY_UNREADABLE("ENT-676", false),
    /** Our bug. Fact: {@code incident}, under which the log tells more. */
    UNEXPECTED("ENT-690", false);

    private final String code;
    private final boolean usage;

    AppReason(String code, boolean usage) {
        this.code = code;
        this.usage = usage;
    }

    @Override
    public String code() {
        return code;
    }

    /** Whether the command was written wrongly, rather than refused. */
    public boolean isUsage() {
        return usage;
    }
}
