package io.wubu.flow.rules;

/** Where decision tables come from. */
interface Tables {

    /** The newest version of a table. */
    Table latest(String key);

    /** The same as it was some seconds ago: for lists, which ask again and again. */
    Table lately(String key);

    /** The version the engine calls by that id. */
    Table of(String definitionId);
}
