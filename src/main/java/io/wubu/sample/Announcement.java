package io.wubu.sample;

import io.wubu.sample.ground.OnEmbedded;
import io.wubu.sample.ground.SampleSteps;
import java.security.SecureRandom;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Chooses the password of the sample accounts and tells it once, on the console and not in the log. */
@Component
@OnEmbedded
class Announcement {

    /** Signs that can't be taken for one another. */
    private static final String SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

    private static final int LENGTH = 16;
    private static final String LINE = "=".repeat(78);

    private final String given;
    private final ApplicationContext context;
    private final SampleSteps steps;

    Announcement(@Value("${wubu.sample.password:}") String given, ApplicationContext context, SampleSteps steps) {
        this.given = given;
        this.context = context;
        this.steps = steps;
    }

    String password() {
        if (!given.isBlank()) {
            return given;
        }
        var random = new SecureRandom();
        var password = new StringBuilder();
        while (password.length() < LENGTH) {
            password.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return password.toString();
    }

    void first(String password) {
        print(
                "示例数据已装载（2017—2018 秋冬季攻坚行动，日期整周平移到现在；只监听本机）",
                "待办  " + address(),
                "账号  city-eco-office.130400  county-gov.130403  ministry-supervision-office  …见 README",
                given.isBlank() ? "口令  " + password + "   （所有示例账号相同，只显示这一次）" : "口令  由 wubu.sample.password 指定");
    }

    /** At a later start nobody knows the password any more; only its hash is kept. */
    void again() {
        if (steps.any()) {
            print("示例数据只监听本机", "待办  " + address(), "口令  首次启动时已显示；删除数据目录可重新装载");
        }
    }

    private String address() {
        var server = context instanceof WebServerApplicationContext web ? web.getWebServer() : null;
        var port = server == null ? 8080 : server.getPort();
        return "http://localhost:" + port + "/camunda/app/tasklist/";
    }

    @SuppressWarnings("SystemOut")
    private static void print(String... lines) {
        System.out.println(LINE);
        for (var line : lines) {
            System.out.println("  " + line);
        }
        System.out.println(LINE);
        System.out.flush();
    }
}
