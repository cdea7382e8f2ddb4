// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/letterbatch.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QMap>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

using ReasonKey = std::pair<TrayReason, const char16_t *>;
constexpr std::array kReasonKeys{ReasonKey{TrayReason::NoCode, u"no-code"},
                                 ReasonKey{TrayReason::ForeignCode, u"foreign-code"},
                                 ReasonKey{TrayReason::TwoLetters, u"two-letters"},
                                 ReasonKey{TrayReason::PagesMissing, u"pages-missing"},
                                 ReasonKey{TrayReason::Unreadable, u"unreadable"},
                                 ReasonKey{TrayReason::UnknownCase, u"unknown-case"},
                                 ReasonKey{TrayReason::OtherNumbers, u"other-numbers"},
                                 ReasonKey{TrayReason::SeveralCases, u"several-cases"},
                                 ReasonKey{TrayReason::Refused, u"refused"}};

/// The letters that a page's codes name; the same code twice is one.
QList<LetterCode> lettersOn(const BatchPage &page)
{
    QList<LetterCode> letters;
    for (const PageCode &code : page.codes) {
        if (const auto letter = letterCodeOf(code.text); letter && !letters.contains(*letter))
            letters.append(*letter);
    }
    return letters;
}

class Splitter
{
public:
    explicit Splitter(const QList<BatchPage> &pages) : m_pages(pages)
    {
        m_letters = std::any_of(pages.cbegin(), pages.cend(), [](const BatchPage &page) { return !lettersOn(page).isEmpty(); });
    }

    QList<LetterPart> run()
    {
        for (int page = 0; page < m_pages.size(); ++page)
            take(page);
        close();
        return m_parts;
    }

private:
    void take(int page)
    {
        const QList<LetterCode> letters = lettersOn(m_pages.at(page));
        if (letters.size() == 1)
            return takeCoded(page, letters.first());
        if (letters.size() > 1) {
            QStringList references;
            for (const LetterCode &letter : letters) {
                if (!references.contains(letter.reference))
                    references << letter.reference;
            }
            return takeLoose(page, TrayReason::TwoLetters, references.join(u", "_s));
        }
        if (m_pages.at(page).blank && (m_open || !m_parts.isEmpty()))
            return (m_open ? m_open->part : m_parts.last()).pages.append(page), void();
        if (m_open && m_open->expectsUncoded()) {
            m_open->part.pages.append(page);
            ++m_open->uncoded;
            return;
        }
        const BatchPage &bare = m_pages.at(page);
        if (!bare.problem.isEmpty())
            return takeLoose(page, TrayReason::Unreadable, bare.problem);
        if (!bare.codes.isEmpty())
            return takeLoose(page, TrayReason::ForeignCode, bare.codes.first().text);
        takeLoose(page, TrayReason::NoCode, {});
    }

    void takeCoded(int page, const LetterCode &letter)
    {
        if (!m_open || !m_open->continuesWith(letter)) {
            close();
            m_open = Open{{{}, letter, {}, {}}, {}, 0};
        }
        m_open->part.pages.append(page);
        if (letter.page > 0)
            m_open->found.insert(letter.page, page);
    }

    void takeLoose(int page, TrayReason reason, const QString &about)
    {
        close();
        const bool together = !m_letters && reason == TrayReason::NoCode && !m_parts.isEmpty() && m_parts.last().tray == reason;
        if (together)
            m_parts.last().pages.append(page);
        else
            m_parts.append({{page}, {}, reason, about});
    }

    void close()
    {
        if (!m_open)
            return;
        LetterPart part = std::exchange(m_open, std::nullopt)->finished();
        part.code.page = 0;
        m_parts.append(part);
    }

    /// A letter whose pages are still coming.
    struct Open {
        LetterPart part;
        QMap<int, int> found; ///< page of the letter -> page of the file
        int uncoded = 0;      ///< pages taken into it that bear no code

