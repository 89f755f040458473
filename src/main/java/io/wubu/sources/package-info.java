/** The register of sources (依据): which document, article and days a rule rests on, or that it is a default of ours. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package io.wubu.sources;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
