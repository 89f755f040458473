package io.wubu.desk.tasks;

import org.jspecify.annotations.Nullable;

/**
 * A task as its card shows it.
 *
 * @param line number, place and name of the case
 * @param dueText the deadline in words; provisional ones say 暂定
 * @param daysLeft working days left, negative when overdue; null without a deadline
 * @param colour red overdue, yellow three working days or less, green more, none without a deadline
 */
record Card(
        String id,
        String name,
        String line,
        @Nullable String assignee,
        @Nullable String dueText,
        @Nullable Integer daysLeft,
        String colour,
        boolean provisional) {}