        bool expectsMore() const { return found.size() + uncoded < part.code.pages; }
        /// After the first page has told how many there are.
        bool expectsUncoded() const { return expectsMore() && found.contains(1); }
        bool continuesWith(const LetterCode &next) const
        {
            return expectsMore() && next.page > 0 && next.reference == part.code.reference && next.numbersKey == part.code.numbersKey &&
                   next.pages == part.code.pages && !found.contains(next.page);
        }
        LetterPart finished() const
        {
            LetterPart done = part;
            if (expectsMore()) {
                QStringList missing;
                for (int page = 1; page <= part.code.pages; ++page) {
                    if (!found.contains(page))
                        missing << QString::number(page);
                }
                done.tray = TrayReason::PagesMissing;
                done.about = missing.join(u", "_s);
            }
            // A pile that lay the other way round comes last page first.
            if (uncoded == 0 && found.size() > 1 && found.first() > found.last())
                done.pages = ordered();
            return done;
        }
        QList<int> ordered() const
        {
            QList<int> pages = found.values();
            for (const int page : part.pages) {
                if (!pages.contains(page))
                    pages.append(page); // blank
            }
            return pages;
        }
    };

    const QList<BatchPage> &m_pages;
    bool m_letters = false; ///< there is a letter among the pages
    QList<LetterPart> m_parts;
    std::optional<Open> m_open;
};

} // namespace

QString trayReasonKey(TrayReason reason)
{
    const auto found = std::find_if(kReasonKeys.cbegin(), kReasonKeys.cend(), [reason](const ReasonKey &key) { return key.first == reason; });
    return found == kReasonKeys.cend() ? QString() : QString::fromUtf16(found->second);
}

std::optional<TrayReason> trayReasonFromKey(const QString &key)
{
    const auto found = std::find_if(kReasonKeys.cbegin(), kReasonKeys.cend(), [&key](const ReasonKey &known) { return key == QStringView(known.second); });
    return found == kReasonKeys.cend() ? std::nullopt : std::optional(found->first);
}

QString trayReasonText(TrayReason reason, const QString &about, const QString &reference)
{
    switch (reason) {
    case TrayReason::NoCode:
        return QCoreApplication::translate("LetterBatch", "No code of a letter is on the page.");
    case TrayReason::ForeignCode:
        return QCoreApplication::translate("LetterBatch", "The code on the page is none of a letter: “%1”.").arg(about);
    case TrayReason::TwoLetters:
        return QCoreApplication::translate("LetterBatch", "Codes of several letters are on the page: %1.").arg(about);
    case TrayReason::PagesMissing:
        return QCoreApplication::translate("LetterBatch", "The letter of %1 is not complete: page %2 is missing.").arg(reference, about);
    case TrayReason::Unreadable:
        return QCoreApplication::translate("LetterBatch", "The page could not be read. %1").arg(about);
    case TrayReason::UnknownCase:
        return QCoreApplication::translate("LetterBatch", "There is no case %1 in this desk.").arg(reference);
    case TrayReason::OtherNumbers:
        return QCoreApplication::translate("LetterBatch", "The letter was written for other numbers than those of %1: before a change, or by another desk.").arg(reference);
    case TrayReason::SeveralCases:
        return QCoreApplication::translate("LetterBatch", "The request %1 became several cases: %2.").arg(reference, about);
    case TrayReason::Refused:
        return about;
    }
    return about;
}

QList<LetterPart> partsOf(const QList<BatchPage> &pages)
{
    return Splitter(pages).run();
}

QString partFileName(const QString &batchName, const QList<int> &pages)
{
    const auto [first, last] = std::minmax_element(pages.cbegin(), pages.cend());
    const QString base = QFileInfo(batchName).completeBaseName();
    if (pages.isEmpty() || *first == *last)
        return QCoreApplication::translate("LetterBatch", "%1, page %2.pdf").arg(base).arg(pages.isEmpty() ? 1 : *first + 1);
    return QCoreApplication::translate("LetterBatch", "%1, pages %2-%3.pdf").arg(base).arg(*first + 1).arg(*last + 1);
}

} // namespace PortDesk
