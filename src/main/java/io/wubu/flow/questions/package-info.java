/** How much a user may ask the engine at once, and what he is answered if it can't be asked. */
@NullMarked
package io.wubu.flow.questions;

import org.jspecify.annotations.NullMarked;
