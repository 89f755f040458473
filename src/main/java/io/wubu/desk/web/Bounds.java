package io.wubu.desk.web;

import io.wubu.shared.RuleBroken;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;

/** How much one request may ask of our own routes: what is longer or farther off is nobody's honest question (默认值). */
@RestControllerAdvice(basePackages = "io.wubu.desk")
public class Bounds {

    private static final int PARAMETERS = 20;
    private static final int VALUES = 50;
    private static final int TEXT = 500;

    /** Given in one value or in many; a rule of their own counts what is in them. */
    private static final Set<String> LISTS = Set.of("ids", "state");

    private static final int PAGES = 10_000;
    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2199;

    /** {@link RuleBroken} names the parameter that is too long or comes too often. */
    @InitBinder
    void refuseMore(WebDataBinder binder, WebRequest request) {
        Map<String, String[]> given = request.getParameterMap();
        require(given.size() <= PARAMETERS, "parameter", "most", "“参数”：至多 " + PARAMETERS + " 个");
        given.forEach((name, values) -> {
            var shown = name.length() > 30 ? name.substring(0, 30) + "…" : name;
            require(values.length <= VALUES, shown, "most", "“" + shown + "”：至多 " + VALUES + " 个值");
            for (var value : values) {
                require(value != null, shown, "value", "“" + shown + "”：没有值");
                var most = LISTS.contains(name) ? TEXT * VALUES : TEXT;
                require(value == null || value.length() <= most, shown, "length", "“" + shown + "”：至多 " + most + " 字");
            }
        });
    }

    /** The ids of a list, without blank ones; none are none, not all. */
    public static List<String> ids(List<String> given) {
        require(given.size() <= VALUES, "ids", "most", "“ids”：一次至多 " + VALUES + " 个");
        given.forEach(id -> require(id.length() <= TEXT, "ids", "length", "“ids”：每个至多 " + TEXT + " 字"));
        return given.stream().filter(id -> !id.isBlank()).distinct().toList();
    }

    /** A page's number, counted from there. */
    public static int page(int page, int first) {
        require(page >= first && page <= PAGES, "page", "range", "“页”：应在 " + first + "—" + PAGES + " 之间");
        return page;
    }

    /** A year something of ours can lie in. */
    public static int year(int year) {
        require(isNear(year), "year", "range", "“年”：应在 " + FIRST_YEAR + "—" + LAST_YEAR + " 之间");
        return year;
    }

    /** A day something of ours can lie on. */
    public static void day(String field, String name, @Nullable LocalDate day) {
        require(
                day == null || isNear(day.getYear()),
                field,
                "range",
                "“" + name + "”：应在 " + FIRST_YEAR + "—" + LAST_YEAR + " 年之间");
    }

    /** A whole number within bounds; a fraction is refused, not cut off. */
    public static int whole(String field, String name, @Nullable BigDecimal number, int low, int high) {
        var fits = number != null
                && number.stripTrailingZeros().scale() <= 0
                && number.compareTo(BigDecimal.valueOf(low)) >= 0
                && number.compareTo(BigDecimal.valueOf(high)) <= 0;
        if (number == null || !fits) {
            throw new RuleBroken(field, "whole", "“" + name + "”：应为 " + low + "—" + high + " 的整数");
        }
        return number.intValueExact();
    }

    private static boolean isNear(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static void require(boolean kept, String field, String code, String message) {
        if (!kept) {
            throw new RuleBroken(field, code, message);
        }
    }
}
