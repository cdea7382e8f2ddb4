// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/ownername.h"

#include "core/base/folding.h"

#include <QSet>
#include <QStringList>

#include <algorithm>
#include <vector>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int kLongName = 12; ///< from here on two letters may differ

/// Legal forms of companies in the countries served, folded and without dots.
const QSet<QString> &legalForms()
{
    static const QStringList forms = u"gmbh mbh ag kg kgaa ohg gbr ug ek eg ev haftungsbeschrankt gesmbh og eu "
                                     "ltd limited llc llp lp inc incorporated corp corporation co company plc pllc cic dac clg uc "
                                     "sa sarl sas sasu eurl sci snc sci scs sl slu slne srl srls spa sapa sas cv sca "
                                     "lda ltda eireli me epp bv nv vof cvba bvba srlu asbl vzw ab hb aps ps as asa ans da oy oyj ky "
                                     "zoo spzoo spk sro spol kft zrt nyrt bt doo dd jdoo ood eood ad ead oe ee epe ike ae "
                                     "pty pte pt pvt tbk bhd sdn kk gk yk gaisha kabushiki yugen godo"_s.split(u' ');
    static const QSet<QString> set(forms.cbegin(), forms.cend());
    return set;
}

/// Folded words; dots join ("S.A.R.L." is one word), everything else that is neither letter nor digit parts.
QStringList wordsOf(const QString &name)
{
    QString text;
    for (const QChar c : folded(name)) {
        if (c.isLetterOrNumber())
            text += c;
        else if (c != u'.' && c != u'\'')
            text += u' ';
    }
    return text.split(u' ', Qt::SkipEmptyParts);
}

QString digitsOf(const QString &text)
{
    QString digits;
    std::copy_if(text.cbegin(), text.cend(), std::back_inserter(digits), [](QChar c) { return c.isDigit(); });
    return digits;
}

} // namespace

QString ownerKey(const QString &name)
{
    const QStringList words = wordsOf(name);
    QStringList kept = words;
    kept.removeIf([](const QString &word) { return legalForms().contains(word) || word == "and"_L1 || word == "und"_L1; });
    return (kept.isEmpty() ? words : kept).join(u' ');
}

int editDistance(const QString &a, const QString &b, int limit)
{
    if (std::abs(a.size() - b.size()) > limit)
        return limit + 1;
    std::vector<int> row(size_t(b.size()) + 1);
    for (size_t j = 0; j < row.size(); ++j)
        row[j] = int(j);
    for (qsizetype i = 0; i < a.size(); ++i) {
        int diagonal = row[0];
        int least = row[0] = int(i) + 1;
        for (size_t j = 1; j < row.size(); ++j) {
            const int replaced = diagonal + (a.at(i) == b.at(qsizetype(j) - 1) ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
            least = std::min(least, row[j]);
        }
        if (least > limit)
            return limit + 1;
    }
    return std::min(row.back(), limit + 1);
}

bool isOtherSpelling(const QString &name, const QString &known)
{
    if (name.simplified().compare(known.simplified(), Qt::CaseInsensitive) == 0)
        return false;
    const QString a = ownerKey(name);
    const QString b = ownerKey(known);
    if (a == b)
        return !a.isEmpty();
    if (digitsOf(a) != digitsOf(b) || std::min(a.size(), b.size()) < 4)
        return false;
    const int limit = std::min(a.size(), b.size()) >= kLongName ? 2 : 1;
    return editDistance(a, b, limit) <= limit;
}

} // namespace PortDesk
