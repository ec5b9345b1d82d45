package fr.passerelle.ent.delivery;

import fr.passerelle.ent.delivery.PaperEnt.Mishap;
import fr.passerelle.ent.delivery.PaperEnt.Post;
import fr.passerelle.ent.delivery.PaperEnt.Reply;
import fr.passerelle.ent.model.AudienceScope;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.spi.CheckResult;
import fr.passerelle.ent.spi.ConnectorDescriptor;
import fr.passerelle.ent.spi.ConnectorDescriptor.Attaching;
import fr.passerelle.ent.spi.ConnectorDescriptor.Maturity;
import fr.passerelle.ent.spi.ConnectorDescriptor.Publishing;
import fr.passerelle.ent.spi.ConnectorDescriptor.Withdrawal;
import fr.passerelle.ent.spi.Content;
import fr.passerelle.ent.spi.Destination;
import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.EntConnector;
import fr.passerelle.ent.spi.EntSession;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Next;
import fr.passerelle.ent.spi.Next.Effect;
import fr.passerelle.ent.spi.Next.Finished;
import fr.passerelle.ent.spi.Next.Step;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.ent.spi.PublishesCommunications;
import fr.passerelle.ent.spi.Rendering;
import fr.passerelle.ent.spi.Resolution;
import fr.passerelle.ent.spi.Secret;
import fr.passerelle.ent.spi.SignsPeopleIn;
import fr.passerelle.ent.spi.StepResult;
import fr.passerelle.ent.spi.StepResult.Progressed;
import fr.passerelle.ent.spi.TargetAudience;
import fr.passerelle.ent.spi.Work;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Speaks to a {@link PaperEnt} in one of several ways. */
final class PaperConnector implements EntConnector, PublishesCommunications, SignsPeopleIn {
    /** How the platform goes about it. */
    enum Manner {
        /** Draft, share, submit; an edit makes it a draft again. */
        DRAFTS,
        /** Visible with the first request; an edit overwrites. */
        DIRECT,
        /** As drafts, and a moderator lets it appear. */
        MODERATED,
        /** Visible with the first request, for good. */
        STONE
    }

    /** What a teacher comes back with who agreed. */
    static final String CODE = "agreed";

    static final Duration SETTLES_WITHIN = Duration.ofMinutes(5);
    static final Duration THROTTLE = Duration.ofSeconds(90);

    private final PaperEnt ent;
    private final Manner manner;

    PaperConnector(PaperEnt ent, Manner manner) {
        this.ent = ent;
        this.manner = manner;
    }

    @Override
    public ConnectorDescriptor descriptor() {
        boolean stone = manner == Manner.STONE;
        return new ConnectorDescriptor(
                "paper",
                manner.name().toLowerCase(Locale.ROOT),
                "Papier",
                Maturity.RECONSTRUCTED,
                List.of(),
                List.of(
                        new Publishing(
                                CommunicationKind.BLOG,
                                Set.of(AudienceScope.CLASSES, AudienceScope.PLACE),
                                200,
                                100_000,
                                !stone,
                                stone ? Withdrawal.NONE : Withdrawal.DELETE,
                                Attaching.NONE,
                                SETTLES_WITHIN),
                        new Publishing(
                                CommunicationKind.MESSAGE,
                                Set.of(AudienceScope.CLASSES, AudienceScope.STAFF),
                                200,
                                100_000,
                                false,
                                Withdrawal.RECALL,
                                new Attaching(2, 20, 30),
                                SETTLES_WITHIN.multipliedBy(2))),
                List.of(),
                List.of(),
                List.of());
    }

    @Override
    public CheckResult check(EntSession session) {
        Reply<String> reply = ent.request("check", "-", false, () -> "ok");
        return reply.answer() == null
                ? new CheckResult.NotReady(fault(reply.mishap(), session))
                : new CheckResult.Ready(Map.of());
    }

    @Override
    public Page authorizationPage(EntAccount service, URI redirect, String state) {
        return new Page.At(service.baseUrl().resolve("/agree?state=" + state));
    }

    @Override
    public SignIn redeem(EntSession session, String code, URI redirect) {
        return code.equals(CODE)
                ? new SignIn.SignedIn("u1", Secret.of("token"))
                : new SignIn.Refused(new Fault.SignInNeeded(Fault.SignInNeeded.Why.REVOKED));
    }

    @Override
    public List<Destination> destinations(CommunicationKind kind, TargetAudience audience) {
        if (audience.scope() == AudienceScope.STAFF) {
            return List.of(new Destination(audience.place(), "staff/" + audience.place(), "Personnel"));
        }
        return audience.classes().stream()
                .map(found -> new Destination(audience.place(), "class/" + found.id(), found.name()))
                .toList();
    }

    @Override
    public Rendering render(Content content, String marker) {
        return new Rendering(content.title(), content.html(), List.of());
    }

    @Override
    public Next next(Work work) {
        String post = work.progress().get("post");
        return switch (work.verb()) {
            case PUBLISH -> post == null ? create(work) : appear(work, post);
            case EDIT -> edit(work, Objects.requireNonNull(post));
            case WITHDRAW ->
                post == null
                        ? new Finished(new Outcome.AlreadyApplied(""))
                        : write(
                                work,
                                "delete",
                                Effect.REPEATABLE,
                                () -> ent.delete(post),
                                gone -> new Outcome.Applied(post));
        };
    }

