/** What people of the sample do, day by day. */
@NullMarked
package io.wubu.sample.stories;

import org.jspecify.annotations.NullMarked;
