/** The sample: a campaign that runs now, on an empty embedded database, worked on through the same services people use. */
@NullMarked
package io.wubu.sample;

import org.jspecify.annotations.NullMarked;
