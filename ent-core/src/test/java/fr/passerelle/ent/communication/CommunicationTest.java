package fr.passerelle.ent.communication;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.communication.Communication.Status;
import fr.passerelle.ent.communication.CommunicationCommand.ConfirmPlan;
import fr.passerelle.ent.communication.CommunicationCommand.CorrectCommunication;
import fr.passerelle.ent.communication.CommunicationCommand.EraseCommunication;
import fr.passerelle.ent.communication.CommunicationCommand.PublishCommunication;
import fr.passerelle.ent.communication.CommunicationCommand.RewriteDraft;
import fr.passerelle.ent.communication.CommunicationCommand.WithdrawCommunication;
import fr.passerelle.ent.communication.CommunicationCommand.WriteCommunication;
import fr.passerelle.ent.communication.CommunicationEvent.CommunicationCorrected;
import fr.passerelle.ent.communication.CommunicationEvent.CommunicationErased;
import fr.passerelle.ent.communication.CommunicationEvent.CommunicationPublished;
import fr.passerelle.ent.communication.CommunicationEvent.CommunicationWithdrawn;
import fr.passerelle.ent.communication.CommunicationEvent.CommunicationWritten;
import fr.passerelle.ent.communication.CommunicationEvent.DraftRewritten;
import fr.passerelle.ent.communication.CommunicationEvent.PlanConfirmed;
import fr.passerelle.ent.model.AttachmentId;
import fr.passerelle.ent.model.Claim;
import fr.passerelle.ent.model.ClassId;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.Personal;
import fr.passerelle.ent.model.Scenario;
import fr.passerelle.ent.model.Uai;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommunicationTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T07:00:00Z");
    private static final CommunicationId ID = CommunicationId.random();
    private static final Audience CM2 = Audience.ofClasses(ClassId.random());

    private static WriteCommunication write(Audience audience, String title, String html) {
        return new WriteCommunication(ID, new Uai("0771369V"), null, audience, CommunicationKind.BLOG, title, html);
    }

    private static Personal<String> own(String text) {
        return Personal.of(ID.subject(), text);
    }

    private static final CommunicationWritten WRITTEN = new CommunicationWritten(
            ID,
            new Uai("0771369V"),
            null,
            CM2,
            CommunicationKind.BLOG,
            own("Sortie au musée"),
            own("<p>Jeudi.</p>"),
            List.of());
    private static final CommunicationPublished PUBLISHED = new CommunicationPublished(MONDAY, MONDAY, null);

    @Test
    void a_draft_is_cleaned_and_bound_to_its_own_key() {
        Scenario.of(Communication.FEATURE)
                .when(write(CM2, "  Sortie  au\nmusée ", "<p onclick=\"x()\">Jeudi.</p><script>1</script>"))
                .then(WRITTEN);
    }

    @Test
    void a_draft_needs_a_title_and_somebody_to_read_it() {
        var nothing = Scenario.of(Communication.FEATURE);
        nothing.when(write(CM2, " \n ", "")).thenRefused(CommunicationReason.TITLE_MISSING);
        nothing.when(write(CM2, "é".repeat(201), "")).thenRefused(CommunicationReason.TITLE_TOO_LONG);
        nothing.when(write(CM2, "Titre", "a".repeat(1_000_000))).thenRefused(CommunicationReason.BODY_TOO_LONG);
        nothing.when(write(Audience.ofClasses(), "Titre", "")).thenRefused(CommunicationReason.AUDIENCE_EMPTY);
        nothing.when(write(Audience.ofGroups(), "Titre", "")).thenRefused(CommunicationReason.AUDIENCE_EMPTY);
        Scenario.of(Communication.FEATURE)
                .given(WRITTEN)
                .when(write(CM2, "Titre", ""))
                .thenRefused(CommunicationReason.COMMUNICATION_EXISTS);
    }

    @Test
    void a_title_is_counted_in_characters_as_people_see_them() {
        assertThat(Scenario.of(Communication.FEATURE)
                        .when(write(CM2, "🎉".repeat(200), ""))
                        .decision())
                .isInstanceOf(fr.passerelle.ent.model.Decision.Accepted.class);
    }

    @Test
    void a_draft_is_rewritten_until_it_is_published() {
        RewriteDraft rewrite = new RewriteDraft(ID, Audience.wholePlace(), "Autre titre", "Bonjour", List.of());
        Scenario.of(Communication.FEATURE)
                .given(WRITTEN)
                .when(rewrite)
                .then(new DraftRewritten(Audience.wholePlace(), own("Autre titre"), own("Bonjour"), List.of()));
        Scenario.of(Communication.FEATURE)
                .given(WRITTEN, PUBLISHED)
                .when(rewrite)
                .thenRefused(CommunicationReason.ALREADY_PUBLISHED);
        Scenario.of(Communication.FEATURE)
                .given(WRITTEN)
                .when(new RewriteDraft(ID, Audience.ofClasses(), "Titre", "", List.of()))
                .thenRefused(CommunicationReason.AUDIENCE_EMPTY);
    }

    private static Attachment file(int number, String name, int size) {
        return new Attachment(new AttachmentId("%064x".formatted(number)), own(name), "application/pdf", size);
    }

    private static WriteCommunication with(Attachment... files) {
        return new WriteCommunication(
                ID, new Uai("0771369V"), null, CM2, CommunicationKind.MESSAGE, "Sortie", "", List.of(files));
    }

    @Test
    void a_draft_names_its_files_once_and_claims_them_until_it_is_rewritten() {
        Attachment programme = file(1, "Programme.pdf", 10);
        Attachment plan = file(2, "Plan.pdf", 20);
        CommunicationWritten written = new CommunicationWritten(
                ID,
                new Uai("0771369V"),
                null,
                CM2,
                CommunicationKind.MESSAGE,
                own("Sortie"),
                own(""),
                List.of(programme, plan));
        Scenario.of(Communication.FEATURE)
                .when(with(programme, plan, programme))
                .then(written);
        DraftRewritten rewritten = new DraftRewritten(CM2, own("Sortie"), own(""), List.of(plan));
        Scenario.of(Communication.FEATURE)
                .given(written)
                .when(new RewriteDraft(ID, CM2, "Sortie", "", List.of(plan)))
                .then(rewritten);
        assertThat(Communication.FEATURE.claims().apply(rewritten))
                .containsExactly(
                        new Claim.Release(AttachmentId.NAMESPACE),
                        new Claim.Take(AttachmentId.NAMESPACE, plan.id().value()));
    }

    @Test
    void files_are_few_and_small_and_belong_to_their_communication() {
        var nothing = Scenario.of(Communication.FEATURE);
        Attachment[] eleven = new Attachment[11];
        for (int number = 0; number < eleven.length; number++) {
            eleven[number] = file(number, "Plan.pdf", 10);
        }
        nothing.when(with(eleven)).thenRefused(CommunicationReason.TOO_MANY_FILES);
        nothing.when(with(file(1, "a.pdf", 10 << 20), file(2, "b.pdf", 10 << 20), file(3, "c.pdf", (5 << 20) + 1)))
                .thenRefused(CommunicationReason.FILES_TOO_LARGE);
        Attachment foreign = new Attachment(
                new AttachmentId("%064x".formatted(1)),
                Personal.of(CommunicationId.random().subject(), "a.pdf"),
                "application/pdf",
                1);
        nothing.when(with(foreign)).thenRefused(CommunicationReason.UNKNOWN_FILE);
        nothing.when(with(file(1, "../a.pdf", 1))).thenRefused(CommunicationReason.UNKNOWN_FILE);
        nothing.when(with(file(1, "a.png", 1))).thenRefused(CommunicationReason.UNKNOWN_FILE);
    }

    @Test
    void what_a_picture_shows_is_said_in_one_short_line_of_this_communication() {
        var nothing = Scenario.of(Communication.FEATURE);
        Attachment picture = file(1, "Plan.pdf", 10);
        assertThat(picture.saying(null)).isEqualTo(picture);
        nothing.when(with(picture.saying("a".repeat(AttachmentRules.ALTERNATIVE_LIMIT))))
                .then(new CommunicationWritten(
                        ID,
                        new Uai("0771369V"),
                        null,
                        CM2,
                        CommunicationKind.MESSAGE,
                        own("Sortie"),
                        own(""),
                        List.of(new Attachment(
                                picture.id(),
                                own("Plan.pdf"),
                                "application/pdf",
                                10,
                                own("a".repeat(AttachmentRules.ALTERNATIVE_LIMIT))))));
        for (String unfit : List.of("", " ", "a\nb", "a".repeat(AttachmentRules.ALTERNATIVE_LIMIT + 1))) {
            nothing.when(with(picture.saying(unfit))).thenRefused(CommunicationReason.ALTERNATIVE_UNFIT);
        }
        Attachment foreign = new Attachment(
                picture.id(),
                picture.fileName(),
                picture.mediaType(),
                10,
                Personal.of(CommunicationId.random().subject(), "Un plan"));
        nothing.when(with(foreign)).thenRefused(CommunicationReason.ALTERNATIVE_UNFIT);
    }

    @Test
    void publishing_twice_is_publishing_once() {
        Scenario.of(Communication.FEATURE)
                .given(WRITTEN)
                .when(new PublishCommunication(ID, MONDAY))
                .then(PUBLISHED);
        Scenario.of(Communication.FEATURE)
                .given(WRITTEN, PUBLISHED)
                .when(new PublishCommunication(ID, MONDAY))
                .thenNothing();
        Scenario.of(Communication.FEATURE)
                .when(new PublishCommunication(ID, MONDAY))
                .thenRefused(CommunicationReason.UNKNOWN_COMMUNICATION);
    }

    @Test
    void a_correction_is_a_new_revision_of_what_is_published() {
        CorrectCommunication correct = new CorrectCommunication(ID, "Sortie au musée", "<p>Vendredi.</p>", MONDAY);
        Scenario.of(Communication.FEATURE)
                .given(WRITTEN, PUBLISHED)
                .when(correct)
                .then(new CommunicationCorrected(2, own("Sortie au musée"), own("<p>Vendredi.</p>"), MONDAY));
        Scenario.of(Communication.FEATURE).given(WRITTEN).when(correct).thenRefused(CommunicationReason.NOT_PUBLISHED);
        Scenario.of(Communication.FEATURE)
                .given(WRITTEN, PUBLISHED)
                .when(new CorrectCommunication(ID, "", "", MONDAY))
                .thenRefused(CommunicationReason.TITLE_MISSING);
    }

    @Test
    void what_is_withdrawn_stays_withdrawn() {
        Scenario.of(Communication.FEATURE)
                .given(WRITTEN, PUBLISHED)
                .when(new WithdrawCommunication(ID, MONDAY))
                .then(new CommunicationWithdrawn(2, MONDAY));
        var withdrawn =
                Scenario.of(Communication.FEATURE).given(WRITTEN, PUBLISHED, new CommunicationWithdrawn(2, MONDAY));
        withdrawn.when(new WithdrawCommunication(ID, MONDAY)).thenNothing();
        withdrawn.when(new PublishCommunication(ID, MONDAY)).thenRefused(CommunicationReason.WITHDRAWN);
        withdrawn.when(new CorrectCommunication(ID, "Titre", "", MONDAY)).thenRefused(CommunicationReason.WITHDRAWN);
        Scenario.of(Communication.FEATURE)
                .when(new WithdrawCommunication(ID, MONDAY))
                .thenRefused(CommunicationReason.UNKNOWN_COMMUNICATION);
    }

    @Test
    void what_is_erased_stays_erased_and_says_nothing_more() {
        EraseCommunication erase = new EraseCommunication(ID, MONDAY);
        Scenario.of(Communication.FEATURE).given(WRITTEN).when(erase).then(new CommunicationErased(0, MONDAY));
        var erased = Scenario.of(Communication.FEATURE)
                .given(WRITTEN, PUBLISHED, new CommunicationWithdrawn(2, MONDAY))
                .after(erase);
        assertThat(erased.state().status()).isEqualTo(Status.ERASED);
        assertThat(erased.state().revision()).isEqualTo(2);
        erased.when(erase).thenNothing();
        erased.when(new WithdrawCommunication(ID, MONDAY)).thenNothing();
        erased.when(new PublishCommunication(ID, MONDAY)).thenRefused(CommunicationReason.ERASED);
        erased.when(new RewriteDraft(ID, CM2, "Titre", "", List.of())).thenRefused(CommunicationReason.ERASED);
        erased.when(new CorrectCommunication(ID, "Titre", "", MONDAY)).thenRefused(CommunicationReason.ERASED);
        Scenario.of(Communication.FEATURE).when(erase).thenRefused(CommunicationReason.UNKNOWN_COMMUNICATION);
    }

    @Test
    void what_is_erased_while_an_older_copy_says_published_is_due_to_be_taken_back() {
        var published = Scenario.of(Communication.FEATURE).given(WRITTEN, PUBLISHED, new PlanConfirmed(1, 2));
        published.when(new EraseCommunication(ID, MONDAY)).then(new CommunicationErased(2, MONDAY));
        assertThat(due(published.after(new EraseCommunication(ID, MONDAY)))).isEqualTo(MONDAY);
        assertThat(due(published.given(new PlanConfirmed(2, 2)))).isNull();
    }

    @Test
    void a_revision_is_due_until_its_items_are_planned() {
        var scenario = Scenario.of(Communication.FEATURE).given(WRITTEN);
        assertThat(Communication.FEATURE.index().apply(scenario.state()).dueAt())
                .isNull();
        scenario.given(PUBLISHED);
        assertThat(Communication.FEATURE.index().apply(scenario.state()).dueAt())
                .isEqualTo(MONDAY);
        scenario.when(new ConfirmPlan(ID, 1, 3)).then(new PlanConfirmed(1, 3));
        scenario.when(new ConfirmPlan(ID, 2, 3)).thenNothing();
        scenario.given(new PlanConfirmed(1, 3));
        scenario.when(new ConfirmPlan(ID, 1, 3)).thenNothing();
        assertThat(scenario.state().items()).isEqualTo(3);
        assertThat(Communication.FEATURE.index().apply(scenario.state()).dueAt())
                .isNull();
        Scenario.of(Communication.FEATURE)
                .when(new ConfirmPlan(ID, 1, 3))
                .thenRefused(CommunicationReason.UNKNOWN_COMMUNICATION);
    }

    @Test
    void a_communication_appears_and_disappears_when_its_author_says() {
        Instant tuesday = MONDAY.plusSeconds(86_400);
        Instant friday = MONDAY.plusSeconds(4 * 86_400);
        var draft = Scenario.of(Communication.FEATURE).given(WRITTEN);
        draft.when(new PublishCommunication(ID, MONDAY, tuesday, friday))
                .then(new CommunicationPublished(MONDAY, tuesday, friday));
        draft.when(new PublishCommunication(ID, MONDAY, MONDAY.minusSeconds(60), friday))
                .then(new CommunicationPublished(MONDAY, MONDAY, friday));
        draft.when(new PublishCommunication(ID, MONDAY, friday, friday))
                .thenRefused(CommunicationReason.ENDS_BEFORE_IT_BEGINS);
        draft.given(new CommunicationPublished(MONDAY, tuesday, friday));
        assertThat(due(draft)).isEqualTo(tuesday);
        draft.given(new PlanConfirmed(1, 1));
        assertThat(due(draft)).isEqualTo(friday);
        draft.given(new CommunicationWithdrawn(2, friday));
        assertThat(due(draft)).isEqualTo(friday);
        draft.given(new PlanConfirmed(2, 1));
        assertThat(due(draft)).isNull();
    }

    private static @Nullable Instant due(Scenario<?, ?, Communication> scenario) {
        return Communication.FEATURE.index().apply(scenario.state()).dueAt();
    }

    @Test
    void the_state_follows_its_events() {
        var state = Scenario.of(Communication.FEATURE)
                .given(
                        WRITTEN,
                        PUBLISHED,
                        new PlanConfirmed(1, 2),
                        new CommunicationCorrected(2, own("B"), own(""), MONDAY.plusSeconds(60)))
                .state();
        assertThat(state.status()).isEqualTo(Status.PUBLISHED);
        assertThat(state.revision()).isEqualTo(2);
        assertThat(state.plannedRevision()).isEqualTo(1);
        assertThat(state.title()).isEqualTo(own("B"));
        assertThat(state.from()).isEqualTo(MONDAY);
        assertThat(state.changedAt()).isEqualTo(MONDAY.plusSeconds(60));
    }

    @Test
    void no_text_form_reveals_content() {
        assertThat(write(CM2, "Sortie", "musée") + WRITTEN.toString()).doesNotContain("Sortie", "musée");
    }
}
