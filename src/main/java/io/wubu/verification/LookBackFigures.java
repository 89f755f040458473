package io.wubu.verification;

import org.jspecify.annotations.Nullable;

/**
 * What the look-back table asks of a closed problem.
 *
 * @param falseClaim a false claim of rectification is on its record
 * @param listed it is publicly listed (挂牌督办)
 * @param interviewed its government was interviewed about it
 */
public record LookBackFigures(@Nullable String severity, boolean falseClaim, boolean listed, boolean interviewed) {}
