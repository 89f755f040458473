/** The Tasklist's standing filters: four rows for everybody, completed with reader and day when they are read. */
@NullMarked
package io.wubu.flow.filters;

import org.jspecify.annotations.NullMarked;
