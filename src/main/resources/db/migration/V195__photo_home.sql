-- 照片目录的标记：数据库记住目录里的标记，目录换了、没挂上、被删了都认得出来。

create table wubu.photo_home (
    single  boolean not null default true,
    mark    uuid not null,
    made_at timestamptz not null default now(),
    constraint photo_home_pk primary key (single),
    constraint photo_home_single check (single)
);
comment on table wubu.photo_home is '照片目录的标记，只有一行；与目录中 home 文件的内容一致才存照片';
comment on column wubu.photo_home.single is '恒为真：只有一行';
comment on column wubu.photo_home.mark is '标记';
comment on column wubu.photo_home.made_at is '记下的时间';
