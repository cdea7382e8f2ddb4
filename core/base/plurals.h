// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

namespace PortDesk {

/// The plural of the program's own English: a counted text "%n number(s)" becomes "1 number" or "2 numbers"; "(es)" and
/// "country(ies)" likewise. Install one in every program; a translation into another language goes on top.
class EnglishPlurals final : public QTranslator // no Q_OBJECT: it has no signals
{
public:
    using QTranslator::QTranslator;

    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *source, const char *disambiguation, int n) const override;
};

/// "%n number(s)" with the endings for `n`; the "%n" stays.
QString englishPlural(QString text, int n);

} // namespace PortDesk
