/** Special supervision (专项督察): one open per city, who nominated it, and the problems that joined it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "regions", "records", "campaigns"})
package io.wubu.inspections;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
