package io.wubu.problems;

/**
 * How a county stands in a round, and whether one problem was urged in vain: the inputs of the interview table.
 *
 * @param countyRank place among all counties by problems in the round, 1 is the most
 * @param growth increase over the round before, 1.0 is a doubling; 0 if there was none before
 * @param overdueRate share of open problems past their date, 0 to 1
 * @param ignoredUrging all slips of the problem have expired (三色督办均未见效)
 */
public record CountyFigures(
        int countyRank,
        int problems,
        double growth,
        double overdueRate,
        int openProblems,
        int falseClaims,
        boolean ignoredUrging) {}
