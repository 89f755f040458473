/** Posts: which role an account holds in which region, and avoidance (回避). */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "regions"})
package io.wubu.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
