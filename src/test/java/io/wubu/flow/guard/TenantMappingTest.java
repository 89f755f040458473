package io.wubu.flow.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Our copy of the engine's Tenant.xml wins on the class path and differs from it in the tenant check alone. */
class TenantMappingTest {

    private static final String MAPPING = "org/camunda/bpm/engine/impl/mapping/entity/Tenant.xml";
    private static final String CHECK = "<sql id=\"queryTenantCheckWithPrefix\">";

    @Test
    void onlyTheTenantCheckDiffersFromTheEngines() throws IOException {
        var files = Collections.list(getClass().getClassLoader().getResources(MAPPING));
        assertThat(files).hasSize(2);
        var ours = text(files.get(0));
        var engines = text(files.get(1));
        assertThat(ours).contains("rpad(regexp_replace(#{tenantId}, '(00)+$', ''), 6, '9')");
        assertThat(engines).contains("collection=\"tenantCheck.authTenantIds\"");
        assertThat(before(ours)).isEqualTo(before(engines));
        assertThat(List.of(ours, engines)).allSatisfy(file -> assertThat(file.substring(file.indexOf(CHECK)))
                .containsOnlyOnce("</sql>"));
    }

    private static String before(String mapping) {
        return mapping.substring(0, mapping.indexOf(CHECK));
    }

    private static String text(java.net.URL file) throws IOException {
        try (var in = file.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }
}
