// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/requestsummary.h"

#include "core/cases/linefeatures.h"
#include "ui/theme/portdeskstyle.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/card.h"
#include "ui/widgets/keyvaluegrid.h"
#include "ui/widgets/textlabel.h"
#include "ui/wizard/numberwords.h"
#include "ui/wizard/requestdraft.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr int kShownNumbers = 12;

QString numbersOf(const Request &request, const QString &addressId)
{
    QStringList texts;
    int more = 0;
    for (const RequestNumber &row : request.numbers) {
        if (row.address != addressId)
            continue;
        if (texts.size() < kShownNumbers)
            texts << (row.range.isEmpty() ? row.number : row.range);
        else
            ++more;
    }
    return more ? RequestSummary::tr("%1 and %n more", nullptr, more).arg(texts.join(u", "_s)) : texts.join(u", "_s);
}

QString scopeText(const Request &request)
{
    if (request.scope == PortScope::Full)
        return RequestSummary::tr("all numbers of the account");
    return request.remaining == Remaining::Disconnect ? RequestSummary::tr("some numbers, the others are disconnected") : RequestSummary::tr("some numbers, the others stay");
}

QString stayingText(const Request &request)
{
    const QString numbers = request.staying.mid(0, kShownNumbers).join(u", "_s);
    const int more = int(request.staying.size()) - kShownNumbers;
    return more > 0 ? RequestSummary::tr("%1 and %n more", nullptr, more).arg(numbers) : numbers;
}

QString featuresText(const Request &request)
{
    QStringList labels;
    for (const QString &id : request.lineFeatures)
        labels << (lineFeature(id) ? lineFeature(id)->label : id);
    return labels.join(u", "_s);
}

/// Words to read, not to copy: no stop of the keyboard.
void addWords(KeyValueGrid &grid, const QString &key, const QString &value)
{
    grid.addRow(key, value)->setTextInteractionFlags(Qt::NoTextInteraction);
}

} // namespace

RequestSummary::RequestSummary(const RequestDraft &draft, QWidget *parent) : QWidget(parent), m_draft(draft)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::L);
    m_owner = addCard(tr("Owner and authorised person"), u"/owner"_s, u"editOwnerButton"_s);
    m_carrier = addCard(tr("Current carrier"), u"/losingCarrier"_s, u"editCarrierButton"_s);
    m_numbers = addCard(tr("Numbers and addresses"), u"/numbers"_s, u"editNumbersButton"_s);
    m_fields = addCard(tr("Country questions"), u"/fields"_s, u"editQuestionsButton"_s);
    m_documents = addCard(tr("Documents"), u"/documents"_s, u"editDocumentsButton"_s);
}

KeyValueGrid *RequestSummary::addCard(const QString &title, const QString &pointer, const QString &buttonName)
{
    auto *card = new Card(title);
    auto *edit = new QPushButton(tr("Edit"));
    edit->setObjectName(buttonName);
    edit->setAccessibleName(tr("Edit: %1").arg(title));
    setQuiet(edit);
    card->addToHeader(edit);
    auto *grid = new KeyValueGrid;
    card->body()->addWidget(grid);
    layout()->addWidget(card);
    connect(edit, &QPushButton::clicked, this, [this, pointer] { Q_EMIT editRequested(pointer); });
    return grid;
}

void RequestSummary::refresh()
{
    const Request &request = m_draft.request();
    m_owner->clear();
    addWords(*m_owner, tr("Owner"), request.owner.displayName());
    addWords(*m_owner, tr("E-mail"), request.owner.email);
    addWords(*m_owner, tr("Signs"), request.authorisedPerson.displayName());
    m_carrier->clear();
    addWords(*m_carrier, tr("Carrier"), request.losingCarrier.name);
    addWords(*m_carrier, tr("Account number"), request.losingCarrier.accountNumber);
    if (!request.reseller.isEmpty())
        addWords(*m_carrier, tr("Bought from"), request.reseller.company);
    addWords(*m_carrier, tr("Moves"), scopeText(request));
    if (!request.staying.isEmpty())
        addWords(*m_carrier, tr("Not moving"), stayingText(request));
    if (!request.lineFeatures.isEmpty())
        addWords(*m_carrier, tr("On the lines"), featuresText(request));
    addWords(*m_carrier, tr("Wished day"), request.requestedDate.isValid() ? QLocale().toString(request.requestedDate, QLocale::LongFormat) : tr("as soon as possible"));
    m_numbers->clear();
    for (const RequestAddress &address : request.addresses)
        addWords(*m_numbers, addressLine(address.address), numbersOf(request, address.id));
    if (const QString without = numbersOf(request, {}); !without.isEmpty())
        addWords(*m_numbers, tr("Without an address"), without);
    m_fields->clear();
    for (auto it = request.fields.cbegin(); it != request.fields.cend(); ++it) {
        QString label = it.key();
        for (const CountryRecord *record : m_draft.records()) {
            if (const FieldRule *rule = record->field(it.key()))
                label = rule->label;
        }
        addWords(*m_fields, label, it.value());
    }
    if (request.fields.isEmpty())
        addWords(*m_fields, tr("Answers"), tr("none"));
    m_documents->clear();
    for (const RequestDocument &document : request.documents)
        addWords(*m_documents, documentKindText(document.kind), document.unavailable.isEmpty() ? document.file : tr("your carrier gives none"));
    if (request.documents.isEmpty())
        addWords(*m_documents, tr("Attached"), tr("none"));
}

} // namespace PortDesk
