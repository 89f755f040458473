package io.wubu.flow.drill;

import io.wubu.drill.OnDrill;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutorContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Runs one job as the job executor would, in its region, with its retries and incidents, but in this thread. */
@OnDrill
@Component
class JobRun {

    private static final Logger LOG = LoggerFactory.getLogger(JobRun.class);

    private final ProcessEngineConfigurationImpl configuration;
    private final ManagementService management;

    JobRun(@Lazy SpringProcessEngineConfiguration configuration, ManagementService management) {
        this.configuration = configuration;
        this.management = management;
    }

    /** Whether it went well; a failed job keeps its retries and gets an incident with the last of them. */
    boolean run(Job job) {
        var failures = new JobFailureCollector(job.getId());
        Context.setJobExecutorContext(new JobExecutorContext());
        try {
            ExecuteJobHelper.executeJob(
                    job.getId(),
                    configuration.getCommandExecutorTxRequired(),
                    failures,
                    new ExecuteJobsCmd(job.getId(), failures),
                    configuration);
            return true;
        } catch (RuntimeException e) {
            LOG.warn("job {} failed in the drill", job.getId(), e);
            return false;
        } finally {
            Context.removeJobExecutorContext();
            configuration.getIdentityService().clearAuthentication();
        }
    }

    /** How often a failed job will be tried again. */
    int retries(Job job) {
        var now = management.createJobQuery().jobId(job.getId()).singleResult();
        return now == null ? 0 : now.getRetries();
    }
}
