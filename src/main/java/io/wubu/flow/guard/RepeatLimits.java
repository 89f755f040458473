package io.wubu.flow.guard;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How a failed automatic step may be set going again.
 *
 * @param most times it may be told to try
 */
@ConfigurationProperties("wubu.repeats")
record RepeatLimits(int most) {}
