/** Accounts, claims, the set-up, and who one is. */
@NullMarked
package io.wubu.desk.accounts;

import org.jspecify.annotations.NullMarked;
