/** What every request passes before anybody is known: its size, its path, room on the disk, a place in the database. */
@NullMarked
package io.wubu.access.front;

import org.jspecify.annotations.NullMarked;
