/** Photos: their fingerprints, their time and place, the files outside the database. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package io.wubu.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
