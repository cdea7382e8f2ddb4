// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/countries/countrypack.h"

#include <QDate>
#include <QHash>

namespace PortDesk {

/// The words of a letter in one language, with their English gloss. From resources/loa/words/<language>.json, and
/// words/<language>-<country>.json where a country says some of them differently.
class LetterWords
{
public:
    /// The words in which this record's letter is written: first of its languages we have words for; where none is documented the
    /// country's own, else English. Error::Internal when a file is broken.
    static Result<LetterWords> load(const CountryRecord &record);
    /// "fr"; see load().
    static QString languageFor(const CountryRecord &record);

    const QString &language() const { return m_language; }
    bool rightToLeft() const { return m_rightToLeft; }
    /// True where companies usually stamp what they sign, whatever the record says.
    bool stampIsUsual() const { return m_stampIsUsual; }
    /// Plain text of a word, "" when it is not known.
    QString text(const QString &key) const { return m_words.value(key); }
    QStringList keys() const { return m_words.keys(); }
    /// HTML: the English word, small and grey; "" in an English letter.
    QString gloss(const QString &key) const;
    /// HTML: the word and its gloss; sentences have the gloss on a line of its own.
    QString label(const QString &key) const;
    /// A day as the language writes it.
    QString day(QDate day) const;

private:
    QString m_language;
    QString m_dateForm;
    bool m_rightToLeft = false;
    bool m_stampIsUsual = false;
    QHash<QString, QString> m_words;
    QHash<QString, QString> m_english; ///< empty in an English letter
};

/// English in small grey letters, isolated from what stands beside it.
QString glossHtml(const QString &english);

} // namespace PortDesk
