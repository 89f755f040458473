package io.wubu.campaigns;

/** What a round amounts to: points drawn, points checked, points with a problem. */
public record RoundFigures(int drawn, int checked, int problems, int refused) {}
