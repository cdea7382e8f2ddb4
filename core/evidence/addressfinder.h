// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evidence/labels.h"
#include "core/evidence/misreading.h"
#include "core/evidence/streetkey.h"

namespace PortDesk {

/// Finds service addresses. The street needs its exact house number, the town its exact postcode; in a scan one sign of their names may be one that recognition is known to
/// mistake (misreading.h), if it was sure of the word. Both have to stand together, or below the owner's name, so that
/// the town of the carrier's letterhead is never taken.
class AddressFinder
{
public:
    AddressFinder(const Paper &paper, const QList<LabelHit> &labels);

    /// The owner's name stands above the address; segment indexes.
    void setOwner(const QList<int> &segments) { m_owner = segments; }
    Evidence findStreet(const Fact &fact);
    /// The town of the street fact found before with the same address id.
    Evidence findPlace(const Fact &fact);

private:
    struct StreetHit {
        Hit hit;
        Verdict verdict = Verdict::NotShown;
        int segment = -1;
        QString house;
    };
    struct Postcode {
        int segment = -1;
        qsizetype first = 0, count = 0;
        bool exact = false;
    };
    StreetHit searchStreet(const StreetKey &wanted) const;
    StreetHit streetIn(int segment, const StreetKey &wanted) const;
    StreetHit otherStreet() const;
    bool isOrdinalSign(const QList<PaperToken> &tokens, qsizetype at) const;
    StreetHit houseHit(const QList<PaperToken> &tokens, qsizetype from, qsizetype to, const StreetKey &wanted) const;
    bool houseBeside(const QList<PaperToken> &tokens, qsizetype from, qsizetype to, const StreetKey &wanted, StreetHit &hit) const;
    QList<Postcode> postcodes(const QString &wanted, const QString &country) const;
    QList<int> block(int segment) const;
    QList<int> anchored() const;
    /// A town with how well it is spelt.
    struct Town {
        Hit hit;
        Likeness likeness = Likeness::Other;
    };
    Town localityIn(int segment, const QList<PaperToken> &wanted) const;
    Town localityBeside(int segment, const QList<PaperToken> &wanted) const;
    Likeness likenessOf(const QString &text, const QString &other, const StreetKey &wanted, bool scan) const;
    Verdict townVerdict(const Town &town) const;
    Hit joined(const Postcode &code, const Hit &town) const;
    Evidence otherPlace(const QList<int> &where, const Fact &fact, const QString &postcode, const QList<PaperToken> &locality) const;
    Evidence placeIn(const QList<int> &where, const Fact &fact, const QString &postcode, const QList<PaperToken> &locality) const;

    const Paper &m_paper;
    const QList<LabelHit> &m_labels;
    QList<int> m_owner;
    QHash<QString, int> m_streets; ///< address id -> segment
};

} // namespace PortDesk
