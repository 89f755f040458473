package io.wubu.accounts;

/** More claims are filed within an hour than people forget passwords. */
public record ClaimsCrowd(int filed, int sources) {}
