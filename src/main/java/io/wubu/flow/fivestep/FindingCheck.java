package io.wubu.flow.fivestep;

import io.wubu.evidence.Photo;
import io.wubu.people.Person;
import io.wubu.problems.FindingRules;
import io.wubu.problems.FindingRules.Broken;
import io.wubu.regions.Region;
import io.wubu.regions.Regions;
import io.wubu.shared.ClockConfiguration;
import io.wubu.shared.RuleBroken;
import io.wubu.shared.RuleBroken.Fault;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Checks one finding, fault by fault, in the order of its form. */
class FindingCheck {

    private static final int FEWEST_PHOTOS = 2;
    private static final int MOST_PHOTOS = 20;

    private final List<Fault> faults = new ArrayList<>();
    private final Regions regions;
    private final FindingRules rules;
    private final Duration photosWithin;
    private final Person by;

    FindingCheck(Regions regions, FindingRules rules, Duration photosWithin, Person by) {
        this.regions = regions;
        this.rules = rules;
        this.photosWithin = photosWithin;
        this.by = by;
    }

    /** A finding without faults. */
    record Checked(
            String siteName,
            @Nullable String uscc,
            Region county,
            @Nullable String place,
            BigDecimal lon,
            BigDecimal lat,
            LocalDate foundOn,
            String problemType,
            String description) {}

    Checked check(FindingPaper paper, List<Photo> photos) {
        var site = text("siteName", "点位/企业名称", paper.siteName(), 2, 200);
        var uscc = uscc(paper.uscc());
        var county = county(paper.countyCode());
        var place =
                paper.place() == null || paper.place().isBlank() ? null : text("place", "位置", paper.place(), 1, 100);
        var lon = degrees("lon", "经度", paper.lon(), fromPhoto(photos, Photo::lon), rules::lon);
        var lat = degrees("lat", "纬度", paper.lat(), fromPhoto(photos, Photo::lat), rules::lat);
        var foundOn = day(paper.foundOn());
        var type = text("problemType", "问题类型", paper.problemType(), 2, 50);
        var description = text("description", "问题描述", paper.description(), 20, 2000);
        checkPhotos(photos, foundOn);
        if (!faults.isEmpty() || county == null || lon == null || lat == null || foundOn == null) {
            throw new RuleBroken(faults);
        }
        return new Checked(site, uscc, county, place, lon, lat, foundOn, type, description);
    }

    private String text(String field, String label, @Nullable String raw, int min, int max) {
        var text = raw == null ? "" : raw.strip();
        var length = text.codePointCount(0, text.length());
        if (text.isEmpty()) {
            fault(field, "required", label, "必填");
        } else if (length < min) {
            fault(field, "minlength", label, "至少 %d 字，现为 %d 字".formatted(min, length));
        } else if (length > max) {
            fault(field, "maxlength", label, "至多 %d 字，现为 %d 字".formatted(max, length));
        } else if (text.chars().anyMatch(sign -> sign < ' ' && sign != '\n' && sign != '\r' && sign != '\t')) {
            fault(field, "signs", label, "含有控制字符，请删除");
        }
        return text;
    }

    private @Nullable String uscc(@Nullable String raw) {
        if (raw == null || raw.isBlank()) {
            return null;
        }
        var code = raw.strip();
        broken("uscc", "统一社会信用代码", rules.uscc(code));
        return code;
    }

    private @Nullable Region county(@Nullable String code) {
        if (code == null || code.isBlank()) {
            fault("countyCode", "required", "县区", "必填");
            return null;
        }
        var county = regions.find(code).filter(Region::isCounty).orElse(null);
        if (county == null || !regions.covers(by.regionCode(), code)) {
            fault("countyCode", "region", "县区", "不在您负责的区域内");
            return null;
        }
        if (!regions.isInUse(code, rules.now().atZone(ClockConfiguration.ZONE).toLocalDate())) {
            fault("countyCode", "validity", "县区", "区划代码已停用");
        }
        if (by.homeRegion() != null && Regions.contains(by.homeRegion(), code)) {
            fault("countyCode", "avoidance.home", "县区", "回避：是您的户籍地或原任职地");
        }
        return county;
    }

    private @Nullable BigDecimal degrees(
            String field,
            String label,
            @Nullable BigDecimal written,
            Optional<BigDecimal> shot,
            Function<BigDecimal, @Nullable Broken> rule) {
        var degrees = written == null ? shot.orElse(null) : written;
        if (degrees == null) {
            fault(field, "required", label, "必填（照片中没有位置）");
        } else {
            broken(field, label, rule.apply(degrees));
        }
        return degrees;
    }

    private @Nullable LocalDate day(@Nullable LocalDate day) {
        if (day == null) {
            fault("foundOn", "required", "发现日期", "必填");
        } else {
            broken("foundOn", "发现日期", rules.day(day));
        }
        return day;
    }

    private void checkPhotos(List<Photo> photos, @Nullable LocalDate foundOn) {
        if (photos.size() < FEWEST_PHOTOS) {
            fault("photos", "min", "现场照片", "至少 %d 张，现有 %d 张".formatted(FEWEST_PHOTOS, photos.size()));
        } else if (photos.size() > MOST_PHOTOS) {
            fault("photos", "max", "现场照片", "至多 %d 张".formatted(MOST_PHOTOS));
        }
        for (var photo : photos) {
            if (foundOn != null && photo.takenAt() != null) {
                broken("photos", "现场照片", rules.photo(photo.fileName(), photo.takenAt(), foundOn, photosWithin));
            }
        }
    }

    private static Optional<BigDecimal> fromPhoto(List<Photo> photos, Function<Photo, @Nullable Double> coordinate) {
        return photos.stream()
                .map(coordinate)
                .filter(Objects::nonNull)
                .map(BigDecimal::valueOf)
                .findFirst();
    }

    private void broken(String field, String label, @Nullable Broken broken) {
        if (broken != null) {
            fault(field, broken.code(), label, broken.words());
        }
    }

    private void fault(String field, String code, String label, String rule) {
        faults.add(new Fault(field, code, "“" + label + "”：" + rule));
    }
}
