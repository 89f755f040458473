package io.wubu.access.routes;

/**
 * Something a route names by its id, with the case it belongs to.
 *
 * @param id as it stands in the path
 * @param of the kind of case
 * @param region the county, or the city where the case is the city's
 */
record Thing(Kind kind, String id, Kind of, String region, String city) {

    /** What ids mean. */
    enum Kind {
        PROBLEM("PB-2017Q-R06-999999-00001"),
        LETTER_DRAFT("SL-2017Q-R06-999999"),
        LETTER("SL-2017Q-R06-999999"),
        SLIP("SD-2017Q-999999-00001"),
        CLUE("CL-2017Q-999999-00001"),
        INTERVIEW("IV-2017Q-999999-00001"),
        SPECIAL("SI-2017Q-999999-00001"),
        ROUND("RD-2017Q-R99"),
        TEAM("RD-2017Q-R99-999999"),
        PHOTO("00000000-0000-0000-0000-00000000000a"),
        TASK("00000000-0000-0000-0000-00000000000b"),
        INSTANCE("00000000-0000-0000-0000-00000000000c"),
        JOB("00000000-0000-0000-0000-00000000000d");

        private final String unknown;

        Kind(String unknown) {
            this.unknown = unknown;
        }

        /** An id of this kind that nothing has. */
        String unknown() {
            return unknown;
        }
    }

    static Thing ofCase(Kind kind, String id, String region, String city) {
        return new Thing(kind, id, kind, region, city);
    }
}
