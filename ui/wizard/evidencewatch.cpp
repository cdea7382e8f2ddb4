// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/evidencewatch.h"

#include "core/desk/desksession.h"
#include "core/evidence/facts.h"
#include "core/evidence/factwords.h"
#include "core/evidence/picturecheck.h"
#include "ui/models/answer.h"

#include <algorithm>

namespace PortDesk {

namespace {

constexpr int kPauseMs = 600; // after the last key: a street half written differs from every bill
constexpr int kNamed = 4;     // values named in a summary

QStringList countriesOf(const QList<Fact> &facts)
{
    QStringList countries;
    for (const Fact &fact : facts) {
        if (!fact.country.isEmpty() && !countries.contains(fact.country))
            countries << fact.country;
    }
    return countries;
}

/// The values of one verdict, in words, at most kNamed of them.
QString named(const DocumentEvidence &evidence, Verdict verdict)
{
    QStringList words;
    qsizetype more = 0;
    for (const Evidence &row : evidence.facts) {
        if (row.verdict == verdict)
            words.size() < kNamed ? words.append(factText(row.fact)) : void(++more);
    }
    if (more > 0)
        words << EvidenceWatch::tr("%n more", nullptr, int(more));
    return words.join(QStringLiteral(", "));
}

} // namespace

EvidenceWatch::EvidenceWatch(DeskSession &session, RequestDraft &draft, QObject *parent) : QObject(parent), m_session(session), m_draft(draft)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &EvidenceWatch::look);
    connect(&draft, &RequestDraft::changed, &m_pause, qOverload<>(&QTimer::start));
}

const EvidenceWatch::Paper *EvidenceWatch::paper(int document) const
{
    const auto &documents = m_draft.request().documents;
    if (document < 0 || document >= documents.size())
        return nullptr;
    const auto found = m_papers.constFind(documents.at(document).sha256);
    return found == m_papers.cend() ? nullptr : &*found;
}

const DocumentEvidence *EvidenceWatch::evidence(int document) const
{
    const Paper *known = paper(document);
    return known && known->known ? &known->evidence : nullptr;
}

bool EvidenceWatch::isReading(int document) const
{
    const Paper *known = paper(document);
    return known && known->reading;
}

QString EvidenceWatch::problem(int document) const
{
    const Paper *known = paper(document);
    return known ? known->problem : QString();
}

void EvidenceWatch::look()
{
    const Request &request = m_draft.request();
    for (const RequestDocument &document : request.documents) {
        // Only what intake has opened already: everything else has a problem of its own.
        if (document.sha256.isEmpty() || !m_draft.knowsFacts(document.sha256) || !m_draft.factsOf(document.sha256).readable)
            continue;
        const QList<Fact> facts = factsOf(request, document, m_draft.rules().countries);
        const auto known = m_papers.constFind(document.sha256);
        if (known == m_papers.cend() ? !facts.isEmpty() : known->facts != facts || known->kind != document.kind)
            read(document, facts);
    }
}

void EvidenceWatch::read(const RequestDocument &document, const QList<Fact> &facts)
{
    Paper &paper = m_papers[document.sha256];
    paper.facts = facts;
    paper.kind = document.kind;
    paper.ticket = ++m_lastTicket;
    paper.reading = true;
    EvidenceOrder order;
    order.kind = document.kind;
    order.facts = facts;
    order.languages = recognitionLanguages(countriesOf(facts));
    order.today = m_draft.today();
    whenAnswered(m_session.document(document.sha256, document.file), this, [this, order, ticket = paper.ticket, hash = document.sha256](const Result<DocumentBytes> &bytes) mutable {
        if (!bytes)
            return take(hash, ticket, bytes.error());
        order.document = *bytes;
        whenAnswered(m_session.evidence().read(order), this, [this, ticket, hash](const Result<DocumentEvidence> &evidence) { take(hash, ticket, evidence); });
    });
    Q_EMIT evidenceChanged();
}

void EvidenceWatch::take(const QString &sha256, int ticket, const Result<DocumentEvidence> &evidence)
{
    const auto paper = m_papers.find(sha256);
    if (paper == m_papers.end() || paper->ticket != ticket)
        return; // asked again since
    paper->reading = false;
    paper->known = evidence.ok();
    paper->problem = evidence ? QString() : evidence.error().message;
    paper->evidence = evidence ? *evidence : DocumentEvidence();
    DocumentFacts facts = m_draft.factsOf(sha256);
    const QList<UnprovenValue> unproven = evidence ? unprovenValues(*evidence) : QList<UnprovenValue>();
    if (facts.unproven != unproven && m_draft.knowsFacts(sha256)) {
        facts.unproven = unproven;
        m_draft.setFacts(sha256, facts);
    }
    Q_EMIT evidenceChanged();
}

QString evidenceSummary(const DocumentEvidence &evidence)
{
    if (evidence.facts.isEmpty())
        return {};
    const int all = int(evidence.facts.size());
    const int found = int(std::count_if(evidence.facts.cbegin(), evidence.facts.cend(), [](const Evidence &row) { return row.verdict == Verdict::Match; }));
    if (found == all)
        return EvidenceWatch::tr("This document shows all %n value(s) of your request that it should.", nullptr, all);
    QStringList sentences{EvidenceWatch::tr("%1 of %2 values found in this document.").arg(found).arg(all)};
    if (const QString differ = named(evidence, Verdict::Differs); !differ.isEmpty())
        sentences << EvidenceWatch::tr("Differs: %1.").arg(differ);
    if (const QString missing = named(evidence, Verdict::NotShown); !missing.isEmpty())
        sentences << EvidenceWatch::tr("Not shown: %1.").arg(missing);
    if (const QString unreadable = named(evidence, Verdict::Unreadable); !unreadable.isEmpty())
        sentences << EvidenceWatch::tr("Not readable: %1.").arg(unreadable);
    return sentences.join(QLatin1Char(' '));
}

} // namespace PortDesk
