/** Sessions in PostgreSQL, their cookies and the token against forged requests. */
@NullMarked
@NamedInterface("sessions")
package io.wubu.access.sessions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
