package io.wubu.desk.web;

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

    private static final int FAILURE = 500;

    @Override
    public Map<String, Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        var status = super.getErrorAttributes(request, options).get("status");
        var failed = !(status instanceof Integer code) || code >= FAILURE;
        var words = new LinkedHashMap<String, Object>();
        words.put("type", failed ? "urn:wubu:failed" : "urn:wubu:unknown");
        words.put("title", failed ? "系统出错" : "没有找到");
        words.put("status", Objects.requireNonNullElse(status, FAILURE));
        words.put("detail", detail(request, failed));
        words.put(
                "trace",
                Objects.requireNonNullElse(request.getAttribute(Trace.ATTRIBUTE, RequestAttributes.SCOPE_REQUEST), ""));
        return words;
    }

    private String detail(WebRequest request, boolean failed) {
        if (!failed) {
            return "没有找到，或请求格式不正确";
        }
        var failure = getError(request);
        return failure != null && NoRoom.isCauseOf(failure) ? NoRoom.MESSAGE : "请稍后再试；所填内容没有提交";
    }
}
