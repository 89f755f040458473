package io.wubu.flow.supervisionround;

import java.util.Arrays;
import java.util.List;

/** Several posts or codes written in one line. */
public final class Persons {

    private Persons() {}

    /** The persons of a line, separated by 顿号, commas, semicolons or spaces, without repetition. */
    public static List<String> of(String line) {
        return Arrays.stream(line.split("[、,，;；\\s]+", -1))
                .filter(person -> !person.isBlank())
                .distinct()
                .toList();
    }
}
