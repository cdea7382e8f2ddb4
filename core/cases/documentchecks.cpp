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

bool hasKind(const Request &request, const QString &kind, bool attached)
{
    return std::any_of(request.documents.cbegin(), request.documents.cend(), [&](const RequestDocument &d) {
        return d.kind == kind && (attached ? isAttached(d) : !d.unavailable.trimmed().isEmpty());
    });
}

/// A sentence as a part of another one: without its full stop.
QString sentencePart(const QString &sentence)
{
    const QString text = sentence.trimmed();
    return text.endsWith(u'.') ? text.chopped(1) : text;
}

/// The file itself: what intake and worker found out.
void checkFile(const Judgement &in, int index, const QString &place, Findings &out)
{
    const DocumentFacts facts = in.context.documents.value(index);
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
        for (const DocumentRule &rule : rules) {
            const bool declared = rule.baseProcess && hasKind(in.request, rule.id, false);
            if (hasKind(in.request, rule.id, true) || declared)
                continue;
            const QString hint = rule.baseProcess ? u", or declare that your carrier gives none"_s : QString();
            out.error(u"/documents"_s, u"document.missing"_s,
                      {{u"document"_s, documentKindText(rule.id)}, {u"kind"_s, rule.id}, {u"country"_s, in.countryName(plan.country)}, {u"hint"_s, hint}});
        }
    }
}

} // namespace PortDesk
