// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/letterwords.h"

#include <QFile>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kSentence = 48; ///< from this length on the gloss has a line of its own
const QString kFolder = u":/portdesk/loa/words"_s;

QString pathOf(const QString &language)
{
    return u"%1/%2.json"_s.arg(kFolder, language);
}

Result<QJsonObject> readFile(const QString &language)
{
    QFile file(pathOf(language));
    const QJsonDocument document = file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()) : QJsonDocument();
    if (!document.isObject())
        return Error{Error::Code::Internal, u"The letter's words are missing. Please report this to the makers of PortDesk."_s, file.fileName()};
    return document.object();
}

void addWords(QHash<QString, QString> &words, const QJsonObject &file)
{
    const QJsonObject entries = file.value("words"_L1).toObject();
    for (auto it = entries.constBegin(); it != entries.constEnd(); ++it)
        words.insert(it.key(), it.value().toString());
}

/// Languages by the countries in which they are used where nothing is documented.
const QHash<QString, QString> &usualLanguages()
{
    static const QHash<QString, QString> languages = [] {
        QHash<QString, QString> found;
        for (const QString &name : QDir(kFolder).entryList({u"??.json"_s}, QDir::Files, QDir::Name)) {
            const QString language = name.chopped(5);
            const auto file = readFile(language);
            const QJsonArray countries = file ? file->value("countries"_L1).toArray() : QJsonArray();
            for (const QJsonValue country : countries)
                found.insert(country.toString(), language);
        }
        return found;
    }();
    return languages;
}

} // namespace

QString glossHtml(const QString &english)
{
    return english.isEmpty() ? QString() : u"<span style=\"font-size:7pt;color:#555555\">\u2066%1\u2069</span>"_s.arg(english.toHtmlEscaped());
}

QString LetterWords::languageFor(const CountryRecord &record)
{
    for (const QString &language : record.loaLanguages) {
        if (QFile::exists(pathOf(language)))
            return language;
    }
    return record.loaLanguages.isEmpty() ? usualLanguages().value(record.country, u"en"_s) : u"en"_s;
}

Result<LetterWords> LetterWords::load(const CountryRecord &record)
{
    LetterWords words;
    words.m_language = languageFor(record);
    const auto file = readFile(words.m_language);
    if (!file)
        return file.error();
    words.m_dateForm = file->value("dateForm"_L1).toString();
    words.m_rightToLeft = file->value("rightToLeft"_L1).toBool();
    words.m_stampIsUsual = file->value("companyStamp"_L1).toBool();
    addWords(words.m_words, *file);
    if (const QString own = words.m_language + u'-' + record.country; QFile::exists(pathOf(own))) {
        if (const auto overlay = readFile(own))
            addWords(words.m_words, *overlay);
    }
    if (words.m_language != "en"_L1) {
        if (const auto english = readFile(u"en"_s))
            addWords(words.m_english, *english);
    }
    return words;
}

QString LetterWords::gloss(const QString &key) const
{
    const QString english = m_english.value(key);
    return english == text(key) ? QString() : glossHtml(english);
}

QString LetterWords::label(const QString &key) const
{
    const QString own = text(key).toHtmlEscaped();
    const QString english = gloss(key);
    if (english.isEmpty())
        return own;
    return own + (m_english.value(key).size() > kSentence ? u"<br>"_s : u" "_s) + english;
}

QString LetterWords::day(QDate day) const
{
    return QLocale(m_language).toString(day, m_dateForm);
}

} // namespace PortDesk
