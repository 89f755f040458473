package io.wubu.access.routes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** T11: whatever is asked for, one answer holds 200 rows at most. */
class ShortListsTest {

    @ParameterizedTest
    @CsvSource({
        "'', maxResults=200",
        "a=b, a=b&maxResults=200",
        "maxResults=15, maxResults=15",
        "firstResult=0&maxResults=15&sortBy=id, firstResult=0&sortBy=id&maxResults=15",
        "maxResults=2147483647, maxResults=200",
        "maxResults=99999999999999, maxResults=200",
        "maxResults=-1, maxResults=200",
        "max%52esults=5000, maxResults=200",
        "maxResults=5&maxResults=5000, maxResults=5",
        "maxResults, maxResults=200",
        "%zz=1, %zz=1&maxResults=200",
    })
    void noQueryAsksForMoreThanOneAnswerHolds(String query, String sent) {
        assertThat(ShortLists.limited(query)).isEqualTo(sent);
    }

    /** T41: to the engine a list of nothing would be no criterion. */
    @ParameterizedTest
    @CsvSource({
        "'taskIdIn=,', taskIdIn=-",
        "taskIdIn=, taskIdIn=-",
        "taskIdIn, taskIdIn=-",
        "'taskIdIn=%2C%2C+', taskIdIn=-",
        "task%49dIn=%20, task%49dIn=-",
        "candidateGroups=, candidateGroups=-",
        "'variables=,', variables=-",
        "'taskIdIn=a,', 'taskIdIn=a,'",
        "'assigneeNotIn=', 'assigneeNotIn='",
        "name=, name=",
    })
    void aListOfNothingAsksForNothing(String query, String sent) {
        assertThat(ShortLists.limited(query)).isEqualTo(sent + "&maxResults=200");
    }
}
