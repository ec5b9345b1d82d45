package fr.passerelle.lilie;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.model.CommunicationKind;
import fr.passerelle.ent.model.Sentences;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.sandbox.FaultPlan;
import fr.passerelle.ent.sandbox.FaultPlan.Kind;
import fr.passerelle.ent.sandbox.FaultPlan.Rule;
import fr.passerelle.ent.spi.Attachment;
import fr.passerelle.ent.spi.Content;
import fr.passerelle.ent.spi.Destination;
import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.Fault;
import fr.passerelle.ent.spi.Next;
import fr.passerelle.ent.spi.Outcome;
import fr.passerelle.ent.spi.Resolution;
import fr.passerelle.ent.spi.StepResult;
import fr.passerelle.ent.spi.Work;
import fr.passerelle.ent.spi.Work.Verb;
import fr.passerelle.lilie.sandbox.LilieObjects.NotificationView;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One step at the sandbox: who gets what, and what each answer means. */
class NotifyingTest {
    private static final String MARKER = "7K3F-9Q2M-XW4T";
    private static final Destination CM2_B = new Destination(new Uai("0771369V"), "message/class/cm2b", "CM2 B");
    private static final Content MESSAGE = content(CommunicationKind.MESSAGE);

    private final AtLilie lilie = new AtLilie();

    @AfterEach
    void close() {
        lilie.close();
    }

    private static Content content(CommunicationKind kind) {
        return new Content(kind, "Sortie au musée", "<p>Départ <strong>jeudi</strong>.</p>", "l'école Les Tournelles");
    }

    private static Work work(Verb verb, Destination destination, Content content, Map<String, String> progress) {
        return new Work(verb, 1, destination, MARKER, content, progress);
    }

    private static Work publish(Destination destination) {
        return work(Verb.PUBLISH, destination, MESSAGE, Map.of());
    }

    private StepResult run(EntAccount account, Work work) {
        Next.Step step = (Next.Step) AtLilie.connector(account).next(work);
        assertThat(step.name()).isEqualTo("notify");
        assertThat(step.effect()).isEqualTo(Next.Effect.ONCE);
        return step.call().run(lilie.session(account));
    }

    private StepResult run() {
        return run(lilie.account(), publish(CM2_B));
    }

    private Outcome finished(Work work) {
        return ((Next.Finished) AtLilie.connector(lilie.account()).next(work)).outcome();
    }

    private String code(Work work) {
        return ((Outcome.Refused) finished(work)).fault().code();
    }

    private NotificationView only() {
        assertThat(lilie.sandbox.objects().notifications()).hasSize(1);
        return lilie.sandbox.objects().notifications().get(0);
    }

    @Test
    void the_people_of_the_class_are_written_to_once_and_nobody_else() {
        StepResult.Progressed done = (StepResult.Progressed) run();

        assertThat(finished(work(Verb.PUBLISH, CM2_B, MESSAGE, done.handles()))).isEqualTo(new Outcome.Applied(MARKER));
        assertThat(only().classes()).containsExactly("0771369V CM2 B");
        assertThat(only().recipients()).isEqualTo(3);
        assertThat(only().title()).isEqualTo("Sortie au musée");
        assertThat(only().text())
                .isEqualTo("Départ jeudi.\n\nDe la part de l'école Les Tournelles · réf. 7K3F-9Q2M-XW4T");
        assertThat(only().reference()).isEqualTo(MARKER);
        assertThat(only().supports()).containsExactly("EMAIL");
    }

    @Test
    void the_password_goes_as_the_old_client_sent_it() {
        run();
        assertThat(only().authorization()).isEqualTo("without Basic");
    }

    @Test
    void an_sms_is_sent_where_the_town_wants_it() {
        run(lilie.accountWith(Map.of("supports", "EMAIL, SMS")), publish(CM2_B));
        assertThat(only().supports()).containsExactly("EMAIL", "SMS");
    }

