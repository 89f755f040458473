-- 每个外键有索引；状态、岗位、单位只取程序认得的值；先前未核对旧行的约束补核
create index closure_objection_of_notice on wubu.closure_objection (notice_id);
create index clue_proposal_city on wubu.clue_proposal (city_code);
create index clue_proposal_problem on wubu.clue_proposal (problem_number);
create index disclosure_duty_region on wubu.disclosure_duty (region_code);
create index inspection_campaign on wubu.inspection (campaign);
create index inspection_city on wubu.inspection (city_code);
create index interview_campaign on wubu.interview (campaign);
create index interview_region on wubu.interview (region_code);
create index interview_requirement_problem on wubu.interview_requirement (problem_number);
create index letter_campaign on wubu.letter (campaign);
create index limit_pause_limit on wubu.limit_pause (limit_id);
create index person_home_region on wubu.person (home_region);
create index person_region on wubu.person (region_code);
create index problem_campaign on wubu.problem (campaign);
create index problem_round on wubu.problem (round_code);
create index recalculation_line_limit on wubu.recalculation_line (limit_id);
create index region_campaign_parent on wubu.region (campaign_parent);
create index region_parent on wubu.region (parent_code);
create index round_point_city on wubu.round_point (city_code);
create index round_point_region on wubu.round_point (region_code);
create index round_team_city on wubu.round_team (city_code);
create index round_team_home on wubu.round_team (home_region);
create index slip_campaign on wubu.slip (campaign);
create index slip_of_chain on wubu.slip (chain_id);
create index slip_city on wubu.slip (city_code);
create index slip_predecessor on wubu.slip (predecessor);
create index slip_region on wubu.slip (region_code);

-- 照片属于哪些案卷
create index record_entry_photos on wubu.record_entry using gin (photos);
-- 一个案卷的消息
create index notice_subject on wubu.notice (subject);

alter table wubu.calendar_coverage add constraint calendar_coverage_pk primary key (covered_until);
create unique index calendar_coverage_once on wubu.calendar_coverage ((true));
comment on index wubu.calendar_coverage_once is '只有一行';

do $$
begin
    if to_regclass('wubu.engine_dates') is not null then
        alter table wubu.engine_dates add column if not exists id bigint generated always as identity primary key;
        comment on column wubu.engine_dates.id is '标识';
    end if;
end $$;

alter table wubu.problem
    add constraint problem_state_known check (state in (
        'DRAFT', 'SUBMITTED', 'RETURNED', 'REJECTED', 'MERGED', 'ASSIGNED', 'SIGNED', 'DISPUTED', 'SPLIT', 'CLAIMED',
        'PLANNED', 'RECTIFYING', 'REPORTED', 'COUNTY_CHECKED', 'PATROL_VERIFIED', 'NOT_RECTIFIED', 'INTERVIEW', 'SPECIAL',
        'CLOSURE_PENDING', 'PUBLICISED', 'CLOSED', 'SETTLED', 'WITHDRAWN', 'HANDED_OVER')),
    add constraint problem_limit_unit_known check (
        limit_unit in ('WORKING_DAY', 'CALENDAR_DAY', 'HOUR', 'WORKING_HOUR', 'SAME_DAY_AT', 'DATE')),
    add constraint problem_limit_whole check ((limit_amount is null) = (limit_unit is null));
alter table wubu.slip
    add constraint slip_limit_unit_known check (
        limit_unit in ('WORKING_DAY', 'CALENDAR_DAY', 'HOUR', 'WORKING_HOUR', 'SAME_DAY_AT', 'DATE')),
    add constraint slip_trigger_known check (trigger in (
        'ITEM_OVERDUE', 'MILESTONE_MISSED', 'QUALITY_NOT_ACCEPTED', 'FALSE_RECTIFICATION', 'DATA_FRAUD',
        'CLOSURE_FAILED_TWICE', 'LEADER_INSTRUCTION', 'IMPORTANT', 'DUE_SOON', 'SLIP_EXPIRED'));
alter table wubu.slip_chain
    add constraint slip_chain_trigger_known check (trigger in (
        'ITEM_OVERDUE', 'MILESTONE_MISSED', 'QUALITY_NOT_ACCEPTED', 'FALSE_RECTIFICATION', 'DATA_FRAUD',
        'CLOSURE_FAILED_TWICE', 'LEADER_INSTRUCTION', 'IMPORTANT', 'DUE_SOON', 'SLIP_EXPIRED'));
alter table wubu.person
    add constraint person_role_known check (role in (
        'MINISTRY_ADMIN', 'SECURITY_ADMIN', 'MINISTRY_SUPERVISION_OFFICE', 'MINISTRY_LEADER', 'PATROL_OFFICE',
        'CENTRAL_INSPECTION_TEAM', 'AUDITOR', 'PROVINCE_OFFICE', 'SUPERVISION_TEAM', 'TEAM_LEADER', 'PATROL_TEAM',
        'EXPERT_TEAM', 'CITY_ECO_OFFICE', 'CITY_GOV', 'CITY_LEADER', 'URGING_OFFICE', 'DISCIPLINE', 'ORG_DEPT', 'POLICE',
        'PROCURATORATE', 'DISCLOSURE_EDITOR', 'CONFIDENTIALITY_REVIEWER', 'HOTLINE_OPERATOR', 'EIA_DEPT', 'COUNTY_GOV',
        'COUNTY_LEADER', 'COUNTY_ECO_BUREAU', 'RESPONSIBLE_UNIT', 'TOWN_GOV', 'GRID_CHIEF', 'GRID_WORKER'));

-- 早先没有封存的线索可能还在；有则留待封存后再核，不挡启动
do $$
begin
    alter table wubu.clue_proposal validate constraint clue_proposal_sealed;
    alter table wubu.record_entry validate constraint record_entry_clues_sealed;
exception when check_violation then
    raise notice '有未封存的线索，约束留待核对';
end $$;
