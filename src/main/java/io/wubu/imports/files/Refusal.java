package io.wubu.imports.files;

/**
 * One error of one row.
 *
 * @param row the line of the file, the heading included; 0 is the file as a whole
 * @param code stable, for programs
 * @param message names column and rule in Chinese
 */
public record Refusal(int row, String column, String code, String message) {}
