/** The disks this node writes on: how full they are, what is still done on them, and the spare file that is given back. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package io.wubu.disks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
