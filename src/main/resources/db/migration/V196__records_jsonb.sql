-- 案卷记录的内容由 json 改为 jsonb：json 收下读不出的字符（\u0000、半个代理对），一条这样的记录会使整份案卷再也打不开。
-- 已有的这类字符改为 U+FFFD（�），其余内容不动；表单的先后次序另记在 labels 中，因为 jsonb 不保留次序。
-- 本次是迁移中的修复，此后案卷仍然只增不改。

-- 可读的内容：先按原文，读不出时先换 \u0000，再换落单的代理项
create function wubu.repaired(content text) returns text language plpgsql immutable as $$
declare
    fixed text := content;
begin
    perform fixed::jsonb;
    return fixed;
exception when data_exception then
    fixed := regexp_replace(fixed, '(?<!\\)((?:\\\\)*)\\u0000', '\1\ufffd', 'g');
    begin
        perform fixed::jsonb;
        return fixed;
    exception when data_exception then
        return regexp_replace(fixed, '(?<!\\)((?:\\\\)*)\\u[dD][89a-fA-F][0-9a-fA-F]{2}', '\1\ufffd', 'g');
    end;
end $$;

-- 各层标签，按首次出现的先后
create function wubu.labels_in(content json, depth integer default 0) returns text[] language plpgsql immutable as $$
declare
    found text[] := '{}';
    part  record;
    label text;
begin
    if depth > 16 then
        return found;
    end if;
    if json_typeof(content) = 'object' then
        for part in select key, value from json_each(content) loop
            foreach label in array array[part.key] || wubu.labels_in(part.value, depth + 1) loop
                if label <> all (found) then
                    found := found || label;
                end if;
            end loop;
        end loop;
    elsif json_typeof(content) = 'array' then
        for part in select value from json_array_elements(content) loop
            foreach label in array wubu.labels_in(part.value, depth + 1) loop
                if label <> all (found) then
                    found := found || label;
                end if;
            end loop;
        end loop;
    end if;
    return found;
end $$;

alter table wubu.record_entry add column labels text[] not null default '{}';
comment on column wubu.record_entry.labels is '内容中各标签的先后（表单顺序，含各层）';

alter table wubu.record_entry disable trigger record_entry_append_only;
update wubu.record_entry set labels = wubu.labels_in(wubu.repaired(content::text)::json) where content::text <> '{}';
alter table wubu.record_entry enable trigger record_entry_append_only;

alter table wubu.record_entry alter column content drop default;
alter table wubu.record_entry alter column content type jsonb using wubu.repaired(content::text)::jsonb;
alter table wubu.record_entry alter column content set default '{}';
alter table wubu.record_entry add constraint record_entry_content_object check (jsonb_typeof(content) = 'object');
comment on column wubu.record_entry.content is '表单内容（标签→值；先后见 labels）';

drop function wubu.labels_in(json, integer);
drop function wubu.repaired(text);
