package io.wubu.records;

/**
 * Somebody has read content that only its lane may know; the audit log keeps every such read.
 *
 * @param subject the case, here a clue
 * @param fields what was read
 */
public record ProtectedFieldRead(String subject, String fields) {}
