package io.wubu.desk.web;

import io.wubu.shared.Legible;
import io.wubu.shared.RuleBroken;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;

/**
 * Parameters have plain names and legible values of one line: what Spring would follow into a list or an object is refused before it does
 * (docs/cves.md).
 */
@RestControllerAdvice
class PlainParameters {

    /** {@link RuleBroken} if a parameter's name is a path. */
    @InitBinder
    void refusePaths(WebDataBinder binder, WebRequest request) {
        request.getParameterNames().forEachRemaining(name -> {
            if (name.contains("[") || name.contains(".")) {
                throw new RuleBroken("parameter", "plain", "“参数名”：不能带下标或点 (no index and no dot)");
            }
            legible("parameter", "“参数名”", name);
        });
    }

    /** {@link RuleBroken} if a parameter's value holds what no text may. */
    @InitBinder
    void refuseSigns(WebDataBinder binder, WebRequest request) {
        request.getParameterMap().forEach((name, values) -> {
            for (var value : values) {
                if (value != null) { // a name without a value
                    legible(name, "“" + name + "”", value);
                }
            }
        });
    }

    private static void legible(String field, String shown, String text) {
        Legible.faultOfLine(text).ifPresent(fault -> {
            throw new RuleBroken(field, "characters", shown + fault);
        });
    }
}
