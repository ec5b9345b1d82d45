package fr.passerelle.ent.rights;

import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.Controller;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.model.SchoolYear;
import fr.passerelle.ent.model.SubjectId;
import fr.passerelle.ent.person.Person;
import fr.passerelle.ent.person.Profile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is held about a person, to be given to her (RGPD article 15). Its names and titles are open: it is made
 * for one request, printed (any Jackson mapper writes it as JSON) and dropped; it is neither stored nor logged.
 *
 * <p>Of an erased person it says that she was erased and when: everything else is null or empty.
 *
 * @param at when it was made
 * @param status whether she is at her place
 * @param erasedAt null while she is not erased
 * @param profile null once she is erased, like {@code retention}
 * @param identities what she is and was called, oldest first; the last one holds
 * @param places where she is and was, oldest first
 * @param children the ids of those whom she answers for, or once did
 * @param guardians the ids of those who answer for her
 * @param referent of which places she is or was the referent, in the order of their ids
 * @param accounts the accounts on ENTs that she connected as her own, oldest first
 * @param communications what she wrote, oldest first
 * @param events what happened to what is held of her, oldest first
 * @param keys what is sealed under which key: hers first, then those of what she wrote
 * @param retention how long it is kept
 * @param recipients the ENT accounts of her places
 */
public record PersonExport(
        PersonId person,
        Instant at,
        Person.Status status,
        @Nullable Instant erasedAt,
        @Nullable Profile profile,
        List<Identity> identities,
        List<AtPlace> places,
        List<PersonId> children,
        List<PersonId> guardians,
        List<AsReferent> referent,
        List<OwnAccount> accounts,
        List<Written> communications,
        List<Happening> events,
        List<UnderKey> keys,
        @Nullable Label retention,
        List<Recipient> recipients) {
    public PersonExport {
        identities = List.copyOf(identities);
        places = List.copyOf(places);
        children = List.copyOf(children);
        guardians = List.copyOf(guardians);
        referent = List.copyOf(referent);
        accounts = List.copyOf(accounts);
        communications = List.copyOf(communications);
        events = List.copyOf(events);
        keys = List.copyOf(keys);
        recipients = List.copyOf(recipients);
    }

    @Override
    public String toString() {
        return "PersonExport[" + person + "]";
    }

    /** The same in both languages. */
    public record Label(String fr, String en) {}

    /**
     * What she was called from a moment on.
     *
     * @param family the name at birth
     * @param usage the name used instead, or null
     * @param birthDate null where no source gave it
     */
    public record Identity(
            Instant since,
            String family,
            @Nullable String usage,
            String first,
            @Nullable LocalDate birthDate) {
        @Override
        public String toString() {
            return "Identity[…]";
        }
    }

    /**
     * A time at a place, in the same classes.
     *
     * @param controller who answers for the data of the place
     * @param from when it was recorded, which may be later than when it began
     * @param until null while it lasts
     */
    public record AtPlace(
            PlaceId place,
            String name,
            @Nullable Controller controller,
            List<InClass> classes,
            Instant from,
            @Nullable Instant until) {
        public AtPlace {
            classes = List.copyOf(classes);
        }
    }

    /** A class in a school year. */
    public record InClass(
            ClassId schoolClass, String name, @Nullable SchoolYear year) {}

    /**
     * A time as the referent of a place.
     *
     * @param until null while it lasts
     */
    public record AsReferent(
            PlaceId place,
            String name,
            LocalDate since,
            @Nullable LocalDate until) {}

    /**
     * A time during which an account of hers signed what she published.
     *
     * @param ent the ENT's name in the configuration
     * @param entUser the ENT's own id of her, null if it was erased while it was read
     * @param until null while it lasts
     */
    public record OwnAccount(
            String ent,
            @Nullable String entUser,
            Instant since,
            @Nullable Instant until) {
        @Override
        public String toString() {
            return "OwnAccount[" + ent + "]";
        }
    }

    /**
     * What she wrote.
     *
     * @param title null once it is erased
     * @param from when it was to appear, null for a draft
     * @param until when it is to be taken back, or null
     * @param changedAt when it was last published, corrected or taken back; null for a draft
     */
    public record Written(
            CommunicationId communication,
            @Nullable PlaceId place,
            @Nullable CommunicationKind kind,
            @Nullable String title,
            Instant writtenAt,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Instant changedAt,
            List<OnEnt> ents) {
        public Written {
            ents = List.copyOf(ents);
        }

        @Override
        public String toString() {
            return "Written[" + communication + "]";
        }
    }

    /**
     * Where a communication is.
     *
     * @param account for example {@code one/service}
     * @param destination what the ENT knows the wall by
     * @param standing one of the six words
     * @param ref its path or id there, or null
     */
    public record OnEnt(
            String account,
            String destination,
            Label standing,
            @Nullable String ref) {}

    /** Something that happened, in plain words. */
    public record Happening(Instant at, Label what) {}

    /**
     * What one key protects.
     *
     * @param fields stable names, each once
     * @param values how many values, earlier ones included
     */
    public record UnderKey(SubjectId key, List<String> fields, int values) {
        public UnderKey {
            fields = List.copyOf(fields);
        }
    }

    /**
     * Who receives data about the people of her places.
     *
     * @param account for example {@code one/service}
     * @param platform the ENT's own name
     * @param places those of hers that it acts for
     * @param dataCategories what its connector declares that it sends, in French
     */
    public record Recipient(String account, String platform, List<PlaceId> places, List<String> dataCategories) {
        public Recipient {
            places = List.copyOf(places);
            dataCategories = List.copyOf(dataCategories);
        }
    }
}
