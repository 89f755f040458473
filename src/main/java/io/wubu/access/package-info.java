/** Sign-in, region scope and which routes are open. */
@NullMarked
package io.wubu.access;

import org.jspecify.annotations.NullMarked;
