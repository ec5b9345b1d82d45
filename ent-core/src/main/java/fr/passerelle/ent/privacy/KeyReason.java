package fr.passerelle.ent.privacy;

import fr.passerelle.ent.model.Coded;

/** What can be wrong with keys and sealed values. */
public enum KeyReason implements Coded {
    /** Other users of the machine can read the master key. Fact: {@code file}. */
    MASTER_KEY_EXPOSED("ENT-531"),
    /** The master key is not 256 bits in base64. Fact: {@code source}. */
    MASTER_KEY_MALFORMED("ENT-532"),
    /** The master key cannot be read or written. Fact: {@code source}. */
    MASTER_KEY_UNREACHABLE("ENT-533"),
    /** The key store was made with another master key. */
    MASTER_KEY_FOREIGN("ENT-534"),
    /** Data of an erased subject was to be stored again. Fact: {@code subject}. */
    SUBJECT_ERASED("ENT-535"),
    /** A sealed value does not open with its subject's key: it was changed or moved. Fact: {@code subject}. */
    SEAL_BROKEN("ENT-536"),
    /** The log of erasures was changed. Fact: {@code number}. */
    ERASURE_LOG_BROKEN("ENT-537");

    private final String code;

    KeyReason(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
