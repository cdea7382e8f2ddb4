// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/checks.h"

#include "core/cases/linefeatures.h"
#include "core/cases/pointer.h"

namespace PortDesk {

using namespace Qt::StringLiterals;

void checkLineFeatures(const Judgement &in, Findings &out)
{
    for (qsizetype i = 0; i < in.request.lineFeatures.size(); ++i) {
        const QString place = pointerTo(u"/lineFeatures"_s, i);
        const QString &id = in.request.lineFeatures.at(i);
        const LineFeature *feature = lineFeature(id);
        if (!feature) {
            out.error(place, u"line-feature.unknown"_s, {{u"id"_s, id}});
            continue;
        }
        out.warning(place, feature->mustGoFirst ? u"line-feature.remove-first"_s : u"line-feature.loses-service"_s,
                    {{u"id"_s, id}, {u"label"_s, feature->label}, {u"remark"_s, feature->remark}, {u"sources"_s, feature->sources}});
    }
}

void checkConfirmations(const Judgement &in, Findings &out)
{
    for (qsizetype i = 0; i < in.request.confirmations.size(); ++i) {
        const Confirmation &row = in.request.confirmations.at(i);
        const QString place = pointerTo(u"/confirmations"_s, i);
        if (!asksConfirmation(row.code))
            out.warning(place + u"/code"_s, u"confirmation.not-possible"_s, {{u"code"_s, row.code}});
        else if (row.reason.trimmed().isEmpty())
            out.error(place + u"/reason"_s, u"confirmation.reason-missing"_s, {{u"code"_s, row.code}});
    }
}

} // namespace PortDesk
