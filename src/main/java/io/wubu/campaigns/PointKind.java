package io.wubu.campaigns;

/** Where a point to be checked comes from (S3: 随机抽查与热点网格、投诉举报、工商电力数据相结合). */
public enum PointKind {
    RANDOM("随机抽查", "RANDOM"),
    HOT_GRID("热点网格", "HOT_GRID"),
    COMPLAINT("投诉举报", "HOTLINE_12369"),
    UTILITY("工商电力数据", "SUPERVISION");

    private final String chinese;
    private final String source;

    PointKind(String chinese, String source) {
        this.chinese = chinese;
        this.source = source;
    }

    /** The kind's name in Chinese. */
    public String chinese() {
        return chinese;
    }

    /** The source a problem found at such a point is registered under. */
    public String source() {
        return source;
    }
}
