-- SPDX-FileCopyrightText: 2026 The PortDesk team
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first schema. One statement per entry; entries are parted by a line "-- ;;" because triggers contain semicolons.
-- Instants are milliseconds since 1970 in UTC, days are ISO 8601 texts, keys are the words of the JSON.
-- ;;
create table sequence (
    name text primary key,
    value integer not null
) without rowid
-- ;;
insert into sequence (name, value) values ('reference', 2000)
-- ;;
create table setting (
    key text primary key,
    value text not null
) without rowid
-- ;;
create table draft (
    id integer primary key autoincrement,
    request text not null,
    page text not null,
    saved_at integer not null
)
-- ;;
create table request (
    id integer primary key autoincrement,
    reference text not null,
    data text not null,
    created_at integer not null
)
-- ;;
-- Columns serve the list, its filters and sort orders; what only the case page needs stands in "data" (JSON).
-- next_due is the end of the year 9999 when no clock waits, so that every sort key is a value.
create table portcase (
    id integer primary key autoincrement,
    revision integer not null,
    reference text not null unique,
    reference_no integer not null,
    request_id integer references request (id),
    stage text not null,
    stage_order integer not null,
    country text not null,
    type text not null,
    owner text not null,
    owner_folded text not null,
    carrier text not null,
    carrier_folded text not null,
    agent text not null,
    numbers integer not null,
    ported integer not null,
    failed integer not null,
    reasons integer not null,
    next_clock text not null,
    next_due integer not null,
    approved integer not null,
    approved_at integer,
    port_date integer,
    port_zone text not null,
    created_at integer,
    stage_since integer,
    updated_at integer not null,
    documents integer not null,
    events integer not null,
    chain text not null,
    data text not null
)
-- ;;
create index portcase_updated on portcase (updated_at, id)
-- ;;
create index portcase_reference_no on portcase (reference_no, id)
-- ;;
create index portcase_owner on portcase (owner_folded, id)
-- ;;
create index portcase_country on portcase (country, id)
-- ;;
create index portcase_carrier on portcase (carrier_folded, id)
-- ;;
create index portcase_stage_order on portcase (stage_order, id)
-- ;;
create index portcase_due on portcase (next_due, id)
-- ;;
create index portcase_numbers on portcase (numbers, id)
-- ;;
create index portcase_stage on portcase (stage, updated_at, id)
-- ;;
create index portcase_request on portcase (request_id)
-- ;;
-- Kept by triggers: counting 100,000 rows at every refresh of the list would be felt.
create table stage_count (
    stage text primary key,
    cases integer not null
) without rowid
-- ;;
create trigger portcase_counted after insert on portcase begin
    insert into stage_count (stage, cases) values (new.stage, 1)
        on conflict (stage) do update set cases = cases + 1;
end
-- ;;
create trigger portcase_recounted after update of stage on portcase when old.stage <> new.stage begin
    update stage_count set cases = cases - 1 where stage = old.stage;
    insert into stage_count (stage, cases) values (new.stage, 1)
        on conflict (stage) do update set cases = cases + 1;
end
-- ;;
create trigger portcase_uncounted after delete on portcase begin
    update stage_count set cases = cases - 1 where stage = old.stage;
end
-- ;;
-- "reversed" holds the E.164 number backwards, so that a suffix is found by an index too.
create table case_number (
    case_id integer not null references portcase (id),
    position integer not null,
    e164 text not null,
    reversed text not null,
    type text not null,
    address_id text not null,
    pin text not null,
    outcome text not null,
    note text not null,
    primary key (case_id, position)
) without rowid
-- ;;
create index case_number_e164 on case_number (e164)
-- ;;
create index case_number_reversed on case_number (reversed)
-- ;;
create table case_document (
    id integer primary key autoincrement,
    case_id integer not null references portcase (id),
    position integer not null,
    kind text not null,
    file_name text not null,
    sha256 text not null,
    size integer not null,
    pages integer not null,
    mime_type text not null,
    issued text,
    signed_on text,
    unavailable text not null,
    waived text not null
)
-- ;;
create index case_document_case on case_document (case_id, position)
-- ;;
create index case_document_sha256 on case_document (sha256)
-- ;;
-- "waiting" is 1 while the case is open and the clock has not fired; only those are looked for.
create table case_clock (
    case_id integer not null references portcase (id),
    position integer not null,
    name text not null,
    due integer,
    calendar text not null,
    explanation text not null,
    action text not null,
    fired integer not null,
    waiting integer not null,
    primary key (case_id, position)
) without rowid
-- ;;
create index case_clock_due on case_clock (due, case_id, position) where waiting = 1
-- ;;
-- Each event carries the hash of itself and of the event before it; portcase.chain is the last one and portcase.events their number.
create table event (
    id integer primary key autoincrement,
    case_id integer not null references portcase (id),
    at integer not null,
    who text not null,
    role text not null,
    what text not null,
    from_stage text not null,
    to_stage text not null,
    text text not null,
    data text not null,
    hash text not null
)
-- ;;
create index event_case on event (case_id, id)
-- ;;
create trigger event_never_updated before update on event begin
    select raise(abort, 'events are append-only');
end
-- ;;
create trigger event_never_deleted before delete on event begin
    select raise(abort, 'events are append-only');
end
-- ;;
create table outbox (
    id integer primary key autoincrement,
    case_id integer references portcase (id),
    reference text not null,
    template text not null,
    language text not null,
    to_name text not null,
    to_address text not null,
    subject text not null,
    body text not null,
    created_at integer not null,
    sent_at integer
)
-- ;;
create index outbox_case on outbox (case_id, id)
-- ;;
create index outbox_unsent on outbox (id) where sent_at is null
-- ;;
create trigger outbox_only_marked before update of case_id, reference, template, language, to_name, to_address, subject, body, created_at on outbox begin
    select raise(abort, 'messages are never changed, only marked as sent');
end
-- ;;
create table document_content (
    id integer primary key autoincrement,
    sha256 text not null unique,
    mime_type text not null,
    size integer not null,
    bytes blob not null
)
-- ;;
create trigger document_content_never_updated before update on document_content begin
    select raise(abort, 'document contents are never changed');
end
-- ;;
create trigger document_content_never_deleted before delete on document_content begin
    select raise(abort, 'document contents are never deleted');
end
-- ;;
-- Owner, addresses, account, reference, carrier, folded: the tokenizer of this SQLite does not fold accents itself.
create virtual table case_search using fts5 (text, tokenize = 'trigram')
