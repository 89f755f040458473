-- 单独交办对象：方案中与所在设区市并列的县（市）和功能区。行政上级不变，交办和查看按攻坚行动中的上级，不按代码前缀。

alter table wubu.region add column campaign_parent text references wubu.region (code);
comment on column wubu.region.campaign_parent is '攻坚行动中的上级，与行政上级不同时填写';

insert into wubu.region (code, name, full_name, level, parent_code, city_code, kind, campaign) values
  ('133100', '雄安新区', '河北省雄安新区', 'city', '130000', '133100', '功能区', true);

-- 济源、辛集、定州、巩义、兰考、滑县、长垣由省直接交办；郑州航空港同（规则手册 4.3 第1条）
update wubu.region set city_code = code, campaign_parent = rpad(left(code, 2), 6, '0')
 where code in ('419001', '130181', '130682', '410181', '410225', '410526', '410783', '410173');

-- 雄县、容城、安新属雄安新区
update wubu.region set city_code = '133100', campaign_parent = '133100' where code in ('130629', '130632', '130638');
