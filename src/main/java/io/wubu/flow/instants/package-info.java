/** The engine's dates as instants: the migration that made them so, and the proof at every start that they are. */
@NullMarked
package io.wubu.flow.instants;

import org.jspecify.annotations.NullMarked;
