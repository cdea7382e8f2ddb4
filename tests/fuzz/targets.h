// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/// What is fed with any bytes: by libFuzzer (./dev fuzz), and by tst_fuzzfindings with what it once found. Each answers "" or what is wrong; a crash is one, too.
namespace PortDesk::Fuzz {

/// Frames of the worker protocol: what is read is written such that it reads the same again.
QString protocolFlaw(const QByteArray &bytes);

/// Evidence in a page. The bytes are lines: facts ("number|+4930231250|DE"), an empty line, the page; a word after "@x,y,w,h" stands there. Every fact
/// has one answer, on the page, from its words; a match shows the digits it was asked for.
QString evidenceFlaw(const QByteArray &bytes);

/// What people paste and programs send: numbers in text, requests, packed rows of tables.
QString textFlaw(const QByteArray &bytes);

} // namespace PortDesk::Fuzz
