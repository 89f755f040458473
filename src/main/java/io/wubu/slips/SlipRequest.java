package io.wubu.slips;

import io.wubu.shared.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, or the system, wants a problem supervised.
 *
 * @param colour the colour wished for by an office that issues by hand; null leaves it to the table
 */
public record SlipRequest(Trigger trigger, @Nullable Colour colour, String facts, String requirement, Actor by) {}
