package io.wubu.browser;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;

/** What somebody may write into a field in the hope that another one's browser does it. */
final class Payloads {

    /** Part of every address a payload asks for. */
    static final String TRAP = "xss-trap";

    /** What the expressions would come to. */
    static final String COMPUTED = "1337";

    private static final List<String> TEXTS = List.of(
            "<script>alert(1)</script>",
            "<script src=/xss-trap/1></script>",
            "</title><script>alert(2)</script>",
            "</textarea><script>alert(3)</script>",
            "</script><script>alert(4)</script>",
            "<img src=x onerror=alert(5)>",
            "<img src=/xss-trap/2>",
            "<svg onload=alert(6)>",
            "<svg><script>alert(7)</script></svg>",
            "<body onload=alert(8)>",
            "<iframe src=\"javascript:alert(9)\"></iframe>",
            "<iframe src=/xss-trap/3></iframe>",
            "<iframe srcdoc=\"<script>alert(1)</script>\">",
            "<details open ontoggle=alert(10)>",
            "<input autofocus onfocus=alert(11)>",
            "<video><source onerror=alert(12)></video>",
            "<audio src=/xss-trap/4 onerror=alert(1)>",
            "<object data=/xss-trap/5></object>",
            "<embed src=/xss-trap/6>",
            "<link rel=stylesheet href=/xss-trap/7>",
            "<style>@import'/xss-trap/8'</style>",
            "<div style=\"background:url(/xss-trap/9)\">",
            "<base href=/xss-trap/>",
            "<meta http-equiv=refresh content='0;url=/xss-trap/10'>",
            "<form action=/xss-trap/11><button autofocus>",
            "<a href=\"javascript:alert(13)\">x</a>",
            "javascript:alert(14)",
            "data:text/html,<script>alert(15)</script>",
            "\" onmouseover=alert(16) x=\"",
            "' onfocus=alert(17) autofocus x='",
            "\"><img src=x onerror=alert(18)>",
            "'-alert(19)-'",
            "`${alert(20)}`",
            "{{7*191}}",
            "{{constructor.constructor('alert(21)')()}}",
            "{{$on.constructor('alert(22)')()}}",
            "<b ng-init=\"$eval('alert(23)')\">",
            "<div ng-app ng-csp>{{7*191}}</div>",
            "${7*191} #{7*191} <#assign x=7*191>${x}",
            "&lt;script&gt;alert(24)&lt;/script&gt;",
            "&#60;img src=x onerror=alert(25)&#62;",
            "<math><mtext><img src=x onerror=alert(26)>",
            "<noscript><p title=\"</noscript><img src=x onerror=alert(27)>\">",
            "<!--<img src=\"--><img src=x onerror=alert(28)>\">",
            "<x onclick=alert(29)>{ MERGEFIELD a }<w:t>");

    private Payloads() {}

    /** All of them. */
    static List<String> all() {
        return TEXTS;
    }

    /** All of them in one line each, or as many as fit. */
    static String upTo(int length) {
        var text = new StringBuilder();
        for (var payload : TEXTS) {
            if (text.length() + payload.length() + 1 <= length) {
                text.append(text.isEmpty() ? "" : " ").append(payload);
            }
        }
        return text.toString();
    }

    /** All of them, spread over texts of that length. */
    static List<String> spread(int length) {
        var texts = new ArrayList<String>();
        var text = new StringBuilder();
        for (var payload : TEXTS) {
            if (text.length() + payload.length() + 1 > length && !text.isEmpty()) {
                texts.add(text.toString());
                text.setLength(0);
            }
            text.append(text.isEmpty() ? "" : " ").append(payload);
        }
        texts.add(text.toString());
        return texts;
    }

    /** The paper with payloads in all text fields of its form, as many as each may hold. */
    static Map<String, Object> in(String form, Map<String, Object> paper) {
        var all = new HashMap<>(paper);
        try {
            var page = Jsoup.parse(Path.of("forms", form + ".html").toFile(), "UTF-8");
            page.select("template").remove();
            for (var field : page.select("textarea[name], input[type=text][name]")) {
                var most = field.attr("maxlength");
                if (!field.hasAttr("pattern")
                        && !field.hasAttr("readonly")
                        && !most.isEmpty()
                        && field.parents().stream().noneMatch(box -> box.hasAttr("data-show-if"))) {
                    all.put(field.attr("name"), upTo(Integer.parseInt(most)));
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return all;
    }
}
