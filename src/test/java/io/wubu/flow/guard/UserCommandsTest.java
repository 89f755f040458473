package io.wubu.flow.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cmd.AssignTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.PatchTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SetExecutionVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What users may call of the engine (T42, T44), whichever interface they come through. */
class UserCommandsTest {

    private static final Map<String, Object> FORGED = Map.of("penaltyApproved", true);

    /** Reading only, by name; listed so that a command which merely sounds like reading is looked at once. */
    private static final Pattern READING =
            Pattern.compile("Get\\w+|Execute\\w*Filter\\w*|\\w*Query\\w*|Cleanable\\w+Report\\w*");

    private static final Set<String> LISTED = Set.of(
            "AuthorizationCheckCmd",
            "FindActiveActivityIdsCmd",
            "IsIdentityServiceReadOnlyCmd",
            "CheckPassword",
            "CreateUserCmd",
            "SaveUserCmd",
            "SetJobRetriesCmd");

    @Test
    void ofAllTheEnginesCommandsOnlyReadingAndTheListedOnesAreOpen() throws Exception {
        var commands = commands();
        assertThat(commands).hasSizeGreaterThan(300);
        assertThat(commands).filteredOn(UserCommands::mayCall).allSatisfy(type -> assertThat(
                        LISTED.contains(type.getSimpleName())
                                || READING.matcher(type.getSimpleName()).matches())
                .as(type.getName())
                .isTrue());
    }

    @Test
    void variablesErrorsAndEscalationsAreRefused() {
        List.<Command<?>>of(
                        new CompleteTaskCmd("t", FORGED),
                        new CompleteTaskCmd("t", Map.of()),
                        new SubmitTaskFormCmd("t", FORGED, false, false),
                        new ResolveTaskCmd("t", FORGED),
                        new SetTaskVariablesCmd("t", FORGED, false),
                        new SetTaskVariablesCmd("t", FORGED, true),
                        new SetExecutionVariablesCmd("e", FORGED, false),
                        new PatchTaskVariablesCmd("t", FORGED, List.of("x"), false),
                        new HandleTaskBpmnErrorCmd("t", "X", "m", FORGED),
                        new HandleTaskEscalationCmd("t", "X", FORGED))
                .forEach(command -> assertThatThrownBy(() -> UserCommands.check(command, "u"))
                        .as(command.getClass().getSimpleName())
                        .isInstanceOf(AuthorizationException.class));
    }

    @Test
    void aTaskIsClaimedInOnesOwnNameOnlyAndGivenBackToNobodyElse() {
        UserCommands.check(new ClaimTaskCmd("t", "u"), "u");
        UserCommands.check(new AssignTaskCmd("t", null), "u");
        assertThatThrownBy(() -> UserCommands.check(new ClaimTaskCmd("t", "other"), "u"))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> UserCommands.check(new AssignTaskCmd("t", "other"), "u"))
                .isInstanceOf(AuthorizationException.class);
    }

    private static List<Class<?>> commands() throws IOException, ClassNotFoundException {
        var found = new ArrayList<Class<?>>();
        var root = "org/camunda/bpm/engine/";
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:" + root + "**/*.class")) {
            var address = file.getURL().toString();
            var name = address.substring(address.lastIndexOf(root), address.length() - 6)
                    .replace('/', '.');
            if (!name.contains(".test.") && !name.contains("$") && !name.contains(".spring.")) {
                add(found, name);
            }
        }
        return found;
    }

    private static void add(List<Class<?>> found, String name) throws ClassNotFoundException {
        try {
            var type = Class.forName(name, false, UserCommandsTest.class.getClassLoader());
            if (Command.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
                found.add(type);
            }
        } catch (NoClassDefFoundError optional) {
            // belongs to a library that is not here
        }
    }
}
