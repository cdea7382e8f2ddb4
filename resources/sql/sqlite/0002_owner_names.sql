-- SPDX-FileCopyrightText: 2026 The PortDesk team
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every spelling of an owner's name once, for finding the same owner written differently. "match_key" is the folded name without its legal
-- form, "ending" its last four letters: one wrong letter cannot be at both ends of a longer name. The program fills both; here the
-- folded name stands in for older cases.
create table owner_name (
    name text primary key,
    match_key text not null,
    ending text not null,
    cases integer not null
) without rowid
-- ;;
insert into owner_name (name, match_key, ending, cases)
    select owner, min(owner_folded), substr(min(owner_folded), -4), count(*) from portcase group by owner
-- ;;
create index owner_name_key on owner_name (match_key)
-- ;;
create index owner_name_ending on owner_name (ending)
-- ;;
create trigger owner_named after insert on portcase begin
    insert into owner_name (name, match_key, ending, cases) values (new.owner, '', '', 1)
        on conflict (name) do update set cases = cases + 1;
end
-- ;;
create trigger owner_renamed after update of owner on portcase when old.owner <> new.owner begin
    update owner_name set cases = cases - 1 where name = old.owner;
    delete from owner_name where name = old.owner and cases = 0;
    insert into owner_name (name, match_key, ending, cases) values (new.owner, '', '', 1)
        on conflict (name) do update set cases = cases + 1;
end
