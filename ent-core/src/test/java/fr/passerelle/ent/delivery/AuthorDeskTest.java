package fr.passerelle.ent.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.ent.authoraccount.AuthorAccountReason;
import fr.passerelle.ent.delivery.AuthorDesk.Answer;
import fr.passerelle.ent.delivery.Item.Status;
import fr.passerelle.ent.delivery.PaperConnector.Manner;
import fr.passerelle.ent.model.CommandId;
import fr.passerelle.ent.model.CommandResult;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.person.PersonCommand.ErasePerson;
import fr.passerelle.ent.person.PersonCommand.PlacePerson;
import fr.passerelle.ent.person.PersonCommand.RecordDeparture;
import fr.passerelle.ent.person.Profile;
import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.spi.EntAccount;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A teacher's own account is one more account, which signs what she wrote and nothing else. */
class AuthorDeskTest {
    private static final URI BACK = URI.create("http://127.0.0.1:8080/accounts/callback");
    private static final AccountId DIRECT = AccountId.parse("paper/direct");

    private final DeliveryWorld world = new DeliveryWorld(1, Manner.DIRECT, Manner.DRAFTS);
    private final PersonId teacher = world.person(Profile.TEACHER, DeliveryWorld.SCHOOL);
    private final AccountId hers = DIRECT.of(teacher);

    private AuthorDesk desk() {
        return world.engine().authors();
    }

    private void connect() {
        assertThat(desk().connect(DIRECT, teacher, PaperConnector.CODE, BACK)).isEqualTo(new Answer.Connected(hers));
    }

    private CommunicationId publish(PersonId author) {
        CommunicationId id = world.publishAs(author, "Piscine jeudi", world.classes.get(0));
        world.run();
        return id;
    }

    private Set<String> accounts(CommunicationId id) {
        return world.items(id).stream()
                .map(item -> item.known().account().toString())
                .collect(java.util.stream.Collectors.toSet());
    }

    @Test
    void her_account_publishes_what_she_wrote_instead_of_that_ents_service_accounts_and_nothing_else() {
        world.connect(
                new EntAccount(
                        AccountId.parse("stone/service"),
                        "paper",
                        "stone",
                        URI.create("https://stone.example"),
                        false,
                        Set.of(DeliveryWorld.SCHOOL),
                        Map.of(),
                        null),
                new PaperConnector(world.ent, Manner.STONE));
        connect();
        assertThat(accounts(publish(teacher))).containsExactlyInAnyOrder(hers.toString(), "stone/service");
        assertThat(accounts(world.publish("Cantine", world.classes.get(0)))).isEmpty();
        world.run();
        assertThat(accounts(world.published.get(1)))
                .containsExactlyInAnyOrder("paper/direct", "paper/drafts", "stone/service");
        assertThat(accounts(publish(world.person(Profile.HEAD, DeliveryWorld.SCHOOL))))
                .containsExactlyInAnyOrder("paper/direct", "paper/drafts", "stone/service");
        world.assertEveryWishIsTrue();
    }

    @Test
    void the_page_is_the_ents_own_and_holds_the_state() {
        assertThat(desk().page(DIRECT, teacher, BACK, "s3"))
                .isInstanceOfSatisfying(
                        Answer.Page.class,
                        page -> assertThat(page.address()).hasToString("https://paper.example/agree?state=s3"));
        assertThat(world.engine().accounts())
                .filteredOn(AccountView::signsPeopleIn)
                .hasSize(2);
    }

    @Test
    void a_code_that_the_ent_refuses_connects_nobody() {
        assertThat(desk().connect(DIRECT, teacher, "another", BACK))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.why().code()).isEqualTo("ENT-403"));
        assertThat(world.engine().accounts()).noneMatch(account -> account.author() != null);
    }

    @Test
    void only_staff_of_the_accounts_own_places_signs() {
        for (PersonId other : new PersonId[] {
            PersonId.random(),
            world.person(Profile.PUPIL, DeliveryWorld.SCHOOL),
            world.person(Profile.TEACHER, new Uai("0770409B"))
        }) {
            assertThat(desk().connect(DIRECT, other, PaperConnector.CODE, BACK))
                    .isEqualTo(new Answer.Refused(FaultNote.of(AuthorAccountReason.NOT_STAFF, "person", other)));
        }
        connect();
        assertThat(desk().page(hers, teacher, BACK, "s3")).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void an_ent_that_signs_nobody_in_is_named() {
        world.connect(DeliveryWorld.account("hand", DeliveryWorld.SCHOOL), new HandConnector());
        assertThat(desk().page(AccountId.parse("paper/hand"), teacher, BACK, "s3"))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.why().code()).isEqualTo("ENT-123"));
    }

    @Test
    void it_is_there_again_after_a_restart() {
        connect();
        world.restart();
        assertThat(accounts(publish(teacher))).containsExactly(hers.toString());
        assertThat(world.engine().accounts())
                .filteredOn(account -> teacher.equals(account.author()))
                .singleElement()
                .satisfies(account -> assertThat(account.places()).containsExactly(DeliveryWorld.SCHOOL));
    }

    @Test
    void what_it_published_stays_its_own_after_it_was_disconnected() {
        connect();
        CommunicationId id = publish(teacher);
        assertThat(desk().disconnect(hers)).isInstanceOf(CommandResult.Done.class);
        world.correct(id, "Piscine vendredi");
        world.run();
        assertThat(world.item(id).status()).isEqualTo(Status.PARKED);
        assertThat(world.engine().desk().items(id).get(0).sentence(Locale.FRENCH))
                .hasValueSatisfying(sentence ->
                        assertThat(sentence).contains("relie de nouveau").endsWith("(ENT-426)"));
        assertThat(accounts(publish(teacher))).containsExactlyInAnyOrder("paper/direct", "paper/drafts");

        connect();
        world.run();
        assertThat(world.item(id).status()).isEqualTo(Status.CONFIRMED);
        world.assertEveryWishIsTrue();
    }

    @Test
    void who_is_erased_signs_nothing_any_more() {
        connect();
        world.vault.erased.add(teacher.subject());
        world.streams.send(CommandId.random(), new ErasePerson(teacher));
        assertThat(world.engine().accounts()).noneMatch(account -> account.author() != null);
        world.restart();
        assertThat(world.engine().accounts()).noneMatch(account -> account.author() != null);
    }

    @Test
    void who_has_left_the_place_signs_nothing_there_until_she_is_back() {
        connect();
        world.streams.send(CommandId.random(), new RecordDeparture(teacher));
        assertThat(accounts(publish(teacher))).containsExactlyInAnyOrder("paper/direct", "paper/drafts");
        world.streams.send(CommandId.random(), new PlacePerson(teacher, DeliveryWorld.SCHOOL, List.of()));
        assertThat(accounts(publish(teacher))).containsExactly(hers.toString());
    }

    @Test
    void without_its_service_account_it_acts_for_no_place() {
        connect();
        world.disconnect(DIRECT);
        assertThat(accounts(publish(teacher))).containsExactly("paper/drafts");
    }
}
