/** Decision tables, asked of the deployment. */
@NullMarked
@NamedInterface("rules")
package io.wubu.flow.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
