-- SPDX-FileCopyrightText: 2026 The PortDesk team
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Values of the country rules that the desk set itself. "type" is empty for every type of the country, "value" is JSON.
-- ;;
create table rule_override (
    id integer primary key autoincrement,
    revision integer not null,
    country text not null,
    type text not null,
    path text not null,
    value text not null,
    reason text not null,
    source text not null,
    by_whom text not null,
    at integer not null,
    valid_from text,
    valid_until text,
    withdrawn integer not null
)
-- ;;
create unique index rule_override_place on rule_override (country, type, path) where withdrawn = 0
-- ;;
-- One event for each revision.
create table rule_override_event (
    id integer primary key autoincrement,
    override_id integer not null references rule_override (id),
    at integer not null,
    who text not null,
    what text not null,
    from_value text not null,
    to_value text not null,
    reason text not null
)
-- ;;
create index rule_override_event_of on rule_override_event (override_id, id)
-- ;;
create trigger rule_override_event_never_updated before update on rule_override_event begin
    select raise(abort, 'events are append-only');
end
-- ;;
create trigger rule_override_event_never_deleted before delete on rule_override_event begin
    select raise(abort, 'events are append-only');
end
-- ;;
create trigger rule_override_never_deleted before delete on rule_override begin
    select raise(abort, 'overrides are withdrawn, never deleted');
end
