// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/textquery.h"

#include "core/base/folding.h"
#include "core/storage/caserow.h"

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

/// A word for LIKE with its wildcards taken literally (escape '\').
QString literal(QString word)
{
    for (const QChar wildcard : {u'\\', u'%', u'_'})
        word.replace(wildcard, QString(u'\\') + wildcard);
    return word;
}

QString quoted(QString word)
{
    return u'"' + word.replace(u'"', "\"\""_L1) + u'"';
}

SqlCondition wordsCondition(const QString &text)
{
    QStringList phrases;
    SqlCondition condition;
    for (const QString &word : text.split(u' ', Qt::SkipEmptyParts)) {
        if (word.size() >= 3) { // the trigram tokenizer knows nothing shorter
            phrases.append(quoted(word));
            continue;
        }
        condition.add(
            {{u"(select ' ' || s.text from case_search s where s.rowid = c.id) like ? escape '\\'"_s}, {u"% %1%"_s.arg(literal(word))}});
    }
    if (!phrases.isEmpty())
        condition.add({{u"c.id in (select rowid from case_search where case_search match ?)"_s}, {phrases.join(u' ')}});
    return condition;
}

struct DialledDigits
{
    QString digits; ///< without a leading 00 of an international number
    bool international = false;
};

/// The digits when the text looks like a number being typed.
DialledDigits dialled(const QString &text)
{
    DialledDigits result;
    for (const QChar c : text) {
        if (c.isDigit())
            result.digits.append(QChar(u'0' + c.digitValue()));
        else if (!QStringView(u" +-/().\u00a0").contains(c))
            return {};
    }
    result.international = text.startsWith(u'+') || result.digits.startsWith("00"_L1);
    if (result.digits.startsWith("00"_L1))
        result.digits.remove(0, 2);
    return result;
}

/// Rows whose column starts with a text of digits: ":" follows "9".
SqlCondition prefixed(const QString &columnName, const QString &prefix)
{
    return {{u"(%1 >= ? and %1 < ?)"_s.arg(columnName)}, {prefix, prefix + u':'}};
}

SqlCondition anywhere(const QString &digits)
{
    SqlCondition condition{{u"e164 like ?"_s}, {u"%%1%"_s.arg(digits)}};
    QString national = digits; // "030 1234" stands in the store as +49 30 1234
    while (national.startsWith(u'0'))
        national.remove(0, 1);
    if (national.size() >= 3 && national.size() < digits.size())
        condition.add({{u"e164 like ?"_s}, {u"%%1%"_s.arg(national)}});
    return condition;
}

SqlCondition numberCondition(const DialledDigits &number)
{
    SqlCondition matches;
    if (number.international) {
        matches = prefixed(u"e164"_s, u'+' + number.digits);
    } else if (number.digits.size() < 3) {
        matches = prefixed(u"e164"_s, u'+' + number.digits);
        matches.add(prefixed(u"reversed"_s, reversedText(number.digits)));
    } else {
        matches = anywhere(number.digits);
    }
    return {{u"c.id in (select case_id from case_number where %1)"_s.arg(matches.parts.join(u" or "))}, matches.values};
}

} // namespace

QString SqlCondition::where() const
{
    return parts.isEmpty() ? QString() : u" where "_s + parts.join(u" and ");
}

SqlCondition textCondition(const QString &text)
{
    const QString simple = folded(text);
    if (simple.isEmpty())
        return {};
    const SqlCondition words = wordsCondition(simple);
    const DialledDigits number = dialled(text.simplified());
    if (number.digits.isEmpty())
        return words;
    const SqlCondition digits = numberCondition(number);
    // an account number or a postcode is made of digits too
    return {{u"(%1 or (%2))"_s.arg(digits.parts.first(), words.parts.join(u" and "))}, digits.values + words.values};
}

} // namespace PortDesk
