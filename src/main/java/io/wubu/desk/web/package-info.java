/** What all pages share: bounds, times, lamps, cells, and the words of a refusal. */
@NullMarked
package io.wubu.desk.web;

import org.jspecify.annotations.NullMarked;
