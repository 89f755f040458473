/** Delegates and papers of bpmn/team-check.bpmn. */
@NullMarked
package io.wubu.flow.teamcheck;

import org.jspecify.annotations.NullMarked;
