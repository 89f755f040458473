/** A case: who may see it, its record, photos and objections. */
@NullMarked
package io.wubu.desk.cases;

import org.jspecify.annotations.NullMarked;
