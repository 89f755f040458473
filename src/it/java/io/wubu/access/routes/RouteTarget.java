package io.wubu.access.routes;

import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A route as the application maps it, and what can be put into it. */
record RouteTarget(String method, String path, HandlerMethod handler) {

    /** All of ours, in the order of their paths. */
    static List<RouteTarget> all(RequestMappingHandlerMapping mapping) {
        var targets = new ArrayList<RouteTarget>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (handler.getBeanType().getName().startsWith("io.wubu")) {
                info.getMethodsCondition().getMethods().forEach(method -> info.getPatternValues()
                        .forEach(path -> targets.add(new RouteTarget(method.name(), path, handler))));
            }
        });
        targets.sort(Comparator.comparing(RouteTarget::path).thenComparing(RouteTarget::method));
        return targets;
    }

    List<Parameter> parameters() {
        return Arrays.asList(handler.getMethod().getParameters());
    }

    private static boolean isFile(Parameter parameter) {
        return parameter.getParameterizedType().getTypeName().contains(MultipartFile.class.getName());
    }

    boolean isUpload() {
        return parameters().stream().anyMatch(RouteTarget::isFile);
    }

    /** A form with that text in all its fields and in the names of its files. */
    String form(String text) {
        return parameters().stream()
                .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
                .map(parameter -> "--b\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n"
                        .formatted(parameter.getName(), isFile(parameter) ? "; filename=\"" + text + "\"" : "", text))
                .collect(Collectors.joining("", "", "--b--\r\n"));
    }

    /** Names of the query: parameters, and components of records that are filled from it. */
    List<String> query() {
        return parameters().stream()
                .flatMap(parameter -> parameter.isAnnotationPresent(RequestParam.class)
                        ? Stream.of(parameter.getName())
                        : parameter.getAnnotations().length == 0 || !known(parameter)
                                ? components(parameter.getType()).map(RecordComponent::getName)
                                : Stream.of())
                .toList();
    }

    private static boolean known(Parameter parameter) {
        return parameter.isAnnotationPresent(PathVariable.class) || parameter.isAnnotationPresent(RequestBody.class);
    }

    /** The body with that text in all its fields; those that are no text get it too, one by one. */
    List<Map<String, Object>> bodies(String text) {
        var body = parameters().stream()
                .filter(parameter -> parameter.isAnnotationPresent(RequestBody.class))
                .findFirst();
        if (body.isEmpty()) {
            return List.of();
        }
        var texts = new LinkedHashMap<String, Object>();
        components(body.get().getType())
                .filter(component -> component.getType().equals(String.class))
                .forEach(component -> texts.put(component.getName(), text));
        var all = new ArrayList<Map<String, Object>>(List.of(texts));
        components(body.get().getType())
                .filter(component -> !component.getType().equals(String.class))
                .forEach(component -> {
                    var one = new LinkedHashMap<>(texts);
                    one.put(component.getName(), text);
                    all.add(one);
                });
        if (Map.class.isAssignableFrom(body.get().getType())) {
            all.add(Map.of(text, text, "signedBy", text, "decision", text, "photos", List.of(text)));
        }
        return all;
    }

    private static Stream<RecordComponent> components(Class<?> type) {
        return type.isRecord() ? Arrays.stream(type.getRecordComponents()) : Stream.of();
    }
}
