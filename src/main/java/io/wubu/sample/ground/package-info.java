/** What the sample stands on: its clock, places, people and ledger. */
@NullMarked
package io.wubu.sample.ground;

import org.jspecify.annotations.NullMarked;
