package io.wubu.desk.accounts;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wubu.flow.rules.ProblemTypes;
import io.wubu.people.People;
import io.wubu.regions.Region;
import io.wubu.regions.Regions;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The lists forms choose from: regions and problem types. */
@RestController
@Tag(name = "代码表")
class RegionApi {

    private final Regions regions;
    private final People people;
    private final ProblemTypes types;

    RegionApi(Regions regions, People people, ProblemTypes types) {
        this.regions = regions;
        this.people = people;
        this.types = types;
    }

    @Operation(summary = "下级区划", description = "under 为上级区划代码，默认本人任职区划；县区没有下级，返回其自身。")
    @GetMapping("/api/regions")
    List<Region> under(@RequestParam(required = false) @Nullable String under, Principal user) {
        var code = under == null || under.isBlank() ? people.get(user.getName()).regionCode() : under.strip();
        var region = regions.get(code);
        return region.isCounty() ? List.of(region) : regions.under(code);
    }

    @Operation(summary = "问题类型", description = "各类型附规则表建议的严重程度和整改时限；台账可有其他类型，按“其他”定级。")
    @GetMapping("/api/problem-types")
    List<ProblemTypes.Type> types() {
        return types.all();
    }
}
