/**
 * The way to PostgreSQL: the embedded server when no data source is configured, connections by kind of work with limits of
 * their own, the pulse that says whether the database answers, and what the application may do in it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "nodes", "disks"})
package io.wubu.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
