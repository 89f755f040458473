package io.wubu.desk.web;

import io.wubu.access.identity.OutsideUnavailable;
import io.wubu.audit.AuditUnavailable;
import io.wubu.audit.Trace;
import io.wubu.database.Trouble;
import io.wubu.shared.BodyTooLong;
import io.wubu.shared.Busy;
import io.wubu.shared.NoRoom;
import io.wubu.shared.RuleBroken;
import io.wubu.shared.Slowed;
import io.wubu.shared.Stale;
import io.wubu.shared.Unknown;
import jakarta.servlet.ServletException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** Refusals as RFC 9457 problem details in the user's language; never a class name, never SQL. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE) // before Spring's own answers, which are English
class Answers {

    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

    @ExceptionHandler
    ProblemDetail ruleBroken(RuleBroken refusal) {
        refusal.faults().stream()
                .limit(3)
                .map(RuleBroken.Fault::code)
                .reduce((one, two) -> one + "," + two)
                .ifPresent(Trace::refused);
        var problem = problem(HttpStatus.UNPROCESSABLE_ENTITY, "rule-broken", "填写有误，请更正", refusal.getMessage());
        problem.setProperty("faults", refusal.faults());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail unknown(Unknown refusal) {
        Trace.refused("row");
        return problem(HttpStatus.NOT_FOUND, "unknown", "没有找到", refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail stale(Stale refusal) {
        Trace.refused("stale");
        return problem(HttpStatus.CONFLICT, "stale", "已有变化，请刷新", refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail tooLarge(MaxUploadSizeExceededException refusal) {
        Trace.refused("size");
        return problem(HttpStatus.PAYLOAD_TOO_LARGE, "too-large", "文件过大", "上传的文件过大；每张照片不超过 10 MB");
    }

    @ExceptionHandler({
        MethodArgumentTypeMismatchException.class,
        HttpMessageNotReadableException.class,
        MissingServletRequestPartException.class,
        MultipartException.class
    })
    ProblemDetail malformed(Exception refusal) {
        if (NoRoom.isCauseOf(refusal)) {
            return noRoom(new NoRoom(NoRoom.MESSAGE, refusal)); // temporary files of an upload
        }
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLong) {
                return problem(HttpStatus.PAYLOAD_TOO_LARGE, "too-large", "请求内容过大", "请求的内容过大，没有读取");
            }
        }
        var misread = Misread.of(refusal);
        var problem = problem(
                HttpStatus.BAD_REQUEST,
                "malformed",
                "请求格式不正确",
                misread.map(RuleBroken.Fault::message).orElse("请求的参数或内容无法识别，请核对类型和格式"));
        misread.ifPresent(fault -> problem.setProperty("faults", List.of(fault)));
        return problem;
    }

    /** What Spring itself refuses, in its own words: content types, methods, missing parameters. */
    @ExceptionHandler(ServletException.class)
    ProblemDetail refused(ServletException refusal) {
        if (!(refusal instanceof ErrorResponse answer) || answer.getStatusCode().is5xxServerError()) {
            return broken(refusal);
        }
        var status = HttpStatus.valueOf(answer.getStatusCode().value());
        return switch (status) {
            case NOT_FOUND, METHOD_NOT_ALLOWED -> problem(HttpStatus.NOT_FOUND, "unknown", "没有找到", "没有找到");
            case UNSUPPORTED_MEDIA_TYPE, NOT_ACCEPTABLE -> unsupported(status);
            default -> malformed(refusal);
        };
    }

    private static ProblemDetail unsupported(HttpStatus status) {
        return problem(status, "malformed", "请求格式不正确", "请求内容的类型（Content-Type、Accept）不是这里所用的");
    }

    @ExceptionHandler
    ProblemDetail unbound(BindException refusal) {
        return malformed(refusal);
    }

    @ExceptionHandler
    ProblemDetail forbidden(AccessDeniedException refusal) {
        Trace.refused("role");
        return problem(HttpStatus.FORBIDDEN, "forbidden", "无权办理", "您的岗位不能进行这项操作");
    }

    /** A disk has filled since its watermark was looked at. */
    @ExceptionHandler
    static ProblemDetail noRoom(NoRoom refusal) {
        Trace.refused("disk");
        LOG.error("a disk is full", refusal);
        return problem(HttpStatus.INSUFFICIENT_STORAGE, "no-room", "没有保存", refusal.getMessage());
    }

    /** No row in the audit log, no operation. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> unwritten(AuditUnavailable refusal) {
        if (NoRoom.isCauseOf(refusal)) {
            return ResponseEntity.of(noRoom(new NoRoom(NoRoom.MESSAGE, refusal)))
                    .build();
        }
        return Trouble.of(refusal)
                .filter(Trouble::isOfAll)
                .map(Answers::troubled)
                .orElseGet(() -> ResponseEntity.of(notAudited(refusal)).build());
    }

    private static ProblemDetail notAudited(AuditUnavailable refusal) {
        Trace.refused("audit");
        LOG.error("an audit row can't be written", refusal);
        return problem(HttpStatus.SERVICE_UNAVAILABLE, "not-audited", "操作没有办理", AuditUnavailable.MESSAGE);
    }

    /** The directory can't be asked, so nobody it would have to vouch for is let in. */
    @ExceptionHandler
    ProblemDetail notVouchedFor(OutsideUnavailable refusal) {
        Trace.refused("directory");
        return problem(HttpStatus.SERVICE_UNAVAILABLE, "outside-unavailable", "没有登录", OutsideUnavailable.MESSAGE);
    }

    /** A stage is full; it was not begun. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(Busy refusal) {
        var slowed = refusal instanceof Slowed;
        var kind = slowed ? "too-many" : "busy";
        var status = slowed ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.SERVICE_UNAVAILABLE;
        Trace.refused(kind);
        return ResponseEntity.status(status)
                .header(HttpHeaders.RETRY_AFTER, refusal.retryAfter())
                .body(problem(status, kind, "请稍后再试", refusal.getMessage()));
    }

    /** Failures inside a listener arrive wrapped by the engine; what the domain said is what the user reads. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> failed(RuntimeException failure) {
        var cause = Causes.domain(failure);
        if (cause instanceof Busy refusal) {
            return busy(refusal);
        }
        var trouble = Trouble.of(failure);
        if (trouble.isPresent() && (cause == null || trouble.get().isOfAll())) {
            return troubled(trouble.get());
        }
        return ResponseEntity.of(told(failure, cause)).build();
    }

    private ProblemDetail told(RuntimeException failure, @Nullable Throwable cause) {
        if (cause instanceof RuleBroken refusal) {
            return ruleBroken(refusal);
        }
        if (cause instanceof Unknown refusal) {
            return unknown(refusal);
        }
        if (cause instanceof Stale refusal) {
            return stale(refusal);
        }
        if (cause instanceof AuditUnavailable refusal) {
            return notAudited(refusal);
        }
        if (cause instanceof NoRoom refusal) {
            return noRoom(refusal);
        }
        return Causes.isContentType(failure) ? unsupported(HttpStatus.UNSUPPORTED_MEDIA_TYPE) : broken(failure);
    }

    /** Nobody's fault: the database is busy, away, or took too long. */
    private static ResponseEntity<ProblemDetail> troubled(Trouble trouble) {
        Trace.refused("database " + trouble.type());
        if (trouble.isOfAll()) {
            Trace.told(); // the log is in there, too
        }
        return ResponseEntity.of(
                        problem(HttpStatus.valueOf(trouble.status()), trouble.type(), "请稍后再试", trouble.words()))
                .headers(headers -> headers.set("Retry-After", String.valueOf(trouble.retryAfter())))
                .build();
    }

    private static ProblemDetail broken(Exception failure) {
        if (NoRoom.isCauseOf(failure)) {
            return noRoom(new NoRoom(NoRoom.MESSAGE, failure));
        }
        if (Causes.isNoText(failure)) {
            return problem(HttpStatus.BAD_REQUEST, "malformed", "请求格式不正确", "请求的参数或内容含有不能保存的字符");
        }
        LOG.error("request failed", failure);
        Trace.refused("failed");
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "failed", "系统出错", "请稍后再试；所填内容没有提交");
    }

    private static ProblemDetail problem(HttpStatus status, String type, String title, @Nullable String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail == null ? title : detail);
        problem.setType(URI.create("urn:wubu:" + type));
        problem.setTitle(title);
        problem.setProperty("trace", Trace.currentId());
        return problem;
    }
}
