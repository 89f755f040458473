/** Ledgers from outside (台账导入): reads and checks files, remembers which file came in and what became of its lines. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "regions", "lawclock", "problems"})
package io.wubu.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
