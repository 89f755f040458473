/** Messages to posts: reminders, overdue marks, escalations. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package io.wubu.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
