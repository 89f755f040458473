/** The only room that knows the engine: one package per process. */
@NullMarked
package io.wubu.flow;

import org.jspecify.annotations.NullMarked;
