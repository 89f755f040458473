/** The ways in: pages, webapps, HTTP Basic and an identity provider, all through one door. */
@NullMarked
@NamedInterface("doors")
package io.wubu.access.doors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
