package fr.passerelle.app.web;

import fr.passerelle.app.AppReason;
import fr.passerelle.app.approval.ApprovalCommand.AskApproval;
import fr.passerelle.app.approval.Slot;
import fr.passerelle.app.series.Recurrence;
import fr.passerelle.app.series.SeriesCommand.PlanSeries;
import fr.passerelle.app.series.SeriesReason;
import fr.passerelle.app.town.Town;
import fr.passerelle.app.user.Right;
import fr.passerelle.ent.authoraccount.AuthorAccountReason;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.communication.CommunicationCommand.PublishCommunication;
import fr.passerelle.ent.communication.CommunicationCommand.RewriteDraft;
import fr.passerelle.ent.communication.CommunicationCommand.WriteCommunication;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.PlaceId;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes of a form what is written and published: once, however often it is sent; or once for each day of a series. */
@Component
class Publishing {
    private final Town town;
    private final FileTrays trays;

    Publishing(Town town, FileTrays trays) {
        this.town = town;
        this.trays = trays;
    }

    /** When one of them appears, and when it is taken back; null for never. */
    private record Appearance(
            CommunicationId id, Instant from, @Nullable Instant until) {}

    /** What would be written. */
    WriteCommunication draft(Visitor visitor, ComposeForm form, FileTray tray) {
        PlaceId place = hers(visitor, form.place());
        return form.command(
                parsed("key", form.key(), CommunicationId::parse),
                place,
                signer(visitor, place, form.signer()),
                tray.attachments());
    }

    /** The days on which it would appear; empty unless it appears on several. */
    List<LocalDate> days(ComposeForm form) {
        if (!form.repeats()) {
            return List.of();
        }
        LocalDateTime first = parsed("at", form.at(), LocalDateTime::parse, SeriesReason.DAYS_MISSING);
        LocalDate last = parsed("repeatUntil", form.repeatUntil(), LocalDate::parse, SeriesReason.DAYS_MISSING);
        Set<DayOfWeek> week = Objects.requireNonNull(form.days()).stream()
                .map(day -> parsed("days", day, DayOfWeek::valueOf))
                .collect(Collectors.toSet());
        List<LocalDate> days = new Recurrence(week, first.toLocalDate(), last).on(town.schoolCalendar());
        if (days.isEmpty()) {
            throw new CodedException(SeriesReason.NO_DAY, Map.of());
        }
        if (days.size() > Recurrence.MOST) {
            throw new CodedException(SeriesReason.TOO_MANY_DAYS, Map.of("limit", Integer.toString(Recurrence.MOST)));
        }
        return days;
    }

    /** Its page's address; it says so where somebody went back and changed what was published already. */
    String publish(Visitor visitor, ComposeForm form, FileTray tray) {
        CommunicationId key = parsed("key", form.key(), CommunicationId::parse);
        CommunicationId id = key;
        WriteCommunication draft = draft(visitor, form, tray);
        Communication before = state(id);
        if (before.status() == Communication.Status.DRAFT && !Objects.equals(before.author(), draft.author())) {
            // It was refused for its dates, say, and now somebody else signs: an author is not rewritten.
            id = derived(id, String.valueOf(form.signer()));
        }
        List<Appearance> appearances = appearances(id, form);
        boolean already = false;
        for (Appearance one : appearances) {
            already |= publish(visitor, form, draft.author(), key, tray, one);
        }
        if (town.wantsApproval() && !visitor.may(Right.APPROVE)) {
            town.send(
                    new CommandId("form/" + id).then("approval"),
                    visitor.by(),
                    new AskApproval(
                            id,
                            draft.place(),
                            appearances.stream()
                                    .map(one -> new Slot(one.id(), form.isLater() ? one.from() : null, one.until()))
                                    .toList(),
                            town.clock().instant()));
        }
        if (appearances.size() > 1) {
            town.send(
                    new CommandId("form/" + id).then("series"),
                    visitor.by(),
                    new PlanSeries(
                            id,
                            appearances.stream().map(Appearance::id).toList(),
                            town.clock().instant()));
        }
        return id + (already ? "?already" : "");
    }

