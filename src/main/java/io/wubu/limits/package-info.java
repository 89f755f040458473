/** Running limits: when each began, how long it is, when it stood still and when it runs out. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "lawclock"})
package io.wubu.limits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
