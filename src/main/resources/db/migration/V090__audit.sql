-- 审计记录：先写入，后编号成链（docs/adr/0006-audit.md）
create table wubu.audit_event (
    id         bigint generated always as identity primary key,
    sequence   bigint,
    at         timestamptz not null default clock_timestamp(),
    utc_offset text not null,
    account    text,
    post       text,
    source     text,
    kind       text not null,
    object     text,
    result     text not null,
    reason     text,
    trace      text,
    node       text not null,
    hash_key   text,
    hash       bytea,
    constraint audit_event_sequence unique (sequence),
    constraint audit_event_result check (result in ('DONE', 'REFUSED', 'FAILED')),
    constraint audit_event_chained check ((sequence is null) = (hash is null) and (sequence is null) = (hash_key is null))
);
create index audit_event_waiting on wubu.audit_event (id) where sequence is null;
create index audit_event_at on wubu.audit_event (at);
create index audit_event_account on wubu.audit_event (account, id);
comment on table wubu.audit_event is '审计记录：只增不改，编号连续，逐条以 HMAC 成链，链头定时封存在库外';
comment on column wubu.audit_event.id is '写入次序';
comment on column wubu.audit_event.sequence is '连续编号，成链时给定，此前为空';
comment on column wubu.audit_event.at is '时间（数据库时钟）';
comment on column wubu.audit_event.utc_offset is '显示所用的时区偏移';
comment on column wubu.audit_event.account is '账号；登录失败时为所填账号；空为未登录';
comment on column wubu.audit_event.post is '岗位（角色@区划）';
comment on column wubu.audit_event.source is '来源地址；空为系统自身';
comment on column wubu.audit_event.kind is '事件类别';
comment on column wubu.audit_event.object is '对象：案卷编号、任务、请求路径等，不含内容';
comment on column wubu.audit_event.result is '结果：完成、拒绝、失败';
comment on column wubu.audit_event.reason is '原因';
comment on column wubu.audit_event.trace is '追踪号，同一请求的应答和日志中都有';
comment on column wubu.audit_event.node is '节点';
comment on column wubu.audit_event.hash_key is '所用算法和密钥的标识';
comment on column wubu.audit_event.hash is '本条与前一条的链式摘要';

-- 唯一的例外：未成链的记录由下面的函数补上编号和摘要，其余各列不变
create function wubu.keep_audit_event() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if old.sequence is null and new.sequence is not null
            and (old.id, old.at, old.utc_offset, old.account, old.post, old.source, old.kind, old.object, old.result,
                 old.reason, old.trace, old.node)
                is not distinct from
                (new.id, new.at, new.utc_offset, new.account, new.post, new.source, new.kind, new.object, new.result,
                 new.reason, new.trace, new.node)
        then
            return new;
        end if;
    end if;
    raise exception '审计记录只能追加，不能修改或删除';
end $$;
create trigger audit_event_append_only before update or delete on wubu.audit_event
    for each row execute function wubu.keep_audit_event();
create trigger audit_event_whole_append_only before truncate on wubu.audit_event
    for each statement execute function wubu.refuse_change();

-- 以所有者的权限成链：应用角色自己不能改任何一列
create function wubu.chain_audit_event(ids bigint[], first bigint, hashes bytea[], key text) returns void
    language plpgsql security definer set search_path = pg_catalog as $$
declare
    last    bigint;
    chained bigint;
begin
    select coalesce(max(sequence), 0) into last from wubu.audit_event;
    if first <> last + 1 or cardinality(ids) <> cardinality(hashes) then
        raise exception '审计链不连续：应从 % 开始', last + 1;
    end if;
    update wubu.audit_event e
    set sequence = chain_audit_event.first + n.place - 1, hash = n.hash, hash_key = chain_audit_event.key
    from unnest(ids, hashes) with ordinality as n (id, hash, place)
    where e.id = n.id and e.sequence is null;
    get diagnostics chained = row_count;
    if chained <> cardinality(ids) then
        raise exception '审计链不连续：% 条中有 % 条可成链', cardinality(ids), chained;
    end if;
end $$;
revoke execute on function wubu.chain_audit_event(bigint[], bigint, bytea[], text) from public;
comment on function wubu.chain_audit_event is '给尚未成链的记录补上连续编号和摘要';
