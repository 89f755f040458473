package io.wubu.flow.dates;

/**
 * A task or a timer of a case, as far as its date goes.
 *
 * @param activity the task, or the event the timer belongs to
 * @param element what states the date: the activity itself, or a timed listener of the task
 */
record DatedRow(boolean isTask, String id, String definitionId, String activity, String element, String subject) {}
