package io.wubu.flow.guard;

import io.wubu.access.guessing.HashQueue;
import io.wubu.audit.AuditLog;
import io.wubu.flow.logins.Passwords;
import io.wubu.flow.logins.SlowHash;
import io.wubu.flow.logins.StrongPasswords;
import io.wubu.flow.questions.EngineAnswers;
import io.wubu.flow.questions.PlainJson;
import io.wubu.flow.questions.QueryLimits;
import io.wubu.flow.questions.Questions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantCommandChecker;
import org.camunda.bpm.engine.rest.exception.ProcessEngineExceptionHandler;
import org.camunda.bpm.engine.rest.exception.RestExceptionHandler;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.engine.rest.mapper.JacksonConfigurator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Puts the guards into the engine; each line closes one hole of the stock engine. */
@Component
@EnableConfigurationProperties({QueryLimits.class, RepeatLimits.class})
class GuardPlugin extends AbstractProcessEnginePlugin {

    private final ListableBeanFactory beans;
    private final AuditLog audit;
    private final Questions questions;
    private final RepeatLimits repeats;
    private final HashQueue hashes;

    GuardPlugin(
            ListableBeanFactory beans, AuditLog audit, Questions questions, RepeatLimits repeats, HashQueue hashes) {
        this.beans = beans;
        this.audit = audit;
        this.questions = questions;
        this.repeats = repeats;
        this.hashes = hashes;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomPreCommandInterceptorsTxRequired(added(
                engine.getCustomPreCommandInterceptorsTxRequired(),
                new EngineGuard(engine, beans.getBeanProvider(Passwords.class), audit, questions, repeats)));
        engine.setCommandCheckers(List.of(new TenantCommandChecker(), new RoleChecker()));
        engine.setResourceAuthorizationProvider(new NoTaskGrants());
        var names = new ModelBeans(beans);
        engine.setBeans(names);
        engine.setExpressionManager(new ModelExpressions(names));
        engine.setCustomSessionFactories(added(engine.getCustomSessionFactories(), ManagersReports.FACTORY));
        engine.setPasswordEncryptor(new SlowHash(hashes));
        engine.setEnablePasswordPolicy(true);
        engine.setPasswordPolicy(new StrongPasswords());
        // the engine would lock or slow an account for everybody; access.SignInLocks does it by source
        engine.setLoginMaxAttempts(Integer.MAX_VALUE);
        engine.setLoginDelayBase(0);
        engine.setWebappsAuthenticationLoggingEnabled(true);
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        // no group is above regions and grants; without this, members of camunda-admin would be
        engine.getAdminGroups().clear();
        engine.getAdminUsers().clear();
        answer(CamundaRestResources.getConfigurationClasses()); // before the routes are built
    }

    /** Our own answers and JSON, in place of the engine's. */
    private static void answer(Set<Class<?>> classes) {
        classes.removeAll(
                Set.of(ProcessEngineExceptionHandler.class, RestExceptionHandler.class, JacksonConfigurator.class));
        classes.addAll(Set.of(EngineAnswers.class, PlainJson.class));
    }

    private static <T> List<T> added(@Nullable List<T> present, T one) {
        var all = present == null ? new ArrayList<T>() : new ArrayList<>(present);
        all.add(one);
        return all;
    }
}
