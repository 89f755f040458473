package io.wubu.letters;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of a letter's problem list, and what the city answered to it.
 *
 * @param handling 查处情况
 * @param plan 整改方案
 * @param progress 落实情况
 */
public record LetterLine(
        String problemNumber,
        int seq,
        String county,
        String site,
        String problemType,
        String description,
        @Nullable LocalDate dueOn,
        @Nullable String handling,
        @Nullable String plan,
        @Nullable String progress) {}
