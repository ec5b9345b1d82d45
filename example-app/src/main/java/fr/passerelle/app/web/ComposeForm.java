package fr.passerelle.app.web;

import fr.passerelle.app.AppReason;
import fr.passerelle.ent.communication.Attachment;
import fr.passerelle.ent.communication.Audience;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.communication.CommunicationCommand.WriteCommunication;
import fr.passerelle.ent.communication.RichText;
import fr.passerelle.ent.model.AudienceScope;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.model.PlaceReason;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody fills in to write. It comes back to her as it was when something is wrong.
 *
 * @param key made when the form is shown; from it follows the communication's id, so that a second click, the back button
 *     or a resend publishes nothing twice
 * @param place a UAI or the id of a leisure centre
 * @param to {@code all}, or {@code some} with classes or groups
 * @param kind the name of a {@link CommunicationKind}, or empty for a blog post
 * @param at local date and time to publish at, or empty for now
 * @param signer the id of who signs by her own account, or empty for the place
 * @param until local date and time to take it back at, or empty
 * @param days the names of the days of the week on which it appears again; none for once
 * @param repeatUntil local date of the last day on which it may appear again, or empty
 */
public record ComposeForm(
        @Nullable String key,
        @Nullable String place,
        @Nullable String to,
        @Nullable List<String> classes,
        @Nullable List<String> groups,
        @Nullable String title,
        @Nullable String text,
        @Nullable String kind,
        @Nullable String at,
        @Nullable String until,
        @Nullable String signer,
        @Nullable List<String> days,
        @Nullable String repeatUntil) {

    /** @param own the class of who has just one, chosen already */
    static ComposeForm empty(@Nullable String place, List<ClassId> own) {
        List<String> chosen = own.size() == 1 ? List.of(own.get(0).toString()) : List.of();
        return new ComposeForm(
                CommunicationId.random().toString(),
                place,
                "some",
                chosen,
                List.of(),
                "",
                "",
                "",
                "",
                "",
                "",
                List.of(),
                "");
    }

    /** The words of a communication again, for another one. */
    static ComposeForm of(Communication past, CommunicationPage page) {
        Audience audience = Objects.requireNonNull(past.audience());
        return new ComposeForm(
                CommunicationId.random().toString(),
                page.place().id().value(),
                audience.scope() == AudienceScope.PLACE ? "all" : "some",
                audience.classes().stream().map(ClassId::toString).toList(),
                audience.groups(),
                page.title(),
                page.plain(),
                String.valueOf(past.kind()),
                "",
                "",
                past.author() == null ? "" : past.author().toString(),
                List.of(),
                "");
    }

    /** What is to be written, in the author's name or, for null, the place's. */
    WriteCommunication command(
            CommunicationId id, PlaceId at, @Nullable PersonId author, List<Attachment> attachments) {
        return new WriteCommunication(
                id,
                at,
                author,
                audience(),
                communicationKind(),
                orEmpty(title),
                RichText.ofPlainText(orEmpty(text)),
                attachments);
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }

    private CommunicationKind communicationKind() {
        if (kind == null || kind.isBlank()) {
            return CommunicationKind.BLOG;
        }
        try {
            return CommunicationKind.valueOf(kind);
        } catch (IllegalArgumentException notAKind) {
            throw new CodedException(AppReason.ARGUMENT_UNFIT, Map.of("what", "kind", "value", kind), notAKind);
        }
    }

    private Audience audience() {
        if ("all".equals(to)) {
            return Audience.wholePlace();
        }
        return groups == null || groups.isEmpty()
                ? Audience.ofClasses(
                        classes == null
                                ? new ClassId[0]
                                : classes.stream().map(ComposeForm::classId).toArray(ClassId[]::new))
                : Audience.ofGroups(groups.toArray(String[]::new));
    }

    private static ClassId classId(String id) {
        try {
            return ClassId.parse(id);
        } catch (IllegalArgumentException notAnId) {
            throw new CodedException(PlaceReason.UNKNOWN_CLASS, Map.of("class", id), notAnId);
        }
    }

    /** Whether it is to appear later than now. */
    boolean isLater() {
        return at != null && !at.isBlank();
    }

    /** Whether it is to appear on several days. */
    public boolean repeats() {
        return days != null && !days.isEmpty();
    }

    /** Whether it is to appear again on a day of the week. */
    public boolean repeatsOn(String day) {
        return days != null && days.contains(day);
    }

    /** Whether a class or group was chosen already. */
    public boolean chose(String name) {
        return (classes != null && classes.contains(name)) || (groups != null && groups.contains(name));
    }

    @Override
    public String toString() {
        return "ComposeForm[" + key + "]";
    }
}
