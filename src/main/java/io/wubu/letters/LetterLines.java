package io.wubu.letters;

import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The problem lists of letters (督办问题清单). */
@Component
@Transactional
public class LetterLines {

    private final JdbcClient jdbc;

    LetterLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Puts lines on the list; a problem listed before stays as it is. */
    public void list(String number, List<LetterLine> lines) {
        for (var line : lines) {
            jdbc.sql(
                            """
                            insert into wubu.letter_problem
                                (number, problem_number, seq, county, site, problem_type, description, due_on)
                            values (:number, :problem, :seq, :county, :site, :type, :description, :dueOn)
                            on conflict (number, problem_number) do nothing
                            """)
                    .param("number", number)
                    .param("problem", line.problemNumber())
                    .param("seq", line.seq())
                    .param("county", line.county())
                    .param("site", line.site())
                    .param("type", line.problemType())
                    .param("description", line.description())
                    .param("dueOn", line.dueOn())
                    .update();
        }
    }

    /** Takes all problems but these off the list, before it is issued. */
    public void keepOnly(String number, Set<String> problems) {
        of(number).stream()
                .map(LetterLine::problemNumber)
                .filter(problem -> !problems.contains(problem))
                .forEach(problem -> jdbc.sql(
                                "update wubu.letter_problem set dropped = true where number = :number and problem_number = :problem")
                        .param("number", number)
                        .param("problem", problem)
                        .update());
    }

    /** The list, in its order. */
    @Transactional(readOnly = true)
    public List<LetterLine> of(String number) {
        return jdbc.sql(
                        """
                        select problem_number, seq, county, site, problem_type, description, due_on, handling, plan, progress
                        from wubu.letter_problem where number = :number and not dropped order by seq
                        """)
                .param("number", number)
                .query(LetterLine.class)
                .list();
    }

    /** Keeps the city's answer to one problem; answers whether the problem is on the list. */
    public boolean answer(String number, String problem, String handling, String plan, String progress) {
        return jdbc.sql(
                                """
                                update wubu.letter_problem set handling = :handling, plan = :plan, progress = :progress
                                where number = :number and problem_number = :problem and not dropped
                                """)
                        .param("handling", handling)
                        .param("plan", plan)
                        .param("progress", progress)
                        .param("number", number)
                        .param("problem", problem)
                        .update()
                == 1;
    }
}
