/** The escalation ladder of a case, read from what was told, from waiting timers, models and tables. */
@NullMarked
@NamedInterface("ladder")
package io.wubu.flow.ladder;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
