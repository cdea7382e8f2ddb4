// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/plurals.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace PortDesk {

QString englishPlural(QString text, int n)
{
    static const QRegularExpression ending(u"\\((s|es)\\)"_s);
    if (n == 1)
        return text.remove(u"(ies)"_s).remove(ending);
    return text.replace(u"y(ies)"_s, u"ies"_s).replace(ending, u"\\1"_s);
}

QString EnglishPlurals::translate(const char *, const char *source, const char *, int n) const
{
    return n < 0 ? QString() : englishPlural(QString::fromUtf8(source), n);
}

} // namespace PortDesk
