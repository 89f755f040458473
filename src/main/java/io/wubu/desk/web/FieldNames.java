package io.wubu.desk.web;

import java.util.Map;

/** What the fields of our own bodies are called on the pages that fill them. */
final class FieldNames {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("account", "账号"),
            Map.entry("name", "名称"),
            Map.entry("source", "依据"),
            Map.entry("siteName", "点位名称"),
            Map.entry("uscc", "统一社会信用代码"),
            Map.entry("place", "地点"),
            Map.entry("lon", "经度"),
            Map.entry("lat", "纬度"),
            Map.entry("foundOn", "发现日期"),
            Map.entry("problemType", "问题类型"),
            Map.entry("description", "问题描述"),
            Map.entry("countyCode", "县（市、区）"),
            Map.entry("photos", "照片"),
            Map.entry("percent", "进度"),
            Map.entry("note", "进度说明"),
            Map.entry("newDate", "申请延至"),
            Map.entry("reason", "理由"),
            Map.entry("ground", "理由"),
            Map.entry("text", "异议内容"),
            Map.entry("demand", "催办要求"),
            Map.entry("facts", "事实"),
            Map.entry("requirement", "要求"),
            Map.entry("colour", "督办单颜色"),
            Map.entry("work", "是否上班"),
            Map.entry("opens", "上班"),
            Map.entry("closes", "下班"),
            Map.entry("no", "轮次"));

    private FieldNames() {}

    /** The words in quotation marks, the field itself where there are none. */
    static String of(String field) {
        return "“" + WORDS.getOrDefault(field, field) + "”";
    }
}
