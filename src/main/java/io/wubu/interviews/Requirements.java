package io.wubu.interviews;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The requirements of interviews. Those followed up now have a slot, 0, 1, 2 …, the others none. */
@Component
@Transactional
public class Requirements {

    private final JdbcClient jdbc;

    Requirements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes down what the interview demands; all of it is to be followed up. */
    public void make(String interview, List<Requirement> requirements) {
        for (var requirement : requirements) {
            jdbc.sql(
                            """
                            insert into wubu.interview_requirement
                                (interview_number, no, text, due_on, problem_number, slot)
                            values (:interview, :no, :text, :due, :problem, :no - 1)
                            """)
                    .param("interview", interview)
                    .param("no", requirement.no())
                    .param("text", requirement.text())
                    .param("due", requirement.dueOn())
                    .param("problem", requirement.problem())
                    .update();
        }
    }

    /** All requirements of an interview, by number. */
    @Transactional(readOnly = true)
    public List<Requirement> of(String interview) {
        return jdbc.sql("select * from wubu.interview_requirement where interview_number = :interview order by no")
                .param("interview", interview)
                .query(Requirements::requirement)
                .list();
    }

    /** How many requirements are followed up now. */
    @Transactional(readOnly = true)
    public int followed(String interview) {
        return jdbc.sql("select count(slot) from wubu.interview_requirement where interview_number = :interview")
                .param("interview", interview)
                .query(Integer.class)
                .single();
    }

    /** The requirement followed up in a slot. */
    @Transactional(readOnly = true)
    public Requirement at(String interview, int slot) {
        return jdbc.sql(
                        """
                        select * from wubu.interview_requirement
                        where interview_number = :interview and slot = :slot
                        """)
                .param("interview", interview)
                .param("slot", slot)
                .query(Requirements::requirement)
                .single();
    }

    /** What the follow-up of a slot found. */
    public void settle(String interview, int slot, boolean fulfilled) {
        jdbc.sql(
                        """
                        update wubu.interview_requirement set fulfilled = :fulfilled
                        where interview_number = :interview and slot = :slot
                        """)
                .param("fulfilled", fulfilled)
                .param("interview", interview)
                .param("slot", slot)
                .update();
    }

    /** Gives the unfulfilled requirements new dates, by number, and only these a slot again. */
    public void extend(String interview, Map<Integer, LocalDate> dates) {
        jdbc.sql("update wubu.interview_requirement set slot = null where interview_number = :interview")
                .param("interview", interview)
                .update();
        var slot = 0;
        for (var date : dates.entrySet()) {
            jdbc.sql(
                            """
                            update wubu.interview_requirement set due_on = :due, slot = :slot
                            where interview_number = :interview and no = :no and not fulfilled
                            """)
                    .param("due", date.getValue())
                    .param("slot", slot++)
                    .param("interview", interview)
                    .param("no", date.getKey())
                    .update();
        }
    }

    private static Requirement requirement(ResultSet row, int index) throws SQLException {
        return new Requirement(
                row.getInt("no"),
                row.getString("text"),
                row.getObject("due_on", LocalDate.class),
                row.getString("problem_number"),
                row.getBoolean("fulfilled"));
    }
}
