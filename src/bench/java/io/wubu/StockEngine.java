package io.wubu;

import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The engine as it comes, authorization on, in a database of its own on the server of the tests. */
final class StockEngine {

    private StockEngine() {}

    /** Starts it with these tasks and the regions of our database. */
    static ProcessEngine with(OpenTasks tasks, DataSource ours, String owner, String password) {
        var server = Owner.address(ours);
        var admin = new DriverManagerDataSource(server, owner, password);
        new JdbcTemplate(admin).execute("drop database if exists stock");
        new JdbcTemplate(admin).execute("create database stock");
        var database = pooled(server.replaceFirst("/[^/]*$", "/stock"), owner, password);
        var engine = configured(database).buildProcessEngine();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "one.bpmn",
                        Bpmn.createExecutableProcess("one")
                                .startEvent()
                                .userTask("signIn")
                                .endEvent()
                                .done())
                .deploy();
        copyRegions(ours, database);
        tasks.writeWithGrants(
                database,
                engine.getRepositoryService()
                        .createProcessDefinitionQuery()
                        .singleResult()
                        .getId());
        return engine;
    }

    private static StandaloneProcessEngineConfiguration configured(DataSource database) {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("stock");
        configuration.setDataSource(database);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setAuthorizationEnabled(true);
        configuration.setJobExecutorActivate(false);
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setMetricsEnabled(false);
        return configuration;
    }

    private static DataSource pooled(String url, String owner, String password) {
        var pool = new com.zaxxer.hikari.HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(owner);
        pool.setPassword(password);
        pool.setMaximumPoolSize(2);
        return pool;
    }

    private static void copyRegions(DataSource ours, DataSource theirs) {
        var regions = new JdbcTemplate(ours)
                .query("select code, level, city_code, campaign from wubu.region", (row, no) ->
                        new Object[] {row.getString(1), row.getString(2), row.getString(3), row.getBoolean(4)});
        var stock = new JdbcTemplate(theirs);
        stock.execute("create schema wubu");
        stock.execute("create table wubu.region (code text, level text, city_code text, campaign boolean)");
        stock.batchUpdate("insert into wubu.region values (?, ?, ?, ?)", regions);
    }
}
