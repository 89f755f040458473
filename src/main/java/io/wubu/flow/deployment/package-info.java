/** The engine as it is set up at a start: models deployed, duties and reminders hung on them. */
@NullMarked
package io.wubu.flow.deployment;

import org.jspecify.annotations.NullMarked;
