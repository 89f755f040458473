package io.wubu.disks;

/**
 * The disks have been looked at and stand otherwise than before.
 *
 * @param mayChange whether there is room for changes, such as jobs make
 */
public record DisksJudged(boolean mayChange) {}
