/** Seals what must not stand in the database in clear: secrets of second factors, columns of other rooms. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package io.wubu.secrets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
