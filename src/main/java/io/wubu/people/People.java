package io.wubu.people;

import io.wubu.shared.RuleBroken;
import io.wubu.shared.Unknown;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The posts and who holds them. An account may hold several; it acts under one of them at a time (rule book 4.3, no. 5), and
 * that one is meant wherever an account's post is asked for.
 */
@Component
public class People {

    private static final String COLUMNS = "user_id, display_name, role, region_code, home_region";

    private final JdbcClient jdbc;
    private final Apart apart;

    People(JdbcClient jdbc, Apart apart) {
        this.jdbc = jdbc;
        this.apart = apart;
    }

    /** The post an account acts under; {@link Unknown} if it holds none. */
    public Person get(String userId) {
        return find(userId).orElseThrow(() -> new Unknown("账号 " + userId + " 没有岗位"));
    }

    /** The post an account acts under, if it holds any. */
    public Optional<Person> find(String userId) {
        return jdbc.sql("select " + COLUMNS + " from wubu.person where user_id = :id and acting")
                .param("id", userId)
                .query(Person.class)
                .optional();
    }

    /** All posts of an account, the one it acts under first. */
    public List<Person> postsOf(String userId) {
        return jdbc.sql("select " + COLUMNS
                        + " from wubu.person where user_id = :id order by acting desc, display_name, role, region_code")
                .param("id", userId)
                .query(Person.class)
                .list();
    }

    /** The accounts that hold a post of that role, wherever. */
    public List<String> holding(Role role) {
        return jdbc.sql("select distinct user_id from wubu.person where role = :role")
                .param("role", role.name())
                .query(String.class)
                .list();
    }

    /** Every account with the post it acts under. */
    public List<Person> all() {
        return jdbc.sql("select " + COLUMNS + " from wubu.person where acting order by user_id")
                .query(Person.class)
                .list();
    }

    /**
     * Registers a post; the account itself lives in the engine's directory. An account acts under the first of its posts until
     * it chooses another.
     */
    public void add(Person person) {
        requireApart(person);
        apart.require(postsOf(person.userId()), person);
        jdbc.sql(
                        """
                        insert into wubu.person (user_id, display_name, role, region_code, home_region, acting)
                        values (:userId, :displayName, :role, :regionCode, :homeRegion,
                            not exists (select from wubu.person where user_id = :userId))
                        """)
                .param("userId", person.userId())
                .param("displayName", person.displayName())
                .param("role", person.role().name())
                .param("regionCode", person.regionCode())
                .param("homeRegion", person.homeRegion())
                .update();
    }

    /** An account whose posts clash, with the reason in words. */
    public record Clash(String account, String words) {}

    /** The accounts that hold what they would not be given today: told, so that somebody takes a post away. */
    public List<Clash> clashes() {
        var several = jdbc.sql(
                        """
                        select user_id from wubu.person group by user_id
                        having count(*) > 1 or count(home_region) > 0 order by user_id
                        """)
                .query(String.class)
                .list();
        return several.stream().flatMap(account -> clash(account).stream()).toList();
    }

    private Optional<Clash> clash(String account) {
        var posts = postsOf(account);
        return posts.stream()
                .flatMap(post -> apart
                        .clash(posts.stream().filter(other -> other != post).toList(), post)
                        .stream())
                .findFirst()
                .map(words -> new Clash(account, words));
    }

    /** Whether an account holds a post that decides. */
    public boolean decides(String userId) {
        return postsOf(userId).stream().anyMatch(post -> post.role().decides());
    }

    /** Whether nobody holds any post yet. */
    public boolean none() {
        return jdbc.sql("select not exists (select from wubu.person)")
                .query(Boolean.class)
                .single();
    }

    /** Takes a post from an account; it then acts under another it holds, if there is one. */
    @Transactional
    public void remove(Person post) {
        jdbc.sql("delete from wubu.person where user_id = :id and role = :role and region_code = :region")
                .param("id", post.userId())
                .param("role", post.role().name())
                .param("region", post.regionCode())
                .update();
        jdbc.sql(
                        """
                        update wubu.person set acting = true where ctid = (select ctid from wubu.person p
                            where p.user_id = :id and not exists
                                (select from wubu.person a where a.user_id = :id and a.acting)
                            order by display_name, role, region_code limit 1)
                        """)
                .param("id", post.userId())
                .update();
    }

    /** 三员分立: an administrator holds no other post, and who holds one becomes no administrator. */
    private void requireApart(Person wanted) {
        var clash = postsOf(wanted.userId()).stream()
                .filter(held -> held.role().isAdministrator() || wanted.role().isAdministrator())
                .findFirst();
        if (clash.isPresent()) {
            throw new RuleBroken(
                    "role",
                    "apart",
                    "“岗位”：三员（系统、安全、审计管理员）不得兼任其他岗位；该账号已任" + clash.get().role().chinese());
        }
    }

    /** Lets an account act under another of its posts; {@link Unknown} if it doesn't hold that post. */
    @Transactional
    public Person act(String userId, Role role, String regionCode) {
        jdbc.sql("update wubu.person set acting = false where user_id = :id and acting")
                .param("id", userId)
                .update();
        var chosen = jdbc.sql(
                        """
                        update wubu.person set acting = true
                        where user_id = :id and role = :role and region_code = :region
                        """)
                .param("id", userId)
                .param("role", role.name())
                .param("region", regionCode)
                .update();
        if (chosen != 1) {
            throw new Unknown("账号 " + userId + " 不担任这个岗位");
        }
        return get(userId);
    }
}
