/** Duties to publish: who has to publish what, where and by when, and whether it was in time. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package io.wubu.disclosure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
