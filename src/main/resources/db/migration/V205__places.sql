-- 每个问题自己的经纬度；点位的经纬度取其最近一次发现所记的
alter table wubu.problem
    add column lon numeric(9, 6),
    add column lat numeric(8, 6),
    add constraint problem_place_whole check ((lon is null) = (lat is null));
comment on column wubu.problem.lon is '发现时所记经度 WGS-84';
comment on column wubu.problem.lat is '发现时所记纬度 WGS-84';

update wubu.site set lon = null, lat = null where (lon is null) <> (lat is null);
alter table wubu.site add constraint site_place_whole check ((lon is null) = (lat is null));

-- 点位的经纬度以往只取自第一次发现
update wubu.problem p set lon = s.lon, lat = s.lat
from wubu.site s
where s.id = p.site_id and s.lon is not null
  and p.number = (select f.number from wubu.problem f where f.site_id = s.id order by f.created_at, f.number limit 1);
