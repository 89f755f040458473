/** Working days and deadlines: what "7 working days" means on the calendar of the State Council. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package io.wubu.lawclock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
