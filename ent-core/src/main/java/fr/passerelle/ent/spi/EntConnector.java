package fr.passerelle.ent.spi;

/** One account's way to one profile of an ENT. Abilities are further interfaces that the same object implements. */
public interface EntConnector {

    /** What this profile can do and what is known about it. Pure, always the same. */
    ConnectorDescriptor descriptor();

    /** Looks whether the account can work, by read-only requests. */
    CheckResult check(EntSession session);
}
