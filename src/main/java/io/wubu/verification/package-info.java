/** Checks of rectified problems: by the county, on the spot, by the city, and the look-back after closing. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "records", "problems", "lawclock", "limits"})
package io.wubu.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
