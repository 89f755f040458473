/** Files somebody sends: rows out of sheets, and none that does harm. */
@NullMarked
@NamedInterface("files")
package io.wubu.imports.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
