package io.wubu.rulings;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a row of a decision table said in a case.
 *
 * @param subject the number of the case
 * @param step the step in which it was asked
 * @param table the key of the deployed table, with its name and version
 * @param row the matching row; empty if none matched
 * @param sources keys of the register
 * @param day the day of the act or finding, by which the row was chosen
 */
public record Ruling(
        String subject,
        String step,
        String table,
        String tableName,
        int version,
        String row,
        List<Ruled> inputs,
        List<Ruled> result,
        List<String> sources,
        LocalDate day,
        Instant at) {}
