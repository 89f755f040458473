/** The embedded PostgreSQL that serves one machine when no data source is configured. */
@NullMarked
package io.wubu.database;

import org.jspecify.annotations.NullMarked;
