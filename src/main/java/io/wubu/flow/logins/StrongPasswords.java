package io.wubu.flow.logins;

import java.util.List;
import org.camunda.bpm.engine.identity.PasswordPolicy;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyDigitRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLowerCaseRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicySpecialCharacterRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUpperCaseRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;

/** Passwords people choose: twelve characters of four classes, not containing the account (默认值; 等保 8.1.4.1 a). */
public class StrongPasswords implements PasswordPolicy {

    private static final int LENGTH = 12;

    @Override
    public List<PasswordPolicyRule> getRules() {
        return List.of(
                new PasswordPolicyUserDataRuleImpl(),
                new PasswordPolicyLengthRuleImpl(LENGTH),
                new PasswordPolicyLowerCaseRuleImpl(1),
                new PasswordPolicyUpperCaseRuleImpl(1),
                new PasswordPolicyDigitRuleImpl(1),
                new PasswordPolicySpecialCharacterRuleImpl(1));
    }
}
