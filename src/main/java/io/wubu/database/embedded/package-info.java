/** The embedded PostgreSQL server: made, started, watched and stopped. */
@NullMarked
package io.wubu.database.embedded;

import org.jspecify.annotations.NullMarked;
