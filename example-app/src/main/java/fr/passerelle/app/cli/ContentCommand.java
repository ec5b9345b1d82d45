package fr.passerelle.app.cli;

import fr.passerelle.app.town.Town;
import fr.passerelle.ent.communication.Communication;
import fr.passerelle.ent.engagement.ReadBack.Answers;
import fr.passerelle.ent.model.CommunicationId;
import fr.passerelle.ent.model.Sentences;
import fr.passerelle.ent.spi.AccountId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What people answered on the ENTs; asked now, and not stored. */
@Command(name = "content")
final class ContentCommand extends TownCommand {
    /** So many requests at least go out: one for each communication and wall. */
    private static final int NEWEST = 20;

    @Parameters(paramLabel = "ID", arity = "0..1")
    @Nullable
    CommunicationId id;

    @Option(names = "--ent", paramLabel = "ENT")
    @Nullable
    String ent;

    @Override
    int run(Town town, Dialogue say) {
        List<CommunicationId> asked = id != null
                ? List.of(id)
                : town.passerelle().states().all(Communication.FEATURE).stream()
                        .filter(found -> found.status() == Communication.Status.PUBLISHED)
                        .sorted(Comparator.comparing(
                                Communication::from, Comparator.nullsLast(Comparator.reverseOrder())))
                        .limit(NEWEST)
                        .flatMap(found -> java.util.stream.Stream.ofNullable(found.communication()))
                        .toList();
        Table answers = new Table("communication", "account", "destination", "at", "author", "text", "page");
        Table gaps = new Table("communication", "account", "destination", "reason");
        boolean failed = false;
        for (CommunicationId one : asked) {
            Answers found = town.passerelle().readBack().answers(one);
            found.answers().stream()
                    .filter(answer -> isWanted(answer.item().account()))
                    .forEach(answer -> answers.row(
                            one.toString(),
                            answer.item().account().toString(),
                            answer.item().destination(),
                            answer.reply().at() == null
                                    ? null
                                    : answer.reply().at().toString(),
                            answer.reply().author(),
                            answer.reply().text(),
                            answer.page().toString()));
            for (var gap : found.gaps()) {
                if (isWanted(gap.item().account())) {
                    failed |= gap.fault() != null;
                    gaps.row(
                            one.toString(),
                            gap.item().account().toString(),
                            gap.item().destination(),
                            gap.fault() == null
                                    ? gap.reason()
                                    : Sentences.withCode(
                                            gap.fault(), gap.fault().facts(), say.locale()));
                }
            }
        }
        try (Answer answer = say.answer()) {
            answer.table("answers", answers);
            answer.table("gaps", gaps);
        }
        return failed ? Exit.HELD : Exit.OK;
    }

    private boolean isWanted(AccountId account) {
        return ent == null || account.ent().equals(ent.toLowerCase(Locale.ROOT));
    }
}
