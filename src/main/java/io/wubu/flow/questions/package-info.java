/** How much a user may ask the engine at once. */
@NullMarked
package io.wubu.flow.questions;

import org.jspecify.annotations.NullMarked;
