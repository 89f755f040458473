/** The case record (案卷): entries that are only ever appended; those of clues are sealed. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "secrets"})
package io.wubu.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
