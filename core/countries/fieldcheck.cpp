// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/countries/fieldcheck.h"

#include "core/countries/idschemes.h"

#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace PortDesk {
namespace {

/// Compiling a pattern costs far more than using it, and a request of a thousand numbers uses the same few again and again.
bool fits(const QString &pattern, const QString &value)
{
    if (pattern.isEmpty())
        return true;
    thread_local QHash<QString, QRegularExpression> compiled;
    auto found = compiled.find(pattern);
    if (found == compiled.end())
        found = compiled.insert(pattern, QRegularExpression(pattern));
    return found->match(value).hasMatch();
}

QString patternOf(const SchemeRow &row)
{
    return QString::fromLatin1(row.pattern);
}

} // namespace

QString compacted(const QString &value)
{
    QString result;
    result.reserve(value.size());
    for (const QChar c : value) {
        const bool dropped = c.isSpace() || c == u'.' || c == u'/' || c.category() == QChar::Punctuation_Dash || c.category() == QChar::Other_Format;
        if (!dropped)
            result.append(c.toUpper());
    }
    return result;
}

FieldVerdict checkField(const FieldRule &rule, const QString &value, const QString &number)
{
    const QString compact = compacted(value);
    if (!fits(rule.pattern, compact))
        return FieldVerdict::BadFormat;
    const SchemeRow *row = schemeRow(rule.checksum);
    if (!row || !row->check)
        return FieldVerdict::Ok;
    // The arithmetic relies on its own format; where the pack's pattern is wider, the rest cannot be checked.
    if (!fits(patternOf(*row), compact))
        return rule.pattern.isEmpty() ? FieldVerdict::BadFormat : FieldVerdict::BadCheckDigit;
    const QLatin1StringView prefix(row->prefix);
    const QStringView id = compact.startsWith(prefix) ? QStringView(compact).sliced(prefix.size()) : QStringView(compact);
    return row->check(id, number) ? FieldVerdict::Ok : FieldVerdict::BadCheckDigit;
}

QList<IdScheme> idSchemes()
{
    QList<IdScheme> schemes;
    for (const SchemeRow *row : schemeTable())
        schemes.append({QString::fromLatin1(row->name), QString::fromLatin1(row->country), patternOf(*row), row->check != nullptr});
    return schemes;
}

bool isIdScheme(const QString &name)
{
    return schemeRow(name) != nullptr;
}

} // namespace PortDesk
