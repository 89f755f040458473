package io.wubu.flow.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The posts of the models are understood without the engine, and what they need to be known is in the view. */
class PostCallTest {

    private static final Pattern ANY = Pattern.compile("\\bpost\\.\\w+\\(");

    @Test
    void aRoleIsWrittenOutOrNamedByATable() {
        var calls = PostCall.in("${urging.report(execution, 'signOff', post.province(execution, 'PROVINCE_OFFICE'))}"
                + "${post.of(execution, signer)}${post.ministry('MINISTRY_LEADER')}");
        assertThat(calls)
                .containsExactly(
                        new PostCall("province", "PROVINCE_OFFICE", false),
                        new PostCall("of", "signer", true),
                        new PostCall("ministry", "MINISTRY_LEADER", false));
        assertThat(calls.get(1).roleIn(Map.of("signer", "CITY_LEADER"))).isEqualTo("CITY_LEADER");
        assertThat(calls.get(1).roleIn(Map.of())).isNull();
        assertThat(calls.get(2).roleIn(Map.of())).isEqualTo("MINISTRY_LEADER");
    }

    @Test
    void everyCallOfTheModelsIsUnderstoodAndEveryNamedRoleIsRead() throws IOException {
        var view = Files.readString(Path.of("src/main/resources/db/migration/V200__insight.sql"));
        try (var models = Files.list(Path.of("bpmn"))) {
            for (var model :
                    models.filter(file -> file.toString().endsWith(".bpmn")).toList()) {
                var text = Files.readString(model);
                var calls = PostCall.in(text);
                assertThat(calls).as(model.toString()).hasSize((int)
                        ANY.matcher(text).results().count());
                assertThat(calls.stream().filter(PostCall::isNamed))
                        .allSatisfy(call -> assertThat(view).contains("'" + call.role() + "'"));
            }
        }
    }
}
