// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/problem.h"

#include "core/cases/problemtable.h"

#include <algorithm>

namespace PortDesk {

QString problemText(const Problem &problem)
{
    for (const ProblemTable::Row &row : ProblemTable::kRows) {
        if (problem.code != QStringView(row.code))
            continue;
        // Piece by piece, so that a value with braces in it is not taken for a placeholder.
        const QString sentence = QString::fromUtf16(row.sentence);
        QString text;
        qsizetype done = 0;
        for (qsizetype open = sentence.indexOf(u'{'); open >= 0; open = sentence.indexOf(u'{', done)) {
            const qsizetype close = sentence.indexOf(u'}', open);
            text += sentence.mid(done, open - done) + problem.args.value(sentence.mid(open + 1, close - open - 1)).toString();
            done = close + 1;
        }
        return (text + sentence.mid(done)).simplified();
    }
    return problem.code;
}

QList<ProblemCode> problemCodes()
{
    QList<ProblemCode> codes;
    for (const ProblemTable::Row &row : ProblemTable::kRows)
        codes.append({QString::fromUtf16(row.code), QString::fromUtf16(row.meaning)});
    return codes;
}

bool asksConfirmation(const QString &code)
{
    return std::any_of(ProblemTable::kRows.begin(), ProblemTable::kRows.end(),
                       [&](const ProblemTable::Row &row) { return row.asks && code == QStringView(row.code); });
}

bool hasErrors(const QList<Problem> &problems)
{
    return std::any_of(problems.cbegin(), problems.cend(), [](const Problem &p) { return p.severity == Problem::Severity::Error; });
}

} // namespace PortDesk
