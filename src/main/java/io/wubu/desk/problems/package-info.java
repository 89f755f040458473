/** The ledger of problems, findings and imports. */
@NullMarked
package io.wubu.desk.problems;

import org.jspecify.annotations.NullMarked;
