/** The chain over the rows of the audit log: sealed, verified, healthy or not. */
@NullMarked
@NamedInterface("chain")
package io.wubu.audit.chain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
