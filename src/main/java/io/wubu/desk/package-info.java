/** HTTP in: REST for forms, plugins and other systems, and the read models behind them. */
@NullMarked
package io.wubu.desk;

import org.jspecify.annotations.NullMarked;
