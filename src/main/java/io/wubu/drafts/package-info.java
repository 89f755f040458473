/** Papers that are being filled in, as they are kept until they are handed in. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package io.wubu.drafts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
