/** The paper of bpmn/clue-proposal.bpmn: clues that supervision has brought up. */
@NullMarked
package io.wubu.flow.clueproposal;

import org.jspecify.annotations.NullMarked;
