-- 问题线索的内容只以密文入库（AES-256-GCM，密钥不在库中）；案卷条目由应用同样封存。

alter table wubu.clue_proposal add constraint clue_proposal_sealed
    check (facts like '1:%' and ground like '1:%' and coalesce(opinion, '1:') like '1:%') not valid;
alter table wubu.record_entry add constraint record_entry_clues_sealed
    check (subject not like 'CL-%' or content ->> 'sealed' like '1:%') not valid;
