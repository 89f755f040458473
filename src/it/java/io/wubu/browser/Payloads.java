package io.wubu.browser;

import java.util.ArrayList;
import java.util.List;

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
}
