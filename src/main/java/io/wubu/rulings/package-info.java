/** What decision tables ruled in cases: table, version, row, inputs, result and sources; rulings are only ever appended. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package io.wubu.rulings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
