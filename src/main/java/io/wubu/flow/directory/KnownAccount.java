package io.wubu.flow.directory;

/**
 * An account of the directory, one line of a page.
 *
 * @param all how many there are on all pages
 */
public record KnownAccount(String id, String name, long all) {}
