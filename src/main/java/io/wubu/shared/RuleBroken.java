package io.wubu.shared;

import java.util.List;

/** What was handed in breaks one or more rules; each fault names its field and rule in the user's language. */
public class RuleBroken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    /** One fault: the field's name in the form, a stable code, and the sentence the user reads. */
    public record Fault(String field, String code, String message) {}

    public RuleBroken(List<Fault> faults) {
        super(String.join("；", faults.stream().map(Fault::message).toList()));
        this.faults = List.copyOf(faults);
    }

    public RuleBroken(String field, String code, String message) {
        this(List.of(new Fault(field, code, message)));
    }

    /** All faults, in the order of the form. */
    public List<Fault> faults() {
        return faults;
    }
}
