// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/lettercode.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace PortDesk {

QString letterCodeText(const QString &reference, const QStringList &e164)
{
    // The reference may be a customer's own, with any characters in it.
    return u"PORTDESK:%1;n=%2;p={page}/{pages}"_s.arg(QString::fromLatin1(QUrl::toPercentEncoding(reference)), numbersKey(e164));
}

std::optional<LetterCode> letterCodeOf(const QString &text)
{
    static const QRegularExpression form(u"^PORTDESK:(?<reference>.+?)(?:;n=(?<numbers>[0-9a-f]{8}))?(?:;p=(?:\\{page\\}/\\{pages\\}|(?<page>\\d{1,3})/(?<pages>\\d{1,3})))?$"_s);
    const auto match = form.match(text);
    if (!match.hasMatch())
        return {};
    LetterCode code;
    code.numbersKey = match.captured(u"numbers"_s);
    code.page = match.captured(u"page"_s).toInt();
    code.pages = match.captured(u"pages"_s).toInt();
    const QString reference = match.captured(u"reference"_s);
    // Older letters coded the reference as it is.
    code.reference = code.numbersKey.isEmpty() ? reference : QUrl::fromPercentEncoding(reference.toUtf8());
    if (code.page < 1 || code.page > code.pages)
        code.page = code.pages = 0;
    return code;
}

QString numbersKey(const QStringList &e164)
{
    QStringList sorted = e164;
    sorted.sort();
    sorted.removeDuplicates();
    return QString::fromLatin1(QCryptographicHash::hash(sorted.join(u'\n').toUtf8(), QCryptographicHash::Sha256).toHex().left(8));
}

} // namespace PortDesk
