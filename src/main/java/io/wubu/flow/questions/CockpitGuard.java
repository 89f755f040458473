package io.wubu.flow.questions;

import io.wubu.database.Trouble;
import io.wubu.shared.RuleBroken;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.cockpit.Cockpit;
import org.camunda.bpm.cockpit.db.CommandExecutor;
import org.camunda.bpm.cockpit.impl.DefaultCockpitRuntimeDelegate;
import org.camunda.bpm.cockpit.impl.plugin.CockpitPlugins;
import org.camunda.bpm.cockpit.plugin.PluginRegistry;
import org.camunda.bpm.cockpit.plugin.spi.CockpitPlugin;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * The Cockpit's own queries have an executor of their own, which no interceptor of the engine sees. It is put behind the
 * same limits here, before the first connection is accepted.
 */
@Component
class CockpitGuard implements SmartInitializingSingleton {

    private final Questions questions;

    CockpitGuard(Questions questions) {
        this.questions = questions;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Cockpit.setCockpitRuntimeDelegate(new Guarded(questions));
    }

    /** What the Cockpit's routes get their executor from. */
    private static final class Guarded extends DefaultCockpitRuntimeDelegate {

        private final Questions questions;

        Guarded(Questions questions) {
            this.questions = questions;
        }

        @Override
        public PluginRegistry getPluginRegistry() {
            return new Answered();
        }

        @Override
        protected CommandExecutor createCommandExecutor(String engine) {
            return new Limited(super.createCommandExecutor(engine), questions);
        }
    }

    /** The one plugin there is, answering as the engine's own routes do. */
    private static final class Answered implements PluginRegistry {

        private final CockpitPlugin plugin = new CockpitPlugins() {
            @Override
            public Set<Class<?>> getResourceClasses() {
                var classes = new HashSet<>(super.getResourceClasses());
                classes.add(EngineAnswers.class);
                return classes;
            }
        };

        @Override
        public List<CockpitPlugin> getPlugins() {
            return List.of(plugin);
        }

        @Override
        public @Nullable CockpitPlugin getPlugin(String id) {
            return CockpitPlugins.ID.equals(id) ? plugin : null;
        }
    }

    /** Counts what is asked from outside; what a command asks itself has been counted with it. */
    private record Limited(CommandExecutor executor, Questions questions) implements CommandExecutor {

        @Override
        public <T> T executeCommand(Command<T> command) {
            if (Context.getCommandContext() == null) {
                try {
                    questions.check(command);
                } catch (RuleBroken refusal) { // the Cockpit knows the engine's refusals only
                    throw new BadUserRequestException(refusal.getMessage());
                }
            }
            try {
                return executor.executeCommand(command);
            } catch (RuntimeException failure) {
                if (Trouble.of(failure).isEmpty() && Nonsense.isIn(failure)) {
                    throw new BadUserRequestException(Nonsense.REFUSAL);
                }
                throw failure;
            }
        }
    }
}
