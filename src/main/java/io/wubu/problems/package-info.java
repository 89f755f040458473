/** The problem ledger (台账): one row a problem, the digest of its case record. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "regions", "lawclock", "limits", "records", "campaigns"})
package io.wubu.problems;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
