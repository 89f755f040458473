package io.wubu.sample;

/** A small story of the sample, played through the same services people use. */
interface Scenario {

    /** Plays the story once. */
    void play();
}
