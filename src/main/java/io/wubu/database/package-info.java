/** The embedded PostgreSQL that serves one machine when no data source is configured, and what its application may do in it. */
@NullMarked
package io.wubu.database;

import org.jspecify.annotations.NullMarked;
