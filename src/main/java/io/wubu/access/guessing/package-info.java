/** Wrong passwords: who may still try, how fast, who waits for a hash, and what 安全管理员 is told. */
@NullMarked
@NamedInterface("guessing")
package io.wubu.access.guessing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
