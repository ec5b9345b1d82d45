package fr.passerelle.app.web;

import fr.passerelle.app.town.Place;
import fr.passerelle.app.town.Town;
import fr.passerelle.app.user.Right;
import fr.passerelle.ent.delivery.AccountView;
import fr.passerelle.ent.model.PersonId;
import fr.passerelle.ent.model.PlaceId;
import fr.passerelle.ent.person.Person;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An account as people see it. Names are open: it is made for one page.
 *
 * @param id for example {@code one/service}
 * @param platform the ENT's own name
 * @param maturity key of the sentence that says what its profile was tried against
 * @param health key of the word for how it is
 * @param cause what is wrong, in one sentence, or null
 * @param publishes keys of what it publishes
 * @param places names of the places that it acts for
 * @param author whose own account it is, or null
 * @param gaps what the platform, or this way to it, does not offer
 * @param answered how it answered lately; null for an author's own
 * @param candidates who may connect her own account through it; none where that is not offered
 */
record AccountLine(
        String id,
        String platform,
        String maturity,
        String health,
        @Nullable String cause,
        List<String> publishes,
        List<String> places,
        @Nullable PersonPage author,
        List<PersonPage> candidates,
        List<String> gaps,
        @Nullable AnsweredDays answered) {

    /**
     * The accounts of a visitor's places, each service account before those that were connected through it: her own, and
     * others' where she looks after them.
     */
    static List<AccountLine> all(Town town, Visitor visitor, Locale locale) {
        List<AccountView> accounts = town.passerelle().delivery().accounts().stream()
                .filter(account -> account.places().stream().anyMatch(visitor::isAt))
                .filter(account -> account.author() == null || isHers(visitor, account.author()))
                .toList();
        Map<PersonId, PersonPage> authors = PersonPage.of(
                        town,
                        accounts.stream()
                                .flatMap(account -> account.author() == null
                                        ? Stream.empty()
                                        : Stream.of(person(town, account.author())))
                                .toList())
                .stream()
                .collect(Collectors.toMap(PersonPage::id, page -> page, (one, same) -> one));
        return accounts.stream()
                .sorted(Comparator.comparing(
                                (AccountView account) -> account.account().ent())
                        .thenComparing(account -> account.author() != null))
                .map(account -> line(town, visitor, account, authors, locale))
                .toList();
    }

    /** Those whose own account publishes what they write for a place, as far as the visitor may sign for them. */
    static List<PersonPage> signers(Town town, Visitor visitor, PlaceId place) {
        return PersonPage.of(
                town,
                town.passerelle().delivery().accounts().stream()
                        .filter(account -> account.places().contains(place))
                        .flatMap(account -> Stream.ofNullable(account.author()))
                        .filter(author -> isHers(visitor, author))
                        .distinct()
                        .map(person -> person(town, person))
                        .toList());
    }

    private static boolean isHers(Visitor visitor, PersonId author) {
        return author.equals(visitor.person()) || visitor.may(Right.LOOK_AFTER);
    }

    private static Person person(Town town, PersonId person) {
        return town.passerelle().states().current(Person.FEATURE, person.toString());
    }

    private static AccountLine line(
            Town town, Visitor visitor, AccountView account, Map<PersonId, PersonPage> authors, Locale locale) {
        return new AccountLine(
                account.account().toString(),
                account.descriptor().platform(),
                "maturity." + account.descriptor().maturity().name(),
                "health." + account.health().condition().name(),
                account.health().fault() == null
                        ? null
                        : account.health().fault().sentence(locale),
                account.descriptor().publishes().stream()
                        .map(line -> "publishes." + line.kind().name())
                        .sorted()
                        .toList(),
                town.places().all().stream()
                        .filter(place -> account.places().contains(place.id()))
                        .map(Place::name)
                        .toList(),
                account.author() == null ? null : authors.get(account.author()),
                account.signsPeopleIn() ? candidates(town, visitor, account) : List.of(),
                account.author() == null ? account.descriptor().gaps() : List.of(),
                account.author() == null ? AnsweredDays.of(town, account.account()) : null);
    }

    private static List<PersonPage> candidates(Town town, Visitor visitor, AccountView account) {
        return PersonPage.of(
                town,
                account.places().stream()
                        .filter(visitor::isAt)
                        .flatMap(place -> town.passerelle().states().under(Person.FEATURE, place.value()).stream())
                        .filter(Person::belongsToStaff)
                        .filter(person -> person.person() != null && isHers(visitor, person.person()))
                        .toList());
    }

    @Override
    public String toString() {
        return "AccountLine[" + id + "]";
    }
}
