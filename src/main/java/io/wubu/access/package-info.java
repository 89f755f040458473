/**
 * Sign-in and which routes are open: the webapp's session or HTTP Basic for our own API, a list of allowed routes for the
 * engine's, everything else closed.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit"})
package io.wubu.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
