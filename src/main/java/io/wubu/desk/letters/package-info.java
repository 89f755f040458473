/** Letters and slips. */
@NullMarked
package io.wubu.desk.letters;

import org.jspecify.annotations.NullMarked;
