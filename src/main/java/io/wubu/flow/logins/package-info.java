/** Passwords, sessions and sight of the webapps, as the engine asks for them. */
@NullMarked
package io.wubu.flow.logins;

import org.jspecify.annotations.NullMarked;
