/** The audit log (审计): who did, read or was refused what; chained, sealed, read by the auditor alone. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "database"})
package io.wubu.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
