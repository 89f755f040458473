package io.wubu.campaigns;

import java.time.LocalDate;

/**
 * A campaign (攻坚行动).
 *
 * @param weeksShifted by how many whole weeks a sample was moved; 0 for a real campaign
 */
public record Campaign(String code, String name, LocalDate startsOn, LocalDate endsOn, int weeksShifted) {}
