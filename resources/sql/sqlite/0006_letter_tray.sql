-- SPDX-FileCopyrightText: 2026 The PortDesk team
-- SPDX-License-Identifier: GPL-3.0-or-later
-- Scanned files on their way to the cases, and the tray of what waits for somebody to assign it. Unlike a case's documents these bytes go
-- when they have found their place.
-- ;;
create table letter_batch (
    id integer primary key autoincrement,
    sha256 text not null unique,
    file_name text not null,
    who text not null,
    arrived integer not null,
    bytes blob not null
)
-- ;;
-- Letters printed before submission bear the customer's own reference.
create index request_reference on request (reference)
-- ;;
-- Pages (from 0) that have their place; the key lets two desks place a page once.
create table letter_batch_page (
    batch_id integer not null references letter_batch (id) on delete cascade,
    page integer not null,
    primary key (batch_id, page)
) without rowid
-- ;;
-- "pages" are those of the file it came in, as a JSON list. A removed part keeps its row for a while, so that undo brings it back.
create table tray_part (
    id integer primary key autoincrement,
    sha256 text not null,
    size integer not null,
    mime_type text not null,
    file_name text not null,
    batch_name text not null,
    pages text not null,
    reason text not null,
    about text not null,
    reference text not null,
    who text not null,
    arrived integer not null,
    removed integer,
    bytes blob not null
)
-- ;;
create index tray_part_waiting on tray_part (arrived, id) where removed is null
-- ;;
-- Parts go, what happened to them stays: no reference to their rows.
create table tray_event (
    id integer primary key autoincrement,
    part_id integer not null,
    at integer not null,
    who text not null,
    what text not null,
    file_name text not null,
    detail text not null
)
-- ;;
create trigger tray_event_never_updated before update on tray_event begin
    select raise(abort, 'events are append-only');
end
-- ;;
create trigger tray_event_never_deleted before delete on tray_event begin
    select raise(abort, 'events are append-only');
end
