// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/checks.h"

#include "core/cases/pointer.h"
#include "core/cases/requirements.h"

#include <algorithm>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

bool isAttached(const RequestDocument &document)
{
    return !document.file.isEmpty() || !document.sha256.isEmpty();
}

/// Whether a case has a document of a kind, and if not, whether one stands there for other numbers.
enum class Held { No, ForOtherNumbers, Yes };

Held attached(const Request &request, const QString &kind, const QStringList &e164)
{
    Held held = Held::No;
    for (const RequestDocument &document : request.documents) {
        if (document.kind != kind || !isAttached(document))
            continue;
        if (document.serves(e164))
            return Held::Yes;
        held = Held::ForOtherNumbers;
    }
    return held;
}

bool isDeclaredUnavailable(const Request &request, const QString &kind)
{
    return std::any_of(request.documents.cbegin(), request.documents.cend(),
                       [&kind](const RequestDocument &d) { return d.kind == kind && !d.unavailable.trimmed().isEmpty(); });
}

/// What people can do about a missing document, as the end of a sentence.
QString missingHint(const DocumentRule &rule, Held held)
{
    if (held == Held::ForOtherNumbers)
        return u" for every number of this case; the one attached lists other numbers"_s;
    return rule.baseProcess ? u", or declare that your carrier gives none"_s : QString();
}

/// A sentence as a part of another one: without its full stop.
QString sentencePart(const QString &sentence)
{
    const QString text = sentence.trimmed();
    return text.endsWith(u'.') ? text.chopped(1) : text;
}

/// What the document itself says: other values than the request, or none.
void checkValues(const Judgement &in, int index, const DocumentFacts &facts, Findings &out)
{
    QString document = documentKindText(in.request.documents.at(index).kind);
    if (const QString file = in.request.documents.at(index).file; !file.isEmpty())
        document += u" (%1)"_s.arg(file);
    for (const UnprovenValue &value : facts.unproven) {
        const QString code = value.found.isEmpty() ? u"evidence.not-shown"_s : u"evidence.differs"_s;
        out.warning(value.field, code, {{u"document"_s, document}, {u"fact"_s, value.what}, {u"expected"_s, value.expected}, {u"found"_s, value.found}});
    }
}

/// The file itself: what intake and worker found out.
void checkFile(const Judgement &in, int index, const QString &place, Findings &out)
{
    const DocumentFacts facts = in.context.documents.value(index);
    checkValues(in, index, facts, out);
    const QString code = facts.problemCode.isEmpty() && !facts.readable ? u"document.unreadable"_s : facts.problemCode;
    if (!code.isEmpty())
        out.error(place + u"/file"_s, code, {{u"file"_s, in.request.documents.at(index).file}, {u"detail"_s, facts.problemDetail}});
}

void checkRow(const Judgement &in, int index, Findings &out)
{
    const RequestDocument &document = in.request.documents.at(index);
    const QString place = pointerTo(u"/documents"_s, index);
    if (!documentKinds().contains(document.kind))
        out.error(place + u"/kind"_s, u"document.kind-unknown"_s, {{u"kind"_s, document.kind}});
    const auto cases = std::count_if(in.plans.cbegin(), in.plans.cend(), [&in](const CasePlan &plan) { return in.record(plan) != nullptr; });
    if (document.kind == "loa"_L1 && isAttached(document) && document.covers.isEmpty() && cases > 1)
        out.warning(place, u"loa.several-cases"_s, {{u"count"_s, int(cases)}});
    if (isAttached(document))
        checkFile(in, index, place, out);
    else if (document.unavailable.trimmed().isEmpty())
        out.error(place + u"/file"_s, u"document.missing"_s, {{u"document"_s, documentKindText(document.kind)}, {u"kind"_s, document.kind}});
    else
        out.warning(place + u"/unavailable"_s, u"document.unavailable"_s,
                    {{u"document"_s, documentKindText(document.kind)}, {u"kind"_s, document.kind}, {u"reason"_s, sentencePart(document.unavailable)}});
}

} // namespace

void checkDocuments(const Judgement &in, Findings &out)
{
    for (int i = 0; i < in.request.documents.size(); ++i)
        checkRow(in, i, out);
    for (qsizetype i = 0; i < in.plans.size(); ++i) {
        out.ofCase(int(i));
        const CasePlan &plan = in.plans.at(i);
        const CountryRecord *record = in.record(plan);
        const QList<DocumentRule> rules = record ? requiredDocuments(*record, in.request.owner.kind) : QList<DocumentRule>();
        const QStringList e164 = plan.e164();
        for (const DocumentRule &rule : rules) {
            const Held held = attached(in.request, rule.id, e164);
            if (held == Held::Yes || (rule.baseProcess && isDeclaredUnavailable(in.request, rule.id)))
                continue;
            out.error(u"/documents"_s, u"document.missing"_s,
                      {{u"document"_s, documentKindText(rule.id)}, {u"kind"_s, rule.id}, {u"country"_s, in.countryName(plan.country)}, {u"hint"_s, missingHint(rule, held)}});
        }
    }
}

} // namespace PortDesk
