package io.wubu.flow.dates;

import io.wubu.lawclock.Limit;

/** How long a step takes, and what says so: document and article, or 默认值. */
record StepLimit(Limit limit, String source) {}
