package io.wubu.problems;

/** A problem has come from one state to another, in the transaction that moved it. */
public record ProblemMoved(String number, State from, State to) {}