    private Next create(Work work) {
        boolean atOnce = manner == Manner.DIRECT || manner == Manner.STONE;
        return new Step("create", Effect.ONCE, session -> {
            List<String> files = work.content().attachments().stream()
                    .map(file -> file.fileName() + " (" + file.alternative() + "): "
                            + new String(file.bytes(), StandardCharsets.UTF_8))
                    .toList();
            return answer(
                    session,
                    ent.request(
                            "create",
                            work.destination().key(),
                            true,
                            () -> ent.create(work.destination().key(), work.marker(), work.content(), files, atOnce)),
                    id -> new Progressed(
                            Map.of("post", id, "edited", Integer.toString(work.revision()), "version", "1")));
        });
    }

    private Next appear(Work work, String post) {
        if (manner == Manner.DIRECT || manner == Manner.STONE) {
            return new Finished(new Outcome.Applied(post));
        }
        if (work.progress().get("shared") == null) {
            return write(
                    work,
                    "share",
                    Effect.REPEATABLE,
                    () -> ent.find(post).isPresent(),
                    done -> done ? new Progressed(Map.of("shared", "1")) : new Outcome.Refused(new Fault.Gone()));
        }
        return submit(work, post);
    }

    private Next edit(Work work, String post) {
        boolean drafts = manner != Manner.DIRECT;
        boolean sent = work.content().kind() == CommunicationKind.MESSAGE;
        if (sent && Integer.toString(work.revision()).equals(work.progress().get("submitted"))) {
            return new Finished(new Outcome.Applied(post));
        }
        if (!Integer.toString(work.revision()).equals(work.progress().get("edited"))) {
            return write(
                    work,
                    "edit",
                    drafts ? Effect.ONCE : Effect.REPEATABLE,
                    () -> ent.edit(post, work.content(), !drafts),
                    version -> version > 0
                            ? new Progressed(Map.of(
                                    "edited",
                                    Integer.toString(work.revision()),
                                    "version",
                                    Integer.toString(version),
                                    "submitted",
                                    ""))
                            : new Outcome.Refused(new Fault.Gone()));
        }
        return drafts ? submit(work, post) : new Finished(new Outcome.Applied(post));
    }

    private Next submit(Work work, String post) {
        if (manner == Manner.MODERATED && work.progress().get("submitted") != null) {
            return new Step(
                    "look",
                    Effect.READ,
                    session -> answer(
                            session,
                            ent.request(
                                    "look",
                                    work.destination().key(),
                                    false,
                                    () -> ent.find(post)
                                            .map(found -> found.published)
                                            .orElse(false)),
                            visible -> visible
                                    ? new Outcome.Applied(post)
                                    : new Outcome.Accepted(post, Duration.ofHours(1))));
        }
        if (manner == Manner.MODERATED) {
            return write(
                    work,
                    "submit",
                    Effect.REPEATABLE,
                    () -> ent.find(post).isPresent(),
                    done -> done ? new Progressed(Map.of("submitted", "1")) : new Outcome.Refused(new Fault.Gone()));
        }
        if (work.content().kind() == CommunicationKind.MESSAGE) {
            // As a real one: what is sent is what the last request says, and nothing changes it any more.
            return work.progress().containsKey("submitted")
                    ? new Finished(new Outcome.Applied(post))
                    : write(
                            work,
                            "send",
                            Effect.ONCE,
                            () -> ent.edit(post, work.content(), true),
                            version -> new Progressed(Map.of("submitted", Integer.toString(work.revision()))));
        }
        return write(
                work,
                "submit",
                Effect.REPEATABLE,
                () -> ent.publish(post),
                done -> done ? new Outcome.Applied(post) : new Outcome.Refused(new Fault.Gone()));
    }

    @Override
    public Resolution resolve(EntSession session, Work work, String step) {
        Reply<List<Post>> reply =
                ent.request("resolve", work.destination().key(), false, () -> ent.marked(work.marker()));
        List<Post> found = reply.answer();
        if (found == null) {
            return new Resolution.Failed(fault(reply.mishap(), session));
        }
        if (found.size() > 1) {
            return new Resolution.Several(found.size());
        }
        if (found.isEmpty()) {
            return new Resolution.NotVisible();
        }
        Post post = found.get(0);
        if (step.equals("edit")
                && post.version <= Integer.parseInt(work.progress().getOrDefault("version", "0"))) {
            return new Resolution.NotVisible();
        }
        return new Resolution.Happened(Map.of(
                "post",
                post.id,
                "edited",
                Integer.toString(work.revision()),
                "version",
                Integer.toString(post.version),
                "submitted",
                ""));
    }

    private <T> Step write(Work work, String name, Effect effect, Supplier<T> action, Function<T, StepResult> then) {
        return new Step(
                name,
                effect,
                session -> answer(session, ent.request(name, work.destination().key(), true, action), then));
    }

    private static <T> StepResult answer(EntSession session, Reply<T> reply, Function<T, StepResult> then) {
        if (reply.answer() != null) {
            return then.apply(reply.answer());
        }
        Fault fault = fault(reply.mishap(), session);
        return switch (reply.mishap()) {
            case UNAVAILABLE, CUT_AFTER, CUT_BEFORE, LATE -> new Outcome.Unknown(fault);
            case FORBIDDEN, REJECTED -> new Outcome.Refused(fault);
            default -> new Outcome.Deferred(null, fault);
        };
    }

    private static Fault fault(Mishap mishap, EntSession session) {
        @Nullable
        Instant wish = mishap == Mishap.THROTTLED ? session.clock().instant().plus(THROTTLE) : null;
        return switch (mishap) {
            case REVOKED -> new Fault.SignInNeeded(Fault.SignInNeeded.Why.REVOKED);
            case FORBIDDEN -> new Fault.Forbidden("blog.create");
            case REJECTED -> new Fault.Rejected(new FaultNote("ENT-301", Map.of()), Map.of());
            default -> new Fault.Unreachable(wish);
        };
    }
}
