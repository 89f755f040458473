package io.wubu.closure;

/** The five criteria an application must meet (rule book 3.8, 8.2), with their names in the letter to the unit. */
public enum Criterion {
    MEASURES("整改措施全部落实"),
    VIOLATIONS("违法行为依法查处到位"),
    EFFECT("整改效果达到法律和标准要求"),
    SIMILAR("同一企业、园区的同类问题一并整改"),
    SOURCE("源头治理和长效机制建立");

    private final String chinese;

    Criterion(String chinese) {
        this.chinese = chinese;
    }

    /** The criterion in Chinese. */
    public String chinese() {
        return chinese;
    }
}
