-- SPDX-FileCopyrightText: 2026 The PortDesk team
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Marks of people on the pages of documents. "data" is the mark as JSON; a removed mark keeps its row, so that undo brings it back.
-- ;;
create table mark (
    id text primary key,
    revision integer not null,
    sha256 text not null,
    page integer not null,
    data text not null,
    created integer not null,
    removed integer not null
)
-- ;;
create index mark_of_document on mark (sha256, page, created) where removed = 0
-- ;;
-- One event for each revision.
create table mark_event (
    id integer primary key autoincrement,
    mark_id text not null references mark (id),
    at integer not null,
    who text not null,
    what text not null,
    data text not null
)
-- ;;
create index mark_event_of on mark_event (mark_id, id)
-- ;;
create trigger mark_event_never_updated before update on mark_event begin
    select raise(abort, 'events are append-only');
end
-- ;;
create trigger mark_event_never_deleted before delete on mark_event begin
    select raise(abort, 'events are append-only');
end
