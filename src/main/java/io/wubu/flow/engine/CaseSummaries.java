package io.wubu.flow.engine;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Finds the room that knows a number. */
@Component
public class CaseSummaries {

    private final List<CaseSummary> rooms;

    CaseSummaries(List<CaseSummary> rooms) {
        this.rooms = rooms;
    }

    /** One line about a case; the number itself if no room knows it. */
    public String line(String number) {
        return rooms.stream()
                .filter(room -> room.knows(number))
                .findFirst()
                .map(room -> room.line(number))
                .orElse(number);
    }

    /** What an officer needs to know of a case before he fills in its form. */
    public Map<String, Object> facts(String number) {
        return rooms.stream()
                .filter(room -> room.knows(number))
                .findFirst()
                .map(room -> room.facts(number))
                .orElse(Map.of("编号", number));
    }
}
