package io.wubu.people;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells at every start which accounts hold posts that clash, from before such posts were kept apart. */
@Component
class ClashReport {

    private static final Logger LOG = LoggerFactory.getLogger(ClashReport.class);

    private final People people;

    ClashReport(People people) {
        this.people = people;
    }

    @EventListener(ApplicationStartedEvent.class)
    void tell() {
        people.clashes()
                .forEach(clash ->
                        LOG.warn("账号 {} 的岗位不应兼任，请安全管理员免去其一：{} (posts that clash)", clash.account(), clash.words()));
    }
}
