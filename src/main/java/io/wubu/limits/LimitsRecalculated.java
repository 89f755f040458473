package io.wubu.limits;

import java.util.List;

/**
 * A changed calendar has given these limits other dates. Told once after the {@link LimitMoved} of each, to those who can
 * follow many limits faster than one by one.
 */
public record LimitsRecalculated(List<LimitMoved> moves) {}
