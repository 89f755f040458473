package io.wubu;

import io.wubu.accounts.Accounts;
import io.wubu.browser.Look;
import io.wubu.evidence.Evidence;
import io.wubu.flow.directory.Directory;
import io.wubu.flow.papers.Papers;
import io.wubu.people.People;
import io.wubu.people.Person;
import io.wubu.people.Role;
import io.wubu.regions.Regions;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.ObjectProvider;

/** Where officers work: has accounts opened, claims a task as one of them, hands in its paper, uploads photos. */
class Counter {

    static final String PASSWORD = "geheim-1234";

    private final ProcessEngine engine;
    private final Papers papers;
    private final People people;
    private final Directory directory;
    private final Regions regions;
    private final Accounts accounts;
    private final Evidence evidence;
    private final ObjectProvider<Look> look;

    Counter(
            ProcessEngine engine,
            Papers papers,
            People people,
            Directory directory,
            Regions regions,
            Accounts accounts,
            Evidence evidence,
            ObjectProvider<Look> look) {
        this.engine = engine;
        this.papers = papers;
        this.people = people;
        this.directory = directory;
        this.regions = regions;
        this.accounts = accounts;
        this.evidence = evidence;
        this.look = look;
    }

    /** The account of a role in a region, opened if need be. */
    String account(Role role, String region) {
        var id = role.name().toLowerCase(Locale.ROOT).replace('_', '-')
                + (region.equals(WubuTest.MINISTRY) ? "" : "." + region);
        if (people.find(id).isEmpty()) {
            var post = role.titleIn(regions.get(region).name());
            var person = new Person(id, post, role, region, null);
            people.add(person);
            directory.open(person, PASSWORD);
            accounts.waive(id);
        }
        return id;
    }

    /** Claims the task as that account and hands in its paper. */
    void handIn(String account, String taskId, Map<String, Object> fields) {
        as(account, () -> {
            engine.getTaskService().claim(taskId, account);
            look.ifAvailable(eye -> eye.at(account, step(taskId), taskId, fields));
            papers.handIn(taskId, account, fields);
        });
    }

    /** Runs something as the signed-in account, with its groups and region. */
    void as(String account, Runnable work) {
        var identity = engine.getIdentityService();
        var groups = identity.createGroupQuery().groupMember(account).list().stream()
                .map(group -> group.getId())
                .toList();
        var tenants = identity.createTenantQuery().userMember(account).list().stream()
                .map(tenant -> tenant.getId())
                .toList();
        identity.setAuthentication(account, groups, tenants);
        try {
            work.run();
        } finally {
            identity.clearAuthentication();
        }
    }

    /** Uploads small pictures as that account; their ids as a form sends them. */
    List<String> photos(String account, int count) {
        var ids = new ArrayList<String>();
        for (var i = 0; i < count; i++) {
            ids.add(evidence.store("照片" + i + ".png", picture(i), account).id().toString());
        }
        return ids;
    }

    private String step(String taskId) {
        return engine.getTaskService()
                .createTaskQuery()
                .taskId(taskId)
                .singleResult()
                .getTaskDefinitionKey();
    }

    private static byte[] picture(int seed) {
        var image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        image.setRGB(seed % 40, 5, 0xff0000 + UUID.randomUUID().hashCode() % 0xffff);
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
