/**
 * Sign-in and which routes are open: one way in for pages, webapps and HTTP Basic, sessions in PostgreSQL, lists of allowed
 * routes, everything else closed. What happens at the doors is told by events.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit", "accounts", "secrets", "database", "disks", "traffic"})
package io.wubu.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
