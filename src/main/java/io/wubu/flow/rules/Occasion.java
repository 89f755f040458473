package io.wubu.flow.rules;

/**
 * The act a ruling decides.
 *
 * @param subject the number of the case
 * @param step the step of the act
 */
public record Occasion(String subject, String step) {}
