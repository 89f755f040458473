/** Interviews (约谈): one open per region, the problems that joined it, and the requirements it made. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "regions", "records", "campaigns"})
package io.wubu.interviews;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
