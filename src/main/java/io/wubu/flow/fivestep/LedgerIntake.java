package io.wubu.flow.fivestep;

import io.wubu.audit.AuditKind;
import io.wubu.audit.AuditLog;
import io.wubu.campaigns.Campaigns;
import io.wubu.campaigns.Round;
import io.wubu.flow.rules.Severities;
import io.wubu.imports.Imports;
import io.wubu.imports.LedgerCheck;
import io.wubu.imports.LedgerRow;
import io.wubu.people.Person;
import io.wubu.problems.Finding;
import io.wubu.problems.Move;
import io.wubu.problems.Problems;
import io.wubu.problems.State;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 台账导入: the good rows of a ledger become assigned problems, all in one transaction. */
@Component
public class LedgerIntake {

    private final Imports imports;
    private final Problems problems;
    private final Campaigns campaigns;
    private final Severities severities;
    private final Starts starts;
    private final AuditLog audit;

    LedgerIntake(
            Imports imports,
            Problems problems,
            Campaigns campaigns,
            Severities severities,
            Starts starts,
            AuditLog audit) {
        this.audit = audit;
        this.imports = imports;
        this.problems = problems;
        this.campaigns = campaigns;
        this.severities = severities;
        this.starts = starts;
    }

    /**
     * How to take a ledger.
     *
     * @param dryRun check only
     * @param partial take the good rows although others are wrong
     * @param assignedAt when the limits begin to run; null is now
     */
    public record Terms(boolean dryRun, boolean partial, @Nullable Instant assignedAt) {}

    /**
     * What became of a ledger.
     *
     * @param refused nothing was (or, on a dry run, would be) imported
     * @param accepted rows that are (or would be) imported
     */
    public record Outcome(boolean refused, int accepted, List<String> problems, LedgerCheck check) {}

    /** Takes a ledger; {@link io.wubu.shared.Stale} if the same file has been imported before. */
    @Transactional
    public Outcome take(Path file, String fileName, Terms terms, Person by) {
        var check = imports.check(file, fileName, by.regionCode());
        imports.requireNew(check);
        var refused = check.good() == 0 || !check.refusals().isEmpty() && !terms.partial();
        if (refused) {
            return new Outcome(true, 0, List.of(), check);
        }
        var numbers = terms.dryRun() ? List.<String>of() : registered(file, fileName, terms, by, check);
        if (!terms.dryRun()) {
            audit.done(AuditKind.IMPORT, "台账 " + fileName + "，" + numbers.size() + " 行");
        }
        return new Outcome(false, check.good(), numbers, check);
    }

    private List<String> registered(Path file, String fileName, Terms terms, Person by, LedgerCheck check) {
        var id = imports.open(check, fileName, by.userId(), terms.partial());
        var rounds = new HashMap<LocalDate, Optional<Round>>();
        var numbers = new ArrayList<String>();
        imports.eachGood(file, fileName, by.regionCode(), row -> {
            var round =
                    rounds.computeIfAbsent(row.foundOn(), campaigns::roundOn).map(Round::code);
            numbers.add(register(row, round.orElse(null), id, terms.assignedAt(), by));
        });
        return numbers;
    }

    private String register(
            LedgerRow row, @Nullable String round, String importId, @Nullable Instant assignedAt, Person by) {
        var number = problems.register(finding(row, round, importId), by.actor(), List.of());
        imports.line(importId, row, number);
        severities.propose(number);
        severities.assign(
                number,
                Move.of("ledgerImported", "交办（台账导入）", by.actor(), List.of(State.DRAFT), State.ASSIGNED)
                        .with(Map.of("导入批次", importId, "行号", row.row()), List.of()),
                assignedAt);
        problems.duplicateOf(number).ifPresent(other -> problems.flag(number, "DUPLICATE"));
        starts.beginImported(number, row.regionCode());
        return number;
    }

    private static Finding finding(LedgerRow row, @Nullable String round, String importId) {
        return new Finding(
                "LEDGER",
                row.regionCode(),
                round,
                row.place(),
                row.siteName(),
                row.uscc(),
                row.lon(),
                row.lat(),
                row.problemType(),
                row.description(),
                row.foundOn(),
                row.team(),
                row.handling(),
                importId);
    }
}
