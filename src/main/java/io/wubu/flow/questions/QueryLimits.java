package io.wubu.flow.questions;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much one question of a user to the engine may ask for. An honest one needs a tenth of it; what these let pass is
 * planned in milliseconds.
 *
 * @param variables conditions on variables, in all or-queries together: each is a join
 * @param orQueries at any depth
 * @param list values of one list: ids, keys, candidate groups
 * @param values values of all criteria together
 * @param text signs of one text
 * @param wildcards in one pattern
 * @param sortings criteria the answer is sorted by
 * @param firstResult how far into the rows a page may begin
 * @param maxResults rows of a page
 */
@ConfigurationProperties("wubu.queries")
public record QueryLimits(
        int variables,
        int orQueries,
        int list,
        int values,
        int text,
        int wildcards,
        int sortings,
        int firstResult,
        int maxResults) {}
