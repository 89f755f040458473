/** The drill clock. */
@NullMarked
package io.wubu.desk.drill;

import org.jspecify.annotations.NullMarked;
