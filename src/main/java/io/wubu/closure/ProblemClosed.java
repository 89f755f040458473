package io.wubu.closure;

/** A problem has been struck off the ledger (销号). */
public record ProblemClosed(String number, String recordNo) {}
