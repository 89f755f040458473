package io.wubu.inspections;

/**
 * How a city stands, as far as the ledger can count it: inputs of the score.
 *
 * @param unrectified established problems past their date or found not rectified
 * @param newProblems problems of the newest round
 * @param falseClaims problems with a false claim of rectification
 * @param failedInterviews interviews of the city or its counties that failed
 */
public record CityFigures(int unrectified, int newProblems, int falseClaims, int failedInterviews) {}
