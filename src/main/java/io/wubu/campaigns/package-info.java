/** The campaign, its rounds, teams and drawn points. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "regions", "records"})
package io.wubu.campaigns;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
