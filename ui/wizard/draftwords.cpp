// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/draftwords.h"

#include "core/cases/resolve.h"
#include "ui/wizard/correction.h"

#include <QCoreApplication>

#include <algorithm>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr int kRowsCounted = 500;

struct PageName {
    const char16_t *page;
    const char *title;
};

// The titles are those of the steps, WizardPage::stepTitle(); that of the questions without the country.
constexpr PageName kPages[] = {
    {u"countryPage", QT_TRANSLATE_NOOP("DraftWords", "Country and type")},
    {u"ownerPage", QT_TRANSLATE_NOOP("DraftWords", "Owner")},
    {u"carrierPage", QT_TRANSLATE_NOOP("DraftWords", "Current carrier")},
    {u"numbersPage", QT_TRANSLATE_NOOP("DraftWords", "Numbers")},
    {u"addressesPage", QT_TRANSLATE_NOOP("DraftWords", "Addresses")},
    {u"questionsPage", QT_TRANSLATE_NOOP("DraftWords", "Country questions")},
    {u"documentsPage", QT_TRANSLATE_NOOP("DraftWords", "Documents")},
    {u"letterPage", QT_TRANSLATE_NOOP("DraftWords", "Letter of authorisation")},
    {u"reviewPage", QT_TRANSLATE_NOOP("DraftWords", "Check and submit")},
};

QString words(const char *text, int n = -1)
{
    return QCoreApplication::translate("DraftWords", text, nullptr, n);
}

} // namespace

QStringList wizardPages()
{
    QStringList pages;
    for (const PageName &page : kPages)
        pages << QString::fromUtf16(page.page);
    return pages;
}

QString progressText(const Draft &draft)
{
    const auto index = wizardPages().indexOf(draft.page);
    if (index < 0)
        return {};
    return QCoreApplication::translate("DraftWords", "Page %1 of %2: %3").arg(index + 1).arg(wizardPages().size()).arg(words(kPages[index].title));
}

QString countText(const Request &request)
{
    if (request.numbers.isEmpty())
        return QCoreApplication::translate("DraftWords", "no numbers yet");
    const int rows = int(request.numbers.size());
    if (rows > kRowsCounted)
        return QCoreApplication::translate("DraftWords", "%n row(s) of numbers", nullptr, rows);
    const int numbers = std::max(rows, int(resolveNumbers(request).numbers.size()));
    return QCoreApplication::translate("DraftWords", "%n number(s)", nullptr, numbers);
}

QString ownerText(const Draft &draft)
{
    const QString owner = draft.request.owner.displayName();
    if (const QString corrected = correctedReference(draft); !corrected.isEmpty())
        return QCoreApplication::translate("DraftWords", "Changes to %1").arg(corrected);
    return owner.isEmpty() ? QCoreApplication::translate("DraftWords", "Request without a name") : owner;
}

Request templateOf(const Request &request, bool withNumbers)
{
    Request copy = request;
    copy.reference.clear();
    copy.documents.clear();
    copy.requestedDate = {};
    copy.acknowledgements.clear();
    copy.confirmations.clear();
    if (!withNumbers)
        copy.numbers.clear();
    return copy;
}

QString templateText(const QString &from, bool withNumbers)
{
    return withNumbers
        ? QCoreApplication::translate("DraftWords", "Copied from %1: owner, carrier, numbers, addresses and answers. Documents, dates, ticks and confirmations were left out: they are made anew for each request.").arg(from)
        : QCoreApplication::translate("DraftWords", "Copied from %1: owner, carrier, addresses and answers. Documents, dates, ticks and confirmations were left out, and the numbers, which port with the earlier request.").arg(from);
}

} // namespace PortDesk
