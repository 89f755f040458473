package io.wubu.nodes;

import java.time.Duration;

/**
 * This node's clock has been compared with the database's.
 *
 * @param agrees whether the difference is small enough to run jobs
 * @param ahead how far the node is ahead of the database; negative when it is behind
 */
public record ClockJudged(boolean agrees, Duration ahead) {}
