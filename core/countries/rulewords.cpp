// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/countries/rulewords.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <iterator>

using namespace Qt::StringLiterals;

namespace PortDesk {
namespace {

struct Word {
    const char *key;
    const char *text;
};

constexpr Word kMembers[] = {
    {"portability", QT_TRANSLATE_NOOP("Rules", "Portable")},
    {"billMaxAgeDays", QT_TRANSLATE_NOOP("Rules", "Age of the bill")},
    {"loaMaxAgeDays", QT_TRANSLATE_NOOP("Rules", "Age of the letter")},
    {"signature", QT_TRANSLATE_NOOP("Rules", "Signature")},
    {"loaLanguages", QT_TRANSLATE_NOOP("Rules", "Language of the letter")},
    {"loaFields", QT_TRANSLATE_NOOP("Rules", "What the letter shows")},
    {"leadTimeMinimum", QT_TRANSLATE_NOOP("Rules", "Lead time, at least")},
    {"leadTimeMaximum", QT_TRANSLATE_NOOP("Rules", "Lead time, at most")},
    {"leadTimeNote", QT_TRANSLATE_NOOP("Rules", "About the lead time")},
    {"portingWindow", QT_TRANSLATE_NOOP("Rules", "Porting window")},
    {"maximumNumbers", QT_TRANSLATE_NOOP("Rules", "Numbers per order, at most")},
    {"maximumNumbersNote", QT_TRANSLATE_NOOP("Rules", "About the limit")},
    {"partialPort", QT_TRANSLATE_NOOP("Rules", "Partial port")},
    {"regulator", QT_TRANSLATE_NOOP("Rules", "Regulator")},
    {"restrictions", QT_TRANSLATE_NOOP("Rules", "Restrictions")},
    {"commonRejections", QT_TRANSLATE_NOOP("Rules", "Common rejections")},
};

constexpr Word kParts[] = {
    {"required", QT_TRANSLATE_NOOP("Rules", "asked")},
    {"baseProcess", QT_TRANSLATE_NOOP("Rules", "may be declared unavailable")},
    {"appliesTo", QT_TRANSLATE_NOOP("Rules", "whom it concerns")},
    {"pattern", QT_TRANSLATE_NOOP("Rules", "format")},
    {"checksum", QT_TRANSLATE_NOOP("Rules", "check digit")},
    {"explanation", QT_TRANSLATE_NOOP("Rules", "explanation")},
    {"whereToFind", QT_TRANSLATE_NOOP("Rules", "where to find it")},
    {"note", QT_TRANSLATE_NOOP("Rules", "note")},
    {"label", QT_TRANSLATE_NOOP("Rules", "name")},
    {"requestPointer", QT_TRANSLATE_NOOP("Rules", "place in the request")},
};

constexpr Word kValues[] = {
    {"signature/wet", QT_TRANSLATE_NOOP("Rules", "wet ink")},
    {"signature/electronic", QT_TRANSLATE_NOOP("Rules", "electronic")},
    {"signature/either", QT_TRANSLATE_NOOP("Rules", "wet ink or electronic")},
    {"partialPort/allowed", QT_TRANSLATE_NOOP("Rules", "allowed")},
    {"partialPort/restricted", QT_TRANSLATE_NOOP("Rules", "restricted")},
    {"portability/yes", QT_TRANSLATE_NOOP("Rules", "yes")},
};

template<size_t n> QString wordOf(const Word (&words)[n], const QString &key)
{
    for (const Word &word : words) {
        if (key == QLatin1StringView(word.key))
            return QCoreApplication::translate("Rules", word.text);
    }
    return {};
}

/// "changeLock" -> "Change lock": a member that a newer pack has and this program has no word for.
QString spelledOut(const QString &key)
{
    QString text;
    for (const QChar c : key) {
        if (c.isUpper() || c == u'_')
            text += u' ';
        if (c != u'_')
            text += c.toLower();
    }
    return text.isEmpty() ? text : text.at(0).toUpper() + text.mid(1);
}

QString partLabel(const QStringList &steps)
{
    QStringList parts;
    for (const QString &step : steps) {
        const QString word = wordOf(kParts, step);
        parts << (word.isEmpty() ? spelledOut(step).toLower() : word);
    }
    return parts.join(u", "_s);
}

QString listText(const QString &path, const QJsonArray &list)
{
    QStringList texts;
    bool sentences = false;
    for (const QJsonValue entry : list) {
        texts << ruleText(path, entry);
        sentences = sentences || texts.last().contains(u' ');
    }
    return texts.join(sentences ? u"\n"_s : u", "_s);
}

QString objectText(const QString &path, const QJsonObject &object)
{
    QStringList texts;
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const bool empty = entry.value().isNull() || entry.value() == QJsonValue(u""_s) || entry.value() == QJsonValue(QJsonArray());
        if (!empty && entry.key() != "sources"_L1 && entry.key() != "id"_L1)
            texts << u"%1: %2"_s.arg(partLabel({entry.key()}), ruleText(path + u'/' + entry.key(), entry.value()));
    }
    return texts.join(u", "_s);
}

} // namespace

QString ruleLabel(const CountryRecord &record, const QString &path)
{
    const QStringList steps = path.split(u'/');
    const bool isDocument = steps.first() == "documents"_L1;
    if (!isDocument && steps.first() != "fields"_L1) {
        const QString word = wordOf(kMembers, steps.first());
        const QString label = word.isEmpty() ? spelledOut(steps.first()) : word;
        return steps.size() == 1 ? label : u"%1: %2"_s.arg(label, partLabel(steps.mid(1)));
    }
    const FieldRule *field = isDocument ? nullptr : record.field(steps.value(1));
    const QString label = isDocument ? documentKindText(steps.value(1)) : field ? field->label : spelledOut(steps.value(1));
    return steps.size() == 2 ? label : u"%1: %2"_s.arg(label, partLabel(steps.mid(2)));
}

QString ruleText(const QString &path, const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return path.contains(u'/') ? QCoreApplication::translate("Rules", "not asked") : notDocumentedText();
    if (value.isBool())
        return value.toBool() ? QCoreApplication::translate("Rules", "yes") : QCoreApplication::translate("Rules", "no");
    if (value.isDouble())
        return QString::number(value.toDouble());
    if (value.isArray())
        return listText(path, value.toArray());
    if (value.isObject())
        return objectText(path, value.toObject());
    const QString word = wordOf(kValues, path + u'/' + value.toString());
    return word.isEmpty() ? value.toString() : word;
}

QString notDocumentedText()
{
    return QCoreApplication::translate("Rules", "not documented, ask the carrier");
}

} // namespace PortDesk
