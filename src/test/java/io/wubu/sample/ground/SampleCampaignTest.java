package io.wubu.sample.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sample's dates and pictures. */
class SampleCampaignTest {

    /** Round 6 of the real campaign was 2017-11-10 to 11-23. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-11-24", "2026-11-27", "2026-12-31", "2027-02-28", "2030-01-01", "2017-11-20"})
    void anyTodayFallsIntoTheSecondWeekOfTheSixthRound(String today) {
        var day = LocalDate.parse(today);
        var weeks = SampleCampaign.weeksTo(day);
        assertThat(day.minusWeeks(weeks)).isBetween(LocalDate.of(2017, 11, 17), LocalDate.of(2017, 11, 23));
        assertThat(LocalDate.of(2017, 9, 1).plusWeeks(weeks).getDayOfWeek())
                .isEqualTo(LocalDate.of(2017, 9, 1).getDayOfWeek());
    }

    @Test
    void picturesAreDrawnWithoutFontsAndDifferFromEachOther() throws IOException {
        var before = SamplePhotos.picture(1, true);
        var image = ImageIO.read(new ByteArrayInputStream(before));
        assertThat(image.getWidth()).isEqualTo(640);
        assertThat(image.getHeight()).isEqualTo(480);
        assertThat(SamplePhotos.picture(2, true)).isNotEqualTo(before);
        assertThat(SamplePhotos.picture(1, false)).isNotEqualTo(before);
    }
}
