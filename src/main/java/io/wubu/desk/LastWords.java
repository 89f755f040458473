package io.wubu.desk;

import io.wubu.audit.Trace;
import io.wubu.shared.NoRoom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.web.servlet.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;

/** What a program is told when something failed in front of every controller: the words of {@link Answers}, no others. */
@Component
class LastWords extends DefaultErrorAttributes {

    private static final int TOO_SLOW = 408;
    private static final int FAILURE = 500;

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        var status = super.getErrorAttributes(request, options).get("status");
        if (status instanceof Integer code && code == TOO_SLOW) {
            return words(request, code, "urn:wubu:too-slow", "请求超时", "请求内容传得太慢，已中断；请检查网络后再试");
        }
        var failed = !(status instanceof Integer code) || code >= FAILURE;
        return failed
                ? words(
                        request,
                        Objects.requireNonNullElse(status, FAILURE),
                        "urn:wubu:failed",
                        "系统出错",
                        detail(request))
                : words(request, Objects.requireNonNull(status), "urn:wubu:unknown", "没有找到", "没有找到，或请求格式不正确");
    }

    private static Map<String, Object> words(
            WebRequest request, Object status, String type, String title, String detail) {
        var words = new LinkedHashMap<String, Object>();
        words.put("type", type);
        words.put("title", title);
        words.put("status", status);
        words.put("detail", detail);
        words.put(
                "trace",
                Objects.requireNonNullElse(request.getAttribute(Trace.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST), ""));
        return words;
    }

    private String detail(WebRequest request) {
        var failure = getError(request);
        return failure != null && NoRoom.isCauseOf(failure) ? NoRoom.MESSAGE : "请稍后再试；所填内容没有提交";
    }
}
