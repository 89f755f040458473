package io.wubu.rulings;

import org.jspecify.annotations.Nullable;

/**
 * One input or output of a ruling.
 *
 * @param name the table's own name of it
 * @param label as the table labels it, for display
 * @param value as it was evaluated
 * @param word the value as officers read it
 */
public record Ruled(String name, String label, @Nullable Object value, String word) {}
