package io.wubu.sample.stories;

/** A small story of the sample, played through the same services people use. */
public interface Scenario {

    /** Plays the story once. */
    void play();
}
