/** Three-colour supervision slips (三色督办单) and the clue proposals that follow from them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "secrets",
            "regions",
            "people",
            "lawclock",
            "limits",
            "records",
            "problems",
            "campaigns"
        })
package io.wubu.slips;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
