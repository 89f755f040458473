/** Administrative divisions, whom a problem is assigned to, and who is whose superior. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package io.wubu.regions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
