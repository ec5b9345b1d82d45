package fr.passerelle.app.cli;

import fr.passerelle.ent.directory.ImportReport;
import fr.passerelle.ent.directory.PlanEntry;
import fr.passerelle.ent.directory.PreparedImport;
import fr.passerelle.ent.directory.RosterPlan;
import fr.passerelle.ent.model.Refusal;
import fr.passerelle.ent.model.Sentences;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** How an import's plan and report are told: counts, ids and lines, no name of a person. */
final class ImportPages {
    private ImportPages() {}

    static void plan(Answer answer, Dialogue say, PreparedImport.Ready ready, String part) {
        RosterPlan plan = ready.plan();
        answer.fact("file" + part, word(ready.roster().kind()));
        answer.fact("adds" + part, count(plan, PlanEntry.PupilToAdd.class, PlanEntry.AdultToAdd.class));
        answer.fact("changes" + part, count(plan, PlanEntry.PupilToChange.class, PlanEntry.AdultToChange.class));
        answer.fact(
                "transfers" + part,
                plan.entries(PlanEntry.PupilToTransfer.class).size());
        answer.fact("departures" + part, plan.entries(PlanEntry.Departure.class).size());
        answer.fact("unclear" + part, plan.entries(PlanEntry.Unclear.class).size());
        answer.fact("unchanged" + part, plan.unchanged());
        answer.fact(
                "refusedLines" + part,
                ready.roster().findings().stream()
                        .filter(fr.passerelle.ent.intake.Finding::refused)
                        .map(fr.passerelle.ent.intake.Finding::line)
                        .distinct()
                        .count());
        Table entries = new Table("action", "line", "person", "detail");
        plan.entries().forEach(entry -> row(entries, entry, say));
        answer.table("plan" + part, entries);
        Table findings = new Table("line", "sentence");
        ready.roster().findings().forEach(found -> findings.row(found.line(), found.sentence(say.locale())));
        answer.table("findings" + part, findings);
        plan.held().ifPresent(say::note);
        plan.entries(PlanEntry.Unclear.class).forEach(unclear -> say.note(unclear.refusal()));
        plan.entries(PlanEntry.ClassLevelUnknown.class).forEach(unknown -> say.note(unknown.refusal()));
    }

    private static int count(RosterPlan plan, Class<? extends PlanEntry> one, Class<? extends PlanEntry> other) {
        return plan.entries(one).size() + plan.entries(other).size();
    }

    private static void row(Table table, PlanEntry entry, Dialogue say) {
        if (entry instanceof PlanEntry.ClassToOpen open) {
            table.row("open-class", null, null, open.name() + " (" + open.pupils() + ")");
        } else if (entry instanceof PlanEntry.ClassLevelUnknown unknown) {
            table.row("class-without-level", null, null, unknown.name());
        } else if (entry instanceof PlanEntry.LevelsToChange levels) {
            table.row("change-levels", null, null, levels.schoolClass().toString());
        } else if (entry instanceof PlanEntry.PupilToAdd add) {
            table.row("add", add.line(), add.person().toString(), null);
        } else if (entry instanceof PlanEntry.AdultToAdd add) {
            table.row("add", add.line(), add.person().toString(), word(add.profile()));
        } else if (entry instanceof PlanEntry.PupilToChange change) {
            table.row("change", change.line(), change.person().toString(), words(change.changes()));
        } else if (entry instanceof PlanEntry.AdultToChange change) {
            table.row("change", change.line(), change.person().toString(), words(change.changes()));
        } else if (entry instanceof PlanEntry.PupilToTransfer transfer) {
            table.row(
                    "transfer",
                    transfer.line(),
                    transfer.person().toString(),
                    transfer.from().value());
        } else if (entry instanceof PlanEntry.Departure departure) {
            table.row("departure", null, departure.person().toString(), null);
        } else if (entry instanceof PlanEntry.LeftOut left) {
            table.row("left-out", left.line(), null, sentence(left.refusal(), say));
        } else if (entry instanceof PlanEntry.Unclear unclear) {
            table.row(
                    "unclear",
                    unclear.line(),
                    unclear.candidates().stream().map(Object::toString).collect(Collectors.joining(" ")),
                    sentence(unclear.refusal(), say));
        }
    }

    private static String words(Collection<? extends Enum<?>> words) {
        return words.stream().map(ImportPages::word).sorted().collect(Collectors.joining(", "));
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static String sentence(Refusal refusal, Dialogue say) {
        return Sentences.sentence(refusal.reason(), refusal.facts(), say.locale());
    }

    static void report(Answer answer, Dialogue say, ImportReport report, String part) {
        Table done = new Table("opened", "added", "changed", "transferred", "departed", "unchanged", "refused");
        done.row(
                report.opened(),
                report.added(),
                report.changed(),
                report.transferred(),
                report.departed(),
                report.unchanged(),
                report.refused().size());
        answer.table("applied" + part, done);
        report.refused().forEach(refused -> say.note(refused.refusal()));
    }
}
