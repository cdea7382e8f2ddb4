// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/tabs/adddocumentbar.h"

#include "core/countries/countrypack.h"
#include "ui/theme/portdeskstyle.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace PortDesk {

AddDocumentBar::AddDocumentBar(QWidget *parent)
    : QWidget(parent), m_name(new TextLabel({}, TextRole::Strong)), m_kind(new QComboBox), m_date(new QLineEdit), m_add(new QPushButton(tr("Add to Case")))
{
    setObjectName(u"addDocumentBar"_s);
    m_kind->setObjectName(u"documentKindCombo"_s);
    for (const QString &kind : documentKinds())
        m_kind->addItem(documentKindText(kind), kind);
    m_date->setObjectName(u"documentDateEdit"_s);
    m_date->setPlaceholderText(tr("2026-11-10"));
    m_dateField = new FormField(tr("Date"), m_date);
    m_add->setObjectName(u"confirmAddDocumentButton"_s);
    setPrimary(m_add);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(u"cancelAddDocumentButton"_s);
    auto *fields = new QHBoxLayout;
    fields->setSpacing(Spacing::M);
    fields->addWidget(new FormField(tr("What it is"), m_kind), 3);
    fields->addWidget(m_dateField, 2);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_add);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Spacing::L, Spacing::M, Spacing::L, Spacing::M);
    column->setSpacing(Spacing::M);
    column->addWidget(m_name);
    column->addLayout(fields);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_add, &QPushButton::clicked, this, &AddDocumentBar::accept);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &AddDocumentBar::judge);
    connect(m_dateField, &FormField::edited, this, &AddDocumentBar::judge);
    hide();
}

void AddDocumentBar::ask(const DocumentBytes &file, const QString &kind, QDate issued)
{
    m_file = file;
    m_name->setText(file.fileName);
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(kind)));
    m_date->setText(issued.isValid() ? issued.toString(Qt::ISODate) : QString());
    setBusy(false);
    judge();
    show();
    m_kind->setFocus();
}

void AddDocumentBar::setBusy(bool busy)
{
    m_add->setEnabled(!busy);
}

void AddDocumentBar::judge()
{
    const bool letter = m_kind->currentData().toString() == u"loa";
    m_dateField->setLabel(letter ? tr("Signed on") : tr("Issued on"));
    const QString text = m_date->text().trimmed();
    const bool fine = text.isEmpty() || QDate::fromString(text, Qt::ISODate).isValid();
    m_dateField->setError(fine ? QString() : tr("Write the date as year-month-day, such as 2026-11-10."));
}

void AddDocumentBar::accept()
{
    judge();
    if (m_dateField->hasError()) {
        m_dateField->showError();
        return;
    }
    CaseDocument document;
    document.kind = m_kind->currentData().toString();
    document.fileName = m_file.fileName;
    const QDate day = QDate::fromString(m_date->text().trimmed(), Qt::ISODate);
    (document.kind == u"loa" ? document.signedOn : document.issued) = day;
    setBusy(true);
    Q_EMIT accepted(m_file, document);
}

} // namespace PortDesk
