package io.wubu.desk;

import io.swagger.v3.oas.annotations.Operation;
import io.wubu.people.People;
import java.security.Principal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is signed in, for pages that show it and offer what the post may do. */
@RestController
class MeApi {

    private final People people;

    MeApi(People people) {
        this.people = people;
    }

    /** The signed-in account and its post. */
    record Me(String account, String post, String role, String regionCode) {}

    @Operation(summary = "本人", description = "当前登录的账号、岗位和任职区划。")
    @GetMapping("/api/me")
    Me me(Principal user) {
        var person = people.get(user.getName());
        return new Me(person.userId(), person.displayName(), person.role().name(), person.regionCode());
    }
}
