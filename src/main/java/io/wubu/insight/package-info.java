/** The read wing: what is read across rooms, from views of its own, as far as the reader may see (docs/adr/0018). */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package io.wubu.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
