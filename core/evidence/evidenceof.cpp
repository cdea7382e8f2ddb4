// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/evidenceof.h"

#include "core/evidence/addressfinder.h"
#include "core/evidence/codefinder.h"
#include "core/evidence/datefinder.h"
#include "core/evidence/namefinder.h"
#include "core/evidence/phonefinder.h"
#include "core/evidence/signaturefinder.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr qsizetype kMostOwners = 100; ///< lines that may head an address

/// All finders over one paper; dates are read once a notation.
class Finder
{
public:
    Finder(const QList<Fact> &facts, const QList<PageReading> &pages, QDate today)
        : m_facts(facts), m_today(today), m_paper(pages), m_labels(labelsOf(m_paper)), m_phones(m_paper, m_labels, facts), m_names(m_paper, m_labels), m_addresses(m_paper, m_labels), m_codes(m_paper, m_labels)
    {
    }

    QList<Evidence> find()
    {
        QList<Evidence> found(m_facts.size());
        // Names first: an address stands below its owner. Towns last: they stand with their street.
        for (const int round : {0, 1, 2}) {
            for (qsizetype i = 0; i < m_facts.size(); ++i) {
                if (roundOf(m_facts.at(i).kind) == round)
                    found[i] = one(m_facts.at(i));
            }
            if (round == 0)
                anchorAt(found);
        }
        return found;
    }

private:
    static int roundOf(FactKind kind)
    {
        if (kind == FactKind::Place)
            return 2;
        return kind == FactKind::Owner || kind == FactKind::AuthorisedPerson ? 0 : 1;
    }

    Evidence one(const Fact &fact)
    {
        switch (fact.kind) {
        case FactKind::Owner:
        case FactKind::AuthorisedPerson:
        case FactKind::CarrierName:
            return m_names.find(fact);
        case FactKind::Street:
            return m_addresses.findStreet(fact);
        case FactKind::Place:
            return m_addresses.findPlace(fact);
        case FactKind::AccountNumber:
            return m_codes.findAccount(fact);
        case FactKind::BillingNumber:
        case FactKind::Number:
            return m_phones.find(fact);
        case FactKind::BillDate:
            return findBillDate(m_paper, fact, datesIn(fact.country), m_today);
        case FactKind::LoaDate:
            return findLoaDate(m_paper, fact, datesIn(fact.country), m_today);
        case FactKind::Signature:
            return findSignature(m_paper, fact, m_labels);
        case FactKind::Code:
            break;
        }
        return m_codes.findCode(fact);
    }

    void anchorAt(const QList<Evidence> &found)
    {
        QList<int> segments;
        for (const Evidence &evidence : found) {
            if (evidence.page < 0 || roundOf(evidence.fact.kind) != 0)
                continue;
            for (int i = 0; i < m_paper.segments().size(); ++i) {
                const PaperSegment &segment = m_paper.segment(i);
                const bool here = segment.page == evidence.page && !segment.words.isEmpty() && evidence.box().intersects(m_paper.words().at(segment.words.first()).box);
                if (here && segments.size() < kMostOwners && !segments.contains(i))
                    segments.append(i);
            }
        }
        m_addresses.setOwner(segments);
    }

    const QList<PaperDate> &datesIn(const QString &country)
    {
        if (!m_dates || m_datesCountry != country) {
            m_dates = datesOf(m_paper, m_labels, country);
            m_datesCountry = country;
        }
        return *m_dates;
    }

    const QList<Fact> &m_facts;
    QDate m_today;
    Paper m_paper;
    QList<LabelHit> m_labels;
    PhoneFinder m_phones;
    NameFinder m_names;
    AddressFinder m_addresses;
    CodeFinder m_codes;
    std::optional<QList<PaperDate>> m_dates;
    QString m_datesCountry;
};

} // namespace

QList<Evidence> evidenceOf(const QList<Fact> &facts, const QList<PageReading> &pages, QDate today)
{
    return Finder(facts, pages, today).find();
}

PageReading readingOf(const QList<Word> &words, const QSizeF &pageSize)
{
    PageReading reading;
    reading.straightSize = pageSize;
    for (const Word &word : words) {
        const QRectF straight(word.box.x() * pageSize.width(), word.box.y() * pageSize.height(), word.box.width() * pageSize.width(), word.box.height() * pageSize.height());
        reading.words.append({word.text, word.box, straight, 1, word.spaceAfter});
    }
    return reading;
}

} // namespace PortDesk
