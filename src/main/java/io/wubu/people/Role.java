package io.wubu.people;

import java.util.Set;

/** The roles of the rule book (4.2): the name on screen and the level of region they are held in. */
public enum Role {
    MINISTRY_ADMIN("系统管理员", "ministry"),
    SECURITY_ADMIN("安全管理员", "ministry"),
    MINISTRY_SUPERVISION_OFFICE("专项督查办", "ministry"),
    MINISTRY_LEADER("部领导", "ministry"),
    PATROL_OFFICE("巡查办", "ministry"),
    CENTRAL_INSPECTION_TEAM("专项督察组", "ministry"),
    AUDITOR("审计管理员", "ministry"),
    PROVINCE_OFFICE("省整改办", "province"),
    SUPERVISION_TEAM("督查组", "city"),
    TEAM_LEADER("督查组组长", "city"),
    PATROL_TEAM("巡查组", "city"),
    EXPERT_TEAM("专家组", "city"),
    CITY_ECO_OFFICE("市整改办", "city"),
    CITY_GOV("市政府", "city"),
    CITY_LEADER("市政府负责人", "city"),
    URGING_OFFICE("市督查室", "city"),
    DISCIPLINE("纪检监察机关", "city"),
    ORG_DEPT("组织部门", "city"),
    POLICE("公安机关", "city"),
    PROCURATORATE("检察机关", "city"),
    DISCLOSURE_EDITOR("信息公开", "city"),
    CONFIDENTIALITY_REVIEWER("保密审查", "city"),
    HOTLINE_OPERATOR("12369坐席", "city"),
    EIA_DEPT("环评审批部门", "city"),
    COUNTY_GOV("县区政府", "county"),
    COUNTY_LEADER("县区政府负责人", "county"),
    COUNTY_ECO_BUREAU("县区生态环境局", "county"),
    RESPONSIBLE_UNIT("责任单位", "county"),
    TOWN_GOV("乡镇政府", "county"),
    GRID_CHIEF("网格长", "county"),
    GRID_WORKER("网格员", "county");

    /** Who does, reports, shows or publishes what others have decided, and whose work others check. */
    private static final Set<String> WORKERS = Set.of(
            "RESPONSIBLE_UNIT",
            "TOWN_GOV",
            "GRID_CHIEF",
            "GRID_WORKER",
            "SUPERVISION_TEAM",
            "EXPERT_TEAM",
            "DISCLOSURE_EDITOR",
            "HOTLINE_OPERATOR");

    private final String chinese;
    private final String level;

    Role(String chinese, String level) {
        this.chinese = chinese;
        this.level = level;
    }

    /** The role's name in Chinese. */
    public String chinese() {
        return chinese;
    }

    /** The level of region at which the role is held: ministry, province, city or county. */
    public String level() {
        return level;
    }

    /** 三员: whoever holds one of these holds no other post. */
    public boolean isAdministrator() {
        return this == MINISTRY_ADMIN || this == SECURITY_ADMIN || this == AUDITOR;
    }

    /** Whether its holders approve, sign, verify, give posts or audit: nobody may get in under it but its holder (0016). */
    public boolean decides() {
        return !WORKERS.contains(name());
    }

    /** Whether its holders see cases: who keeps accounts or posts sees none, the auditor reads all. */
    public boolean seesCases() {
        return this != MINISTRY_ADMIN && this != SECURITY_ADMIN;
    }

    /** The name of this post in a region: 邯郸市整改办. */
    public String titleIn(String regionName) {
        return regionName.endsWith(chinese.substring(0, 1)) ? regionName + chinese.substring(1) : regionName + chinese;
    }

    /** The candidate group of this role in a region: {@code CITY_ECO_OFFICE@130400}. */
    public String at(String regionCode) {
        return name() + "@" + regionCode;
    }
}
