package fr.passerelle.app.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.app.town.Configuration;
import fr.passerelle.app.town.Town;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.store.ByteSearch;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users in a real store: who is found by what, what is refused, and what no byte tells. */
class UsersTest {
    private static final PlaceId SCHOOL = PlaceId.parse("0771369V");
    private static final String PASSWORD = "une phrase assez longue";

    @TempDir
    private Path directory;

    private Instant now = Instant.parse("2026-11-28T08:00:00Z");
    private Town town;
    private Users users;

    @BeforeEach
    void open() {
        town = Town.open(Configuration.read(List.of(), directory), List.of(), false, directory, () -> now);
        users = town.users();
    }

    @AfterEach
    void close() {
        town.close();
    }

    private UserId camille() {
        return users.add(null, " Camille@Ecole.example ", "Camille Exemple", Role.TEACHER, List.of(SCHOOL), null);
    }

    private static String hashed(String password) {
        return "kept:" + password.length();
    }

    private void refuses(UserReason reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        CodedException.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void a_login_name_is_found_in_any_case_and_is_one_persons() {
        UserId id = camille();
        assertThat(users.ofLogin("CAMILLE@ecole.example").map(User::id)).contains(id);
        assertThat(users.ofLogin("camille")).isEmpty();
        refuses(UserReason.LOGIN_TAKEN, this::camille);
        users.close(null, id);
        assertThat(users.ofLogin("camille@ecole.example")).isEmpty();
        assertThat(camille()).isNotEqualTo(id);
    }

    @Test
    void what_fits_nobody_is_refused() {
        for (String login : List.of("", "   ", "deux mots", "x".repeat(201))) {
            refuses(UserReason.LOGIN_UNFIT, () -> users.add(null, login, "N", Role.TOWN, List.of(), null));
        }
        refuses(UserReason.PLACE_NEEDED, () -> users.add(null, "a", "N", Role.HEAD, List.of(), null));
        refuses(UserReason.UNKNOWN_USER, () -> users.link(null, UserId.random()));
        UserId closed = camille();
        users.close(null, closed);
        users.close(null, closed);
        refuses(UserReason.USER_IS_CLOSED, () -> users.link(null, closed));
    }

    @Test
    void a_link_works_once_and_for_three_days_and_a_newer_one_replaces_it() {
        UserId id = camille();
        String first = users.link(null, id);
        String second = users.link(null, id);
        refuses(UserReason.LINK_SPENT, () -> users.choose(first, PASSWORD, UsersTest::hashed));
        refuses(UserReason.PASSWORD_TOO_SHORT, () -> users.choose(second, "onze signes", UsersTest::hashed));
        assertThat(users.choose(second, PASSWORD, UsersTest::hashed).passwords())
                .isOne();
        assertThat(users.passwordHash(users.current(id).orElseThrow())).isEqualTo("kept:23");
        refuses(UserReason.LINK_SPENT, () -> users.choose(second, PASSWORD, UsersTest::hashed));

        String late = users.link(null, id);
        now = now.plus(Users.LINK_LIFE);
        assertThat(users.ofLink(late)).isEmpty();
        refuses(UserReason.LINK_SPENT, () -> users.choose(late, PASSWORD, UsersTest::hashed));
    }

    @Test
    void a_token_stands_for_her_until_there_is_another_or_she_is_closed() {
        UserId id = camille();
        String first = users.token(null, id);
        String second = users.token(null, id);
        assertThat(users.ofToken(first)).isEmpty();
        assertThat(users.ofToken(second).map(User::id)).contains(id);
        assertThat(users.ofToken("")).isEmpty();
        users.close(null, id);
        assertThat(users.ofToken(second)).isEmpty();
    }

    @Test
    void what_she_may_do_and_where_follows_her_role_and_her_places() {
        UserId id = camille();
        assertThat(users.current(id).orElseThrow().may(Right.WRITE)).isTrue();
        assertThat(users.current(id).orElseThrow().may(Right.USERS)).isFalse();
        assertThat(users.current(id).orElseThrow().isAt(SCHOOL)).isTrue();
        assertThat(users.current(id).orElseThrow().isAt(PlaceId.parse("0770409B")))
                .isFalse();
        users.move(null, id, Role.EVALUATOR, List.of(SCHOOL));
        User moved = users.current(id).orElseThrow();
        assertThat(moved.places()).isEmpty();
        assertThat(moved.isAt(PlaceId.parse("0770409B"))).isTrue();
        assertThat(moved.may(Right.NAMES)).isFalse();
        assertThat(moved.may(Right.READ)).isFalse();
    }

    @Test
    void nobody_gives_more_than_she_has() {
        for (Role giver : Role.values()) {
            for (Role given : Role.values()) {
                boolean expected = giver == Role.TOWN
                        || (giver == Role.HEAD
                                && List.of(Role.TEACHER, Role.LEISURE_STAFF, Role.REFERENT, Role.PARENT)
                                        .contains(given));
                assertThat(giver.mayGive(given)).as(giver + " → " + given).isEqualTo(expected);
            }
        }
    }

    @Test
    void the_trail_goes_back_over_the_turn_of_a_month_and_is_kept_whole() {
        UserId id = camille();
        now = Instant.parse("2026-10-31T22:59:00Z");
        users.note(id, "sign-in", "", 401);
        now = Instant.parse("2026-11-01T08:00:00Z");
        users.note(id, "person.export", "x", 200);
        assertThat(users.trail(id)).extracting(TrailEvent.Noted::what).containsExactly("person.export", "sign-in");
        now = now.plus(Duration.ofDays(31));
        assertThat(users.trail(id)).extracting(TrailEvent.Noted::what).containsExactly("person.export");
        assertThat(town.passerelle().verify()).isEmpty();
    }

    @Test
    void no_name_no_link_and_no_token_lies_in_the_store_in_clear() throws Exception {
        UserId id = camille();
        String link = users.link(null, id);
        users.choose(link, PASSWORD, password -> "{argon2}" + password);
        String token = users.token(null, id);
        close();
        assertThat(ByteSearch.inAnotherProcess(
                        directory, "Camille", "camille@ecole", link, token, PASSWORD, "{argon2}"))
                .isEmpty();
        open();
        assertThat(users.ofToken(token).map(users::name)).contains("Camille Exemple");
    }
}
