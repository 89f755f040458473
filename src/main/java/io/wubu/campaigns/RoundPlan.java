package io.wubu.campaigns;

import java.util.List;

/**
 * What the office plans for a round (rule book 1.1).
 *
 * @param cities codes of the cities to be supervised
 * @param restRounds points inspected in that many rounds before are left out
 */
public record RoundPlan(
        Round round, List<String> cities, int teamCount, List<String> focusTypes, int pointsPerCity, int restRounds) {}
