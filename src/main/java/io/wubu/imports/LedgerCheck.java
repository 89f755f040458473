package io.wubu.imports;

import io.wubu.imports.files.Refusal;
import java.util.BitSet;
import java.util.List;

/**
 * What the check of a whole file found.
 *
 * @param fingerprint SHA-256 of the file
 * @param usable the file could be read to its end and has the required columns; otherwise not even its good rows count
 * @param rows data rows, blank ones not counted
 * @param refusals the errors of the rows; of very many the first, and a word that there are more
 * @param ignored headings that are not read
 * @param refused the lines with errors
 */
public record LedgerCheck(
        String fingerprint, boolean usable, int rows, List<Refusal> refusals, List<String> ignored, BitSet refused) {

    /** How many rows have no error. */
    public int good() {
        return usable ? rows - refused.cardinality() : 0;
    }
}
