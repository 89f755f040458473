/** The state of accounts: disabled or not, former passwords, second factors, claims, the token that sets an empty system up. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "secrets", "nodes"})
package io.wubu.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
