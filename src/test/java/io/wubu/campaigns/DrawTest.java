package io.wubu.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** 抽取点位 (rule book 1.2): by share, without favour, and the same again for everybody who has the seed. */
class DrawTest {

    private static final Map<PointKind, Integer> SHARES =
            Map.of(PointKind.RANDOM, 40, PointKind.HOT_GRID, 30, PointKind.COMPLAINT, 20, PointKind.UTILITY, 10);

    private static final String CITY = "130400";

    @Test
    void theSameSeedDrawsTheSamePointsWhateverTheOrderOfTheCandidates() {
        var candidates = candidates(100, 100, 100, 100);
        var shuffled = new ArrayList<>(candidates);
        Collections.shuffle(shuffled, new Random(7));

        assertThat(new Draw(42, SHARES).draw(CITY, 20, shuffled))
                .isEqualTo(new Draw(42, SHARES).draw(CITY, 20, candidates));
    }

    @Test
    void theDrawIsPinnedSoThatOldRoundsCanBeReplayedByNewVersions() {
        assertThat(new Draw(20170901, SHARES).draw(CITY, 4, candidates(9, 9, 9, 9)))
                .extracting(Candidate::name)
                .containsExactly("RANDOM-4", "RANDOM-1", "HOT_GRID-4", "COMPLAINT-7");
    }

    @Test
    void anotherSeedDrawsOtherPoints() {
        var candidates = candidates(100, 100, 100, 100);

        assertThat(new Draw(1, SHARES).draw(CITY, 20, candidates))
                .isNotEqualTo(new Draw(2, SHARES).draw(CITY, 20, candidates));
    }

    @Test
    void thePointsComeFromTheFourSourcesByTheirShares() {
        assertThat(counts(new Draw(3, SHARES).draw(CITY, 20, candidates(50, 50, 50, 50))))
                .containsExactly(8, 6, 4, 2);
    }

    @Test
    void oddNumbersGoToTheLargestRemainders() {
        assertThat(counts(new Draw(3, SHARES).draw(CITY, 7, candidates(50, 50, 50, 50))))
                .containsExactly(3, 2, 1, 1);
    }

    @Test
    void whatOneSourceLacksIsDrawnFromTheOthers() {
        assertThat(counts(new Draw(3, SHARES).draw(CITY, 20, candidates(50, 1, 0, 2))))
                .containsExactly(17, 1, 0, 2);
        assertThat(new Draw(3, SHARES).draw(CITY, 20, candidates(3, 1, 0, 2))).hasSize(6);
    }

    private static List<Integer> counts(List<Candidate> drawn) {
        return java.util.Arrays.stream(PointKind.values())
                .map(kind -> (int)
                        drawn.stream().filter(point -> point.kind() == kind).count())
                .toList();
    }

    private static List<Candidate> candidates(int... sizes) {
        var candidates = new ArrayList<Candidate>();
        for (var kind : PointKind.values()) {
            for (var i = 1; i <= sizes[kind.ordinal()]; i++) {
                candidates.add(new Candidate("130403", CITY, kind + "-" + i, kind, false, null));
            }
        }
        return candidates;
    }
}
