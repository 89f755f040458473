/** Where a case belongs: tenants are regions, cases move and are called with theirs, posts have names there. */
@NullMarked
@NamedInterface("places")
package io.wubu.flow.places;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