    /** Whether something else was published under this id before. */
    private boolean publish(
            Visitor visitor,
            ComposeForm form,
            @Nullable PersonId author,
            CommunicationId key,
            FileTray tray,
            Appearance one) {
        CommandId intention = new CommandId("form/" + one.id());
        WriteCommunication write =
                form.command(one.id(), hers(visitor, form.place()), author, trays.under(one.id(), key, tray));
        boolean repeated = town.send(intention.then("write"), visitor.by(), write);
        if (repeated && state(one.id()).status() == Communication.Status.DRAFT) {
            // It was refused after it was written, for its dates say: what counts is what stands in the form now.
            town.send(
                    CommandId.random(),
                    visitor.by(),
                    new RewriteDraft(one.id(), write.audience(), write.title(), write.html(), write.attachments()));
        }
        if (town.wantsApproval() && !visitor.may(Right.APPROVE)) {
            return false;
        }
        town.send(
                intention.then("publish"),
                visitor.by(),
                new PublishCommunication(one.id(), town.clock().instant(), one.from(), one.until()));
        return repeated && !isPublished(write);
    }

    private List<Appearance> appearances(CommunicationId id, ComposeForm form) {
        @Nullable LocalDateTime at = optional("at", form.at());
        @Nullable LocalDateTime until = optional("until", form.until());
        List<LocalDate> days = days(form);
        if (at == null || days.isEmpty()) {
            Instant from = at == null ? town.clock().instant().plus(town.undoWithin()) : instant(at);
            return List.of(new Appearance(id, from, until == null ? null : instant(until)));
        }
        // On each day at the same time; and taken back after the same time as the first one.
        LocalTime time = at.toLocalTime();
        @Nullable Duration shown = until == null ? null : Duration.between(at, until);
        List<Appearance> appearances = new ArrayList<>();
        for (LocalDate day : days) {
            LocalDateTime from = day.atTime(time);
            appearances.add(new Appearance(
                    appearances.isEmpty() ? id : derived(id, day.toString()),
                    instant(from),
                    shown == null ? null : instant(from.plus(shown))));
        }
        return appearances;
    }

    /** A place of hers. */
    private static PlaceId hers(Visitor visitor, @Nullable String text) {
        PlaceId place = parsed("place", text, PlaceId::parse);
        visitor.needsToBeAt(place);
        return place;
    }

    /** Who signs; null for the place. Only who connected her own account there does. */
    private @Nullable PersonId signer(Visitor visitor, PlaceId place, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return AccountLine.signers(town, visitor, place).stream()
                .map(PersonPage::id)
                .filter(person -> person.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new CodedException(AuthorAccountReason.NOT_CONNECTED, Map.of("account", text)));
    }

    private boolean isPublished(WriteCommunication write) {
        Communication published = state(write.communication());
        return CommunicationPage.of(town, published)
                .filter(page -> write.title().strip().replaceAll("\\s+", " ").equals(page.title())
                        && write.html().equals(page.html())
                        && AttachedFile.of(town, write.attachments()).equals(AttachedFile.of(town, published)))
                .isPresent();
    }

    private Communication state(CommunicationId id) {
        return town.passerelle().states().current(Communication.FEATURE, id.toString());
    }

    private static CommunicationId derived(CommunicationId id, String of) {
        return new CommunicationId(UUID.nameUUIDFromBytes((id + "/" + of).getBytes(StandardCharsets.UTF_8)));
    }

    /** As the town's clocks show it. */
    private static Instant instant(LocalDateTime local) {
        return local.atZone(Town.ZONE).toInstant();
    }

    private static @Nullable LocalDateTime optional(String name, @Nullable String text) {
        return text == null || text.isBlank() ? null : parsed(name, text, LocalDateTime::parse);
    }

    private static <T> T parsed(String name, @Nullable String value, Function<String, T> reader) {
        return parsed(name, value, reader, AppReason.ARGUMENT_MISSING);
    }

    private static <T> T parsed(
            String name, @Nullable String value, Function<String, T> reader, fr.passerelle.ent.model.Coded missing) {
        if (value == null || value.isBlank()) {
            throw new CodedException(missing, Map.of("what", name));
        }
        try {
            return reader.apply(value);
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw new CodedException(AppReason.ARGUMENT_UNFIT, Map.of("what", name, "value", value), e);
        }
    }
}
