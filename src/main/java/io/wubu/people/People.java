package io.wubu.people;

import io.wubu.shared.Unknown;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The posts and who holds them. */
@Component
public class People {

    private static final String COLUMNS = "user_id, display_name, role, region_code, home_region";

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The person of an account; {@link Unknown} if the account holds no post. */
    public Person get(String userId) {
        return find(userId).orElseThrow(() -> new Unknown("账号 " + userId + " 没有岗位"));
    }

    /** The person of an account, if it holds a post. */
    public Optional<Person> find(String userId) {
        return jdbc.sql("select " + COLUMNS + " from wubu.person where user_id = :id")
                .param("id", userId)
                .query(Person.class)
                .optional();
    }

    /** Everybody, by account. */
    public List<Person> all() {
        return jdbc.sql("select " + COLUMNS + " from wubu.person order by user_id")
                .query(Person.class)
                .list();
    }

    /** Registers a post; the account itself lives in the engine's directory. */
    public void add(Person person) {
        jdbc.sql(
                        """
                        insert into wubu.person (user_id, display_name, role, region_code, home_region)
                        values (:userId, :displayName, :role, :regionCode, :homeRegion)
                        """)
                .param("userId", person.userId())
                .param("displayName", person.displayName())
                .param("role", person.role().name())
                .param("regionCode", person.regionCode())
                .param("homeRegion", person.homeRegion())
                .update();
    }
}
