-- 停用、启用三员和有决定权的岗位，也须第二位管理员确认：与口令申请同一张表、同一做法。

alter table wubu.claim drop constraint claim_kind;
alter table wubu.claim add constraint claim_kind check (kind in ('PASSWORD', 'OUTSIDE', 'DISABLE', 'ENABLE'));
comment on column wubu.claim.kind is 'PASSWORD 本人申请新口令；OUTSIDE 改由单位核验；DISABLE 停用；ENABLE 启用';
