package io.wubu.slips;

import io.wubu.lawclock.Limit;
import org.jspecify.annotations.Nullable;

/**
 * What the colour table answered.
 *
 * @param colour null: no new slip
 * @param letter sent in the form of a special letter (专函督办)
 * @param copyTo who gets a copy, in words
 * @param copyRoles the same as role names, separated by commas
 * @param score points deducted, 0 or less
 * @param clue whether a clue is proposed when the slip is issued, or because no colour is left
 */
public record Ruling(
        @Nullable Colour colour,
        boolean letter,
        Limit limit,
        String copyTo,
        String copyRoles,
        int score,
        boolean approval,
        boolean clue) {}
