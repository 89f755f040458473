/** Official letters (督办函): their numbers, versions and problem lists. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package io.wubu.letters;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