    @Test
    void the_class_is_the_one_of_that_name_in_that_school() {
        run(lilie.account(), publish(new Destination(new Uai("0770409B"), "message/class/x", " cp  A ")));
        assertThat(only().classes()).containsExactly("0770409B CP A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"CM2 C", "CM2B", "*", ""})
    void a_class_that_nobody_is_named_for_is_refused_by_name(String name) {
        Work work = publish(new Destination(new Uai("0771369V"), "message/class/x", name));
        Fault.Rejected fault = (Fault.Rejected) ((Outcome.Refused) finished(work)).fault();
        assertThat(Sentences.withCode(fault.violation(), fault.facts(), Locale.FRENCH))
                .isEqualTo("Les réglages ne nomment personne sur Lilie pour la classe " + name
                        + " (0771369V) : rien n'a été envoyé, la ville doit compléter la liste des destinataires."
                        + " (ENT-486)");
        assertThat(lilie.sandbox.requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = CommunicationKind.class,
            names = {"NEWS", "BLOG", "LIAISON"})
    void other_kinds_are_refused_by_the_profiles_name(CommunicationKind kind) {
        Fault.Rejected fault = (Fault.Rejected)
                ((Outcome.Refused) finished(work(Verb.PUBLISH, CM2_B, content(kind), Map.of()))).fault();
        assertThat(Sentences.withCode(fault.violation(), fault.facts(), Locale.FRENCH))
                .isEqualTo("lilie / eliot-2015 ne publie pas de " + kind.name().toLowerCase(Locale.ROOT)
                        + " : envoyez un message (message). (ENT-485)");
    }

    @Test
    void files_are_refused_never_left_out() {
        Attachment file = new Attachment("Plan.txt", "text/plain", 1, () -> new byte[] {'x'});
        Content content = new Content(CommunicationKind.MESSAGE, "Sortie", "<p>x</p>", "l'école", List.of(file));
        assertThat(code(work(Verb.PUBLISH, CM2_B, content, Map.of()))).isEqualTo("ENT-489");
    }

    @Test
    void what_was_sent_is_neither_corrected_nor_taken_back() {
        Map<String, String> sent = Map.of("sent", "1");
        assertThat(finished(work(Verb.EDIT, CM2_B, MESSAGE, sent))).isEqualTo(new Outcome.Applied(MARKER));
        assertThat(code(new Work(Verb.EDIT, 2, CM2_B, MARKER, MESSAGE, sent))).isEqualTo("ENT-488");
        assertThat(code(work(Verb.WITHDRAW, CM2_B, MESSAGE, sent))).isEqualTo("ENT-488");
        assertThat(finished(work(Verb.WITHDRAW, CM2_B, MESSAGE, Map.of())))
                .isEqualTo(new Outcome.AlreadyApplied(MARKER));
    }

    @Test
    void a_wrong_password_is_for_the_town() {
        EntAccount account = lilie.accountWith(Map.of("password", "faux"));
        assertThat(run(account, publish(CM2_B)))
                .isEqualTo(new Outcome.Deferred(null, new Fault.SignInNeeded(Fault.SignInNeeded.Why.REVOKED)));
    }

    @Test
    void another_project_is_forbidden() {
        assertThat(run(lilie.accountWith(Map.of("porteur", "AUTRE")), publish(CM2_B)))
                .isEqualTo(new Outcome.Refused(new Fault.Forbidden("notifications")));
    }

    @Test
    void a_path_where_nothing_lies_is_a_wrong_setting() {
        EntAccount account = lilie.accountWith(Map.of("notification-path", "/eliot-scolarite-9.9.9/echanges/v2"));
        assertThat(run(account, publish(CM2_B)))
                .isEqualTo(new Outcome.Deferred(null, new Fault.Misconfigured("notification-path")));
    }

    @Test
    void somebody_whom_lilie_does_not_know_stops_the_whole_notification() {
        EntAccount account = lilie.accountWith(Map.of("recipients", "0771369V;CM2 B;901101,000000"));
        assertThat(((Outcome.Refused) run(account, publish(CM2_B))).fault().code())
                .isEqualTo("ENT-487");
        assertThat(lilie.sandbox.objects().notifications()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 413})
    void a_refusal_of_the_request_is_one(int status) {
        answerWith(status);
        assertThat(((Outcome.Refused) run()).fault().code()).isEqualTo("ENT-487");
    }

    @ParameterizedTest
    @ValueSource(ints = {405, 409, 415, 422})
    void a_refusal_that_nobody_has_seen_is_ours_to_look_at(int status) {
        answerWith(status);
        assertThat(run())
                .isEqualTo(new Outcome.Deferred(
                        null, new Fault.ContractBroken("/:module/notifications", "200", String.valueOf(status))));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 302})
    void what_may_have_been_served_is_unknown(int status) {
        answerWith(status);
        assertThat(run()).isInstanceOf(Outcome.Unknown.class);
    }

    private void answerWith(int status) {
        lilie.sandbox.faults(FaultPlan.of(1, new Rule(Kind.STATUS, null, 0, Set.of(1), 0, status, null)));
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"CUT_AFTER_ACTING", "TRUNCATED", "GARBAGE", "COMMIT_LATE", "SILENT", "HTML_LOGIN_200"})
    void a_lost_answer_is_unknown_and_nobody_can_tell(Kind kind) {
        lilie.sandbox.faults(FaultPlan.of(1, Rule.nth(kind, AtLilie.NOTIFICATIONS, 1)));
        assertThat(run()).isInstanceOf(Outcome.Unknown.class);

        EntAccount account = lilie.account();
        assertThat(AtLilie.connector(account).resolve(lilie.session(account), publish(CM2_B), "notify"))
                .isEqualTo(new Resolution.CannotTell());
        assertThat(lilie.sandbox.requests()).hasSize(1);
    }

    @Test
    void who_is_sent_to_the_login_page_was_not_let_in() {
        lilie.sandbox.faults(FaultPlan.of(1, Rule.nth(Kind.SIGNED_OUT, AtLilie.NOTIFICATIONS, 1)));
        assertThat(run()).isEqualTo(new Outcome.Deferred(null, new Fault.SignInNeeded(Fault.SignInNeeded.Why.REVOKED)));
    }

    @Test
    void throttling_is_waited_out() {
        lilie.sandbox.faults(FaultPlan.of(1, new Rule(Kind.STATUS, null, 0, Set.of(1), 0, 429, "30")));
        assertThat(((Outcome.Deferred) run()).fault()).isInstanceOf(Fault.Unreachable.class);
    }

    @ParameterizedTest
    @EnumSource(LilieReason.class)
    void every_reason_has_its_sentences(LilieReason reason) {
        Map<String, String> facts = Map.of("class", "CM2 B", "place", "0771369V", "kind", "news", "profile", "lilie");
        for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            assertThat(Sentences.sentence(reason, facts, locale)).isNotBlank().doesNotContain("?");
        }
    }
}
