/** 演练: a present of its own, which an administrator moves forward; exists in profile {@code drill} only. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package io.wubu.drill;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
