/** One node among others: whether its clock agrees with the database they share. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package io.wubu.nodes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
