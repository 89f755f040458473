/** The closed engine: what users may not do, whichever way they reach it (docs/adr/0003-closed-engine.md). */
@NullMarked
package io.wubu.flow.guard;

import org.jspecify.annotations.NullMarked;
