/** The audit log. */
@NullMarked
package io.wubu.desk.audit;

import org.jspecify.annotations.NullMarked;
