package fr.passerelle.lilie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.spi.AccountId;
import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.Secret;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an operator fills in is taken or refused by one sentence that names the setting, and never quotes it. */
class EliotSettingsTest {
    private static final Map<String, String> COMPLETE = Map.of(
            "username", "ville",
            "password", "mot:de passe",
            "notification-path", "/eliot-scolarite-2.8.2-A1/echanges/v2",
            "requester", "123456",
            "schools", "0771369V;77001\n0770409B;77002",
            "recipients", "UAI;classe;idExterne\n0771369V;CM2 B;11\n0771369V;CM2 B;12\n\n0770409B;CP A;13,14\n");

    private static EntAccount account(Map<String, String> other) {
        Map<String, String> settings = new HashMap<>(COMPLETE);
        settings.putAll(other);
        Map<String, Secret> credentials = new HashMap<>();
        settings.forEach((name, value) -> credentials.put(name, Secret.of(value)));
        return new EntAccount(
                new AccountId("lilie", "service"),
                "lilie",
                "eliot-2015",
                URI.create("https://lilie.example"),
                false,
                Set.of(new Uai("0771369V"), new Uai("0770409B")),
                credentials,
                null);
    }

    private static EliotSettings with(String name, String value) {
        return EliotSettings.of(account(Map.of(name, value)));
    }

    private static void assertRefused(String name, String value, String sentence) {
        assertThatThrownBy(() -> with(name, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    @Test
    void what_is_left_out_has_its_usual_value() {
        EliotSettings settings = EliotSettings.of(account(Map.of()));
        assertThat(settings.porteur()).isEqualTo("CRIF");
        assertThat(settings.supports()).containsExactly("EMAIL");
        assertThat(settings.scolaritePath()).isEqualTo(settings.notificationPath());
        assertThat(settings.checkSchool()).isEmpty();
    }

    @Test
    void lines_of_one_class_are_put_together_and_a_heading_is_passed_over() {
        AddressBook book = EliotSettings.of(account(Map.of())).addressBook();
        assertThat(book.of("0771369V", "CM2 B").orElseThrow().people()).containsExactly("11", "12");
        assertThat(book.of("0771369V", "CM2 B").orElseThrow().school()).isEqualTo("77001");
        assertThat(book.of("0770409B", "cp a").orElseThrow().people()).containsExactly("13", "14");
        assertThat(book.of("0770409B", "CM2 B")).isEmpty();
        assertThat(book.people()).isEqualTo(4);
    }

    @Test
    void a_bar_stands_for_the_end_of_a_line() {
        AddressBook book =
                with("recipients", "0771369V;CM2 B;11,12 | 0770409B;CP A;13|").addressBook();
        assertThat(book.of("0771369V", "CM2 B").orElseThrow().people()).containsExactly("11", "12");
        assertThat(book.of("0770409B", "CP A").orElseThrow().people()).containsExactly("13");
    }

    @Test
    void a_spreadsheets_byte_order_mark_and_line_ends_do_no_harm() {
        AddressBook book = with("recipients", "\uFEFFUAI;classe;idExterne\r\n0771369V;CM2 B;11\r\n")
                .addressBook();
        assertThat(book.of("0771369V", "CM2 B").orElseThrow().people()).containsExactly("11");
        assertThat(with("recipients", "\uFEFF0771369V;CM2 B;11").addressBook().classes())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"username", "password", "notification-path", "requester", "schools", "recipients"})
    void what_is_missing_is_named(String name) {
        assertRefused(name, " ", "The setting credentials." + name + " of lilie/service is missing.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "0771369V;CM2 B> 1 must read UAI;class;id or UAI;class;id,id",
                "0771369V;CM2 B;11;12> 1 must read UAI;class;id or UAI;class;id,id",
                "0771369V;;11> 1 must read UAI;class;id or UAI;class;id,id",
                "0771369V;CM2 B;11|0771369A;CM2 B;11> 2 must begin with a school's UAI",
                "0771369V;CM2 B;11|0770420N;CP A;11> 2 names a school that is not in the setting schools",
                "0771369V;CM2 B;11,,12> 1 must read UAI;class;id or UAI;class;id,id, each id of 1 to 64 letters, digits,"
                        + " dots, hyphens or dollars",
                "0771369V;CM2 B;Marie Dupont> 1 must read UAI;class;id or UAI;class;id,id, each id of 1 to 64 letters,"
                        + " digits, dots, hyphens or dollars"
            })
    void a_list_of_recipients_that_is_none_is_refused_by_line(String value, String why) {
        assertRefused(
                "recipients", value, "The setting credentials.recipients of lilie/service is wrong: line " + why + ".");
    }

    @Test
    void schools_are_named_once_and_all_of_them() {
        assertRefused(
                "schools",
                "0771369V;77001\n0770409B;77002\n0771369V;77003",
                "The setting credentials.schools of lilie/service is wrong: line 3 names a school that an earlier line"
                        + " named.");
        assertThatThrownBy(() -> EliotSettings.of(
                        account(Map.of("schools", "0771369V;77001", "recipients", "0771369V;CM2 B;11"))))
                .hasMessage("The setting credentials.schools of lilie/service has no line for 0770409B, which is among"
                        + " its places.");
    }

    @ParameterizedTest
    @CsvSource({
        "username, a:b",
        "notification-path, eliot",
        "notification-path, /eliot/",
        "notification-path, /../eliot",
        "notification-path, /eliot?x=1",
        "scolarite-path, //eliot",
        "check-school, un",
        "porteur, C R",
        "porteur, a&b",
        "requester, Marie Dupont",
        "supports, FAX",
        "supports, ','"
    })
    void a_value_of_another_form_is_refused_and_not_quoted(String name, String value) {
        assertThatThrownBy(() -> with(name, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The setting credentials." + name + " of lilie/service must be ")
                .hasMessageNotContaining(" " + value + " ");
    }

    @Test
    void another_profile_is_refused_by_name() {
        EntAccount account = account(Map.of());
        assertThatThrownBy(() -> new LilieConnectorProvider()
                        .connector(new EntAccount(
                                account.id(),
                                "lilie",
                                "eliot-2012",
                                account.baseUrl(),
                                false,
                                account.places(),
                                account.credentials(),
                                null)))
                .hasMessageContaining("profile of lilie/service must be one of openent-ng, eliot-2015");
    }

    @Test
    void settings_show_no_ids_of_people() {
        assertThat(EliotSettings.of(account(Map.of()))).hasToString("EliotSettings[AddressBook[2 schools, 2 classes]]");
    }
}
