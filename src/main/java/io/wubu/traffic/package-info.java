/**
 * What comes over the wire before anybody is known: clients that send or read slowly keep few threads, and few connections, from
 * the others.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit"})
package io.wubu.traffic;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
