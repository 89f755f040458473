package io.wubu.slips;

/** A proposed clue (问题线索和问责建议): facts and ground, posts only; the concerned unit never sees it. */
public record Clue(
        String number,
        String slipNumber,
        String problemNumber,
        String cityCode,
        String facts,
        String ground,
        ClueState state) {}
