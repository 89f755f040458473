/** 销号: application, acceptance, public notice with its objections, sign-off and record. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "regions",
            "people",
            "lawclock",
            "limits",
            "records",
            "problems",
            "notices",
            "slips"
        })
package io.wubu.closure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
