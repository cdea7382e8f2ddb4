// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/signedcopy.h"

#include "core/documents/lettercode.h"
#include "ui/wizard/evidencewatch.h"

#include <QCoreApplication>

#include <algorithm>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(SignedCopy)
};

const Evidence *signatureIn(const EvidenceWatch *watch, int document)
{
    const DocumentEvidence *evidence = watch ? watch->evidence(document) : nullptr;
    if (!evidence)
        return nullptr;
    const auto found = std::find_if(evidence->facts.cbegin(), evidence->facts.cend(), [](const Evidence &row) { return row.fact.kind == FactKind::Signature; });
    return found == evidence->facts.cend() ? nullptr : &*found;
}

} // namespace

SignedCopyWords signedCopyWords(const EvidenceWatch *watch, int document, const QString &code, const QString &expected)
{
    const auto copy = letterCodeOf(code), letter = letterCodeOf(expected);
    if (copy && letter && copy->reference != letter->reference)
        return {Tr::tr("This is the letter %1, not the one of this request (%2). Attach the copy that belongs here.").arg(copy->reference, letter->reference), State::Problem};
    if (copy && letter && !copy->numbersKey.isEmpty() && copy->numbersKey != letter->numbersKey)
        return {Tr::tr("This copy lists other numbers than the request does now. Print the letter again, and attach that one signed."), State::Problem};
    if (watch && watch->isReading(document))
        return {Tr::tr("Looking for the signature…"), {}};
    const Evidence *signature = signatureIn(watch, document);
    if (!signature)
        return {};
    const QString same = copy && letter ? Tr::tr("It is the letter of this request (QR code).") + u' ' : QString();
    switch (signature->verdict) {
    case Verdict::Match:
        return {same + Tr::tr("A signature was found in it."), State::Good};
    case Verdict::Differs:
        return {same + signature->remark, State::Problem};
    case Verdict::NotShown:
    case Verdict::Unreadable:
        break;
    }
    return {same + Tr::tr("No signature was found in it. Look whether this is the signed copy."), State::Waiting};
}

} // namespace PortDesk
