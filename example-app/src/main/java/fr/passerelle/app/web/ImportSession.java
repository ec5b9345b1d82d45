package fr.passerelle.app.web;

import fr.passerelle.app.AppReason;
import fr.passerelle.app.user.UserId;
import fr.passerelle.ent.directory.Decisions;
import fr.passerelle.ent.directory.ImportReport;
import fr.passerelle.ent.directory.ImportWatch;
import fr.passerelle.ent.directory.OndeImport;
import fr.passerelle.ent.directory.PreparedImport;
import fr.passerelle.ent.directory.PreparedImport.Ready;
import fr.passerelle.ent.intake.Finding;
import fr.passerelle.ent.intake.OndeKind;
import fr.passerelle.ent.intake.RosterFile.Export;
import fr.passerelle.ent.model.CodedException;
import fr.passerelle.ent.model.Refusal;
import fr.passerelle.ent.model.StoreUnavailable;
import fr.passerelle.ent.model.SubjectId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One person's import for one school, file by file: a plan, her decisions, its application in the background. It lives in
 * memory only and holds names as the files give them until the last file is done. Safe for several threads.
 */
final class ImportSession {
    private static final Logger LOG = LoggerFactory.getLogger(ImportSession.class);

    private final OndeImport imports;
    private final UserId owner;
    private final Deque<Export> files;
    private final Map<OndeKind, List<Finding>> findings = new EnumMap<>(OndeKind.class);
    private final List<Done> done = new ArrayList<>();
    private Decisions decisions = Decisions.NONE;
    private @Nullable Ready plan;
    private @Nullable Refusal problem;
    private volatile @Nullable Run run;

    /**
     * What came of a file, or of a part of it.
     *
     * @param report null where nothing was left to do
     * @param unchanged how many people were known just as the file gives them
     */
    record Done(OndeKind kind, @Nullable ImportReport report, int unchanged) {}

    /** An application under way. */
    static final class Run implements ImportWatch {
        private volatile int done;
        private volatile int steps;
        private volatile boolean stopping;

        private Run(int steps) {
            this.steps = steps;
        }

        @Override
        public boolean goesOn(int done, int steps) {
            this.done = done;
            this.steps = steps;
            return !stopping;
        }

        /** Steps taken, from 0. */
        public int getDone() {
            return done;
        }

        /** All steps. */
        public int getSteps() {
            return steps;
        }

        /** Whether somebody has asked it to end. */
        public boolean isStopping() {
            return stopping;
        }
    }

    /**
     * Plans the first file. Changes nothing.
     *
     * @param files in the order in which they are imported
     * @throws CodedException if nothing can be imported for this school
     */
    ImportSession(OndeImport imports, UserId owner, List<Export> files) {
        this.imports = imports;
        this.owner = owner;
        this.files = new ArrayDeque<>(files);
        files.forEach(file -> findings.put(file.kind(), file.findings()));
        prepare();
        if (problem != null) {
            throw new CodedException(problem.reason(), problem.facts());
        }
    }

    UserId owner() {
        return owner;
    }

    /** The plan that waits for her; empty while one is applied and once all is done. */
    synchronized Optional<Ready> plan() {
        return Optional.ofNullable(plan);
    }

    /** What is under way. */
    Optional<Run> run() {
        return Optional.ofNullable(run);
    }

    synchronized List<Done> done() {
        return List.copyOf(done);
    }

    /** Why it ended before its end, or what went wrong last; or empty. */
    synchronized Optional<Refusal> problem() {
        return Optional.ofNullable(problem);
    }

    /** What there is to tell about the lines of each file. */
    Map<OndeKind, List<Finding>> findings() {
        return findings;
    }

    synchronized Decisions decisions() {
        return decisions;
    }

    /** How many files wait behind the one that is planned. */
    synchronized int more() {
        return Math.max(0, files.size() - 1);
    }

    /** Plans the file anew by what she decided. */
    synchronized void decide(String planId, UnaryOperator<Decisions> change) {
        needs(planId);
        decisions = change.apply(decisions);
        prepare();
    }

    /** Leaves the file as it is and plans the next one. */
    synchronized void next(String planId) {
        needs(planId);
        leaveFile();
        prepare();
    }

    /**
     * Begins to do what the plan says. Whoever asks twice has asked once.
     *
     * @param by who asks, for the history
     */
    synchronized void apply(String planId, SubjectId by, Executor background) {
        if (run != null) {
            return;
        }
        Ready ready = needs(planId);
        Run begun = new Run(ready.plan().steps());
        run = begun;
        plan = null;
        problem = null;
        background.execute(() -> carryOut(ready, by, begun));
    }

    /** Ends what is under way after the step that it is at. */
    void stop() {
        Run now = run;
        if (now != null) {
            now.stopping = true;
        }
    }

    private void carryOut(Ready ready, SubjectId by, Run begun) {
        @Nullable ImportReport report = null;
        @Nullable Refusal failure = null;
        try {
            report = imports.apply(ready, by, begun);
        } catch (StoreUnavailable unavailable) {
            LOG.warn("An import waits: the store is unavailable.", unavailable);
            failure = Refusal.of(unavailable);
        } catch (RuntimeException e) {
            failure = unexpected(e);
        }
        synchronized (this) {
            problem = failure;
            if (report != null) {
                done.add(new Done(ready.roster().kind(), report, report.unchanged()));
                planAgain();
            } else {
                // The ids of its commands are fixed: applied again, it does only what is left.
                plan = ready;
            }
            run = null;
        }
    }

    private void planAgain() {
        try {
            prepare();
        } catch (RuntimeException e) {
            plan = null;
            problem = unexpected(e);
        }
    }

    private static Refusal unexpected(RuntimeException e) {
        String incident = UUID.randomUUID().toString();
        LOG.error("Incident {}", incident, e);
        return Refusal.of(AppReason.UNEXPECTED, "incident", incident);
    }

    /** Plans the next file that would change something. */
    private void prepare() {
        plan = null;
        while (!files.isEmpty()) {
            Export file = files.getFirst();
            PreparedImport prepared = imports.prepare(file, decisions);
            if (prepared instanceof PreparedImport.Refused refused) {
                problem = refused.refusal();
                files.clear();
                return;
            }
            Ready ready = (Ready) prepared;
            if (!ready.plan().isEmpty()) {
                plan = ready;
                return;
            }
            if (done.stream().noneMatch(one -> one.kind() == file.kind())) {
                done.add(new Done(file.kind(), null, ready.plan().unchanged()));
            }
            leaveFile();
        }
    }

    private void leaveFile() {
        files.pollFirst();
        decisions = Decisions.NONE;
    }

    private Ready needs(String planId) {
        if (plan == null || !plan.plan().id().value().equals(planId)) {
            throw new CodedException(AppReason.IMPORT_CHANGED, Map.of());
        }
        return plan;
    }

    @Override
    public String toString() {
        return "ImportSession[" + owner + "]";
    }
}
