-- SPDX-FileCopyrightText: 2026 The PortDesk team
-- SPDX-License-Identifier: GPL-3.0-or-later
-- The words of pages that were read, so that a second look at a document is quick. A cache: rows may be deleted at any time.
-- ;;
create table page_reading (
    sha256 text not null,
    page integer not null,
    options text not null,
    words blob not null,
    primary key (sha256, page, options)
) without rowid
