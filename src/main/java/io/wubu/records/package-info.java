/** The case record (案卷): entries that are only ever appended. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package io.wubu.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
