package fr.passerelle.lilie;

import fr.passerelle.ent.model.Uai;
import fr.passerelle.ent.spi.ConnectorDescriptor.Setting;
import fr.passerelle.ent.spi.EntAccount;
import fr.passerelle.ent.spi.Secret;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The settings of an account at Lilie, checked.
 *
 * @param username of the technical account that the platform's operator opened
 * @param porteur the project's code, {@code CRIF} for the region
 * @param notificationPath where the module with the notifications lies, as {@code /eliot-scolarite-2.8.2-A1/echanges/v2}
 * @param scolaritePath where the module with the schools lies
 * @param checkSchool the internal number of a school to look at when the account is checked, or empty
 * @param requester who asks for the notifications, by external id
 * @param supports {@code EMAIL}, {@code SMS} or both
 */
record EliotSettings(
        Secret username,
        Secret password,
        String porteur,
        String notificationPath,
        String scolaritePath,
        String checkSchool,
        Secret requester,
        List<String> supports,
        AddressBook addressBook) {
    static final String NOTIFICATION_PATH = "notification-path";
    static final String SCOLARITE_PATH = "scolarite-path";
    static final String CHECK_SCHOOL = "check-school";

    /** As the descriptor shows them. */
    static final List<Setting> ALL = List.of(
            new Setting("username", true, true),
            new Setting("password", true, true),
            new Setting(NOTIFICATION_PATH, false, true),
            new Setting("requester", true, true),
            new Setting("schools", false, true),
            new Setting("recipients", true, true),
            new Setting(SCOLARITE_PATH, false, false),
            new Setting(CHECK_SCHOOL, false, false),
            new Setting("porteur", false, false),
            new Setting("supports", false, false));

    private static final Pattern ANYTHING = Pattern.compile("(?s).+");
    private static final Pattern NO_COLON = Pattern.compile("[^:]+");
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*){1,8}");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{0,18}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final Set<String> SUPPORTS = Set.of("EMAIL", "SMS");

    /** @throws IllegalArgumentException with a sentence naming the setting that is missing or wrong */
    static EliotSettings of(EntAccount account) {
        Given given = new Given(account);
        String notificationPath =
                given.needed(NOTIFICATION_PATH, PATH, "a path such as /eliot-scolarite-2.8.2-A1/echanges/v2");
        return new EliotSettings(
                Secret.of(given.needed("username", NO_COLON, "a name without a colon")),
                Secret.of(given.needed("password", ANYTHING, "a password")),
                given.or("CRIF", "porteur", CODE, "a project's code such as CRIF"),
                notificationPath,
                given.or(
                        notificationPath, SCOLARITE_PATH, PATH, "a path such as /eliot-scolarite-2.8.2-A1/echanges/v2"),
                given.or("", CHECK_SCHOOL, NUMBER, "a school's internal number"),
                Secret.of(given.needed("requester", AddressBook.ID, "a person's external id")),
                supports(given),
                addressBook(given));
    }

    private static List<String> supports(Given given) {
        List<String> supports = Stream.of(
                        given.or("EMAIL", "supports", ANYTHING, "").split("[,\\s]+", -1))
                .filter(one -> !one.isEmpty())
                .distinct()
                .toList();
        if (supports.isEmpty() || !SUPPORTS.containsAll(supports)) {
            throw given.wrong("supports", "must be EMAIL, SMS or EMAIL,SMS");
        }
        return supports;
    }

    private static AddressBook addressBook(Given given) {
        String schools = given.needed("schools", ANYTHING, "");
        String recipients = given.needed("recipients", ANYTHING, "");
        AddressBook book;
        try {
            book = AddressBook.read(schools, recipients);
        } catch (AddressBook.Unreadable unreadable) {
            throw given.wrong(unreadable.setting(), "is wrong: " + unreadable.getMessage());
        }
        given.account.places().stream()
                .filter(Uai.class::isInstance)
                .map(place -> ((Uai) place).value())
                .filter(uai -> !book.knows(uai))
                .sorted()
                .findFirst()
                .ifPresent(uai -> {
                    throw given.wrong("schools", "has no line for " + uai + ", which is among its places");
                });
        return book;
    }

    /** What the operator filled in. */
    private record Given(EntAccount account) {

        String needed(String name, Pattern form, String what) {
            return checked(name, filledIn(name).orElseThrow(() -> wrong(name, "is missing")), form, what);
        }

        String or(String otherwise, String name, Pattern form, String what) {
            return checked(name, filledIn(name).orElse(otherwise), form, what);
        }

        private Optional<String> filledIn(String name) {
            return Optional.ofNullable(account.credentials().get(name))
                    .map(Secret::reveal)
                    .filter(value -> !value.isBlank());
        }

        private String checked(String name, String value, Pattern form, String what) {
            if (!form.matcher(value).matches()) {
                throw wrong(name, "must be " + what);
            }
            return value;
        }

        /** Never with the value: it may name people. */
        IllegalArgumentException wrong(String name, String why) {
            return new IllegalArgumentException(
                    "The setting credentials." + name + " of " + account.id() + " " + why + ".");
        }
    }

    @Override
    public String toString() {
        return "EliotSettings[" + addressBook + "]";
    }
}
