package fr.passerelle.app.web;

import fr.passerelle.app.town.Town;
import fr.passerelle.ent.delivery.AccountView;
import fr.passerelle.ent.delivery.Item;
import fr.passerelle.ent.delivery.ItemEvent.How;
import fr.passerelle.ent.delivery.ItemView;
import fr.passerelle.ent.delivery.Word;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.spi.AccountId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a communication stands: a row for each wall, a column for each account.
 *
 * @param settled whether nothing is left to do, for now
 */
record Matrix(List<Column> columns, List<Row> rows, List<Count> counts, boolean settled) {

    /**
     * An account.
     *
     * @param platform as people know it
     * @param maturity key of the sentence that says what its profile was tried against
     * @param own whether it is the author's own account
     */
    record Column(AccountId account, String platform, String maturity, boolean own) {}

    record Row(String destination, List<Cell> cells) {}

    /**
     * What one account made of one wall.
     *
     * @param word key of one of the six words
     * @param behind whether families still see an older revision
     * @param cause in one sentence, or null
     * @param how key of the words for how it came true, or null
     * @param ask what a person is asked, or null
     * @param canRetry whether somebody may ask to try again now
     */
    record Cell(
            String item,
            String word,
            boolean behind,
            @Nullable String cause,
            @Nullable ZonedDateTime nextTry,
            @Nullable String how,
            Item.@Nullable Ask ask,
            boolean canRetry) {}

    /** How many items have a word. */
    record Count(String word, long items) {}

    static Matrix of(Town town, CommunicationId id, Locale locale) {
        List<ItemView> items = town.passerelle().items(id);
        List<Column> columns = town.passerelle().delivery().accounts().stream()
                .filter(account ->
                        items.stream().anyMatch(item -> item.account().equals(account.account())))
                .map(Matrix::column)
                .toList();
        Map<String, Map<AccountId, Cell>> cells = new LinkedHashMap<>();
        items.forEach(item -> cells.computeIfAbsent(item.destination(), name -> new LinkedHashMap<>())
                .put(item.account(), cell(item, locale)));
        List<Row> rows = new ArrayList<>();
        cells.forEach((destination, byAccount) -> {
            List<@Nullable Cell> row = new ArrayList<>();
            columns.forEach(column -> row.add(byAccount.get(column.account())));
            rows.add(new Row(destination, row));
        });
        List<Count> counts = new ArrayList<>();
        for (Word word : Word.values()) {
            long count = items.stream().filter(item -> item.word() == word).count();
            if (count > 0) {
                counts.add(new Count(key(word), count));
            }
        }
        return new Matrix(
                columns, rows, counts, town.passerelle().delivery().desk().settled(id));
    }

    static Column column(AccountView account) {
        return new Column(
                account.account(),
                account.descriptor().platform(),
                "maturity." + account.descriptor().maturity().name(),
                account.author() != null);
    }

    /** The name that people know an account's ENT by; its own where the account is no longer configured. */
    static String platform(Town town, AccountId account) {
        return town.passerelle().delivery().accounts().stream()
                .filter(found -> found.account().equals(account))
                .map(found -> found.descriptor().platform())
                .findFirst()
                .orElse(account.ent());
    }

    private static Cell cell(ItemView item, Locale locale) {
        boolean canRetry = item.status() == Item.Status.DEFERRED
                || item.status() == Item.Status.REFUSED
                || item.status() == Item.Status.PARKED;
        return new Cell(
                item.item().toString(),
                key(item.word()),
                item.shown() > 0 && item.shown() < item.revision() && item.word() != Word.WITHDRAWN,
                item.sentence(locale).orElse(null),
                item.nextTry() == null ? null : item.nextTry().atZone(Town.ZONE),
                item.how() == How.SEEN || item.how() == How.WORD ? "how." + item.how() : null,
                item.ask(),
                canRetry && item.ask() == null);
    }

    static String key(Word word) {
        return "word." + word.name();
    }
}
