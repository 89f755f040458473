/** Rounds of supervision and their points. */
@NullMarked
package io.wubu.desk.rounds;

import org.jspecify.annotations.NullMarked;
