/** Identifiers, the clock and the errors every room speaks; nothing with state. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package io.wubu.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
