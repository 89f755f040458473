/** Accounts, posts and grants as the engine knows them. */
@NullMarked
@NamedInterface("directory")
package io.wubu.flow.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
