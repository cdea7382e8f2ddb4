// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/ownerpage.h"

#include "ui/theme/spacing.h"
#include "ui/widgets/formfield.h"

#include <QCheckBox>
#include <QRadioButton>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;

OwnerPage::OwnerPage(const WizardContext &pageContext, QWidget *parent)
    : FormPage(u"ownerPage"_s, pageContext, parent), m_business(new QRadioButton(tr("A company or &organisation"))),
      m_person(new QRadioButton(tr("A &private person"))), m_signs(new QCheckBox(tr("This person also signs the letter of &authorisation"))), m_signer(new QWidget)
{
    setHeading(tr("Who owns the numbers?"), tr("Write the names exactly as they stand on the latest bill: a different spelling is the most frequent reason for a rejection."));
    m_business->setObjectName(u"businessRadio"_s);
    m_person->setObjectName(u"personRadio"_s);
    m_signs->setObjectName(u"ownerSignsBox"_s);
    addOwner();
    addPerson();
    body()->addStretch(1);
    connect(m_business, &QRadioButton::toggled, this, [this](bool on) {
        if (!m_loading)
            setKind(on ? OwnerKind::Business : OwnerKind::Person);
    });
    connect(m_signs, &QCheckBox::toggled, this, [this](bool on) {
        if (!m_loading)
            setSigns(on);
    });
    connect(&draft(), &RequestDraft::changed, this, &OwnerPage::followOwner);
}

void OwnerPage::addOwner()
{
    auto *kinds = new QHBoxLayout;
    kinds->setSpacing(Spacing::XL);
    kinds->addWidget(m_business);
    kinds->addWidget(m_person);
    kinds->addStretch(1);
    body()->addLayout(kinds);
    m_company = addLine(u"companyEdit"_s, tr("Company"), u"/owner/company"_s, [](const Request &r) { return r.owner.company; },
                        [](Request &r, const QString &text) { r.owner.company = text.trimmed(); });
    m_company->setRequired(true);
    addRow({m_company});
    FormField *first = addLine(u"firstNameEdit"_s, tr("First name"), u"/owner/firstName"_s, [](const Request &r) { return r.owner.firstName; },
                               [](Request &r, const QString &text) { r.owner.firstName = text.trimmed(); });
    FormField *last = addLine(u"lastNameEdit"_s, tr("Last name"), u"/owner/lastName"_s, [](const Request &r) { return r.owner.lastName; },
                              [](Request &r, const QString &text) { r.owner.lastName = text.trimmed(); });
    first->setRequired(true);
    last->setRequired(true);
    addRow({first, last});
    FormField *email = addLine(u"emailEdit"_s, tr("E-mail"), u"/owner/email"_s, [](const Request &r) { return r.owner.email; },
                               [](Request &r, const QString &text) { r.owner.email = text.trimmed(); });
    email->setRequired(true);
    email->setHint(tr("Everything about the port is sent here."));
    FormField *phone = addLine(u"phoneEdit"_s, tr("Phone for questions"), u"/owner/phone"_s, [](const Request &r) { return r.owner.phone; },
                               [](Request &r, const QString &text) { r.owner.phone = text.trimmed(); });
    addRow({email, phone});
}

void OwnerPage::addPerson()
{
    addSection(tr("Authorised person"));
    body()->addWidget(m_signs);
    auto *column = new QVBoxLayout(m_signer);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::L);
    FormField *first = addLine(u"personFirstNameEdit"_s, tr("First name of the signer"), u"/authorisedPerson/firstName"_s,
                               [](const Request &r) { return r.authorisedPerson.firstName; },
                               [](Request &r, const QString &text) { r.authorisedPerson.firstName = text.trimmed(); });
    FormField *last = addLine(u"personLastNameEdit"_s, tr("Last name of the signer"), u"/authorisedPerson/lastName"_s,
                              [](const Request &r) { return r.authorisedPerson.lastName; },
                              [](Request &r, const QString &text) { r.authorisedPerson.lastName = text.trimmed(); });
    auto *names = new QHBoxLayout;
    names->setSpacing(Spacing::L);
    names->addWidget(first, 1, Qt::AlignTop);
    names->addWidget(last, 1, Qt::AlignTop);
    column->addLayout(names);
    FormField *email = addLine(u"personEmailEdit"_s, tr("E-mail of the signer"), u"/authorisedPerson/email"_s,
                               [](const Request &r) { return r.authorisedPerson.email; },
                               [](Request &r, const QString &text) { r.authorisedPerson.email = text.trimmed(); });
    column->addWidget(email);
    body()->addWidget(m_signer);
    FormField *title = addLine(u"personTitleEdit"_s, tr("Position"), u"/authorisedPerson/title"_s, [](const Request &r) { return r.authorisedPerson.title; },
                               [](Request &r, const QString &text) { r.authorisedPerson.title = text.trimmed(); });
    title->setHint(tr("For example: Managing director. Leave it empty for a private person."));
    addRow({title});
}

QString OwnerPage::stepSubtitle() const
{
    return request().owner.displayName();
}

bool OwnerPage::owns(const QString &pointer) const
{
    return pointer.startsWith(u"/owner") || pointer.startsWith(u"/authorisedPerson");
}

void OwnerPage::enter()
{
    m_loading = true;
    const Request &values = request();
    (values.owner.kind == OwnerKind::Business ? m_business : m_person)->setChecked(true);
    const AuthorisedPerson &signer = values.authorisedPerson;
    const bool none = signer.displayName().isEmpty();
    m_signs->setChecked(none || (signer.firstName == values.owner.firstName && signer.lastName == values.owner.lastName));
    m_loading = false;
    arrange();
    FormPage::enter();
}

void OwnerPage::setKind(OwnerKind kind)
{
    draft().edit([kind](Request &request) { request.owner.kind = kind; });
    arrange();
}

void OwnerPage::setSigns(bool owner)
{
    draft().edit([owner](Request &request) {
        AuthorisedPerson &signer = request.authorisedPerson;
        signer.firstName = owner ? request.owner.firstName : QString();
        signer.lastName = owner ? request.owner.lastName : QString();
        signer.email = owner ? request.owner.email : QString();
    });
    fields().load();
    arrange();
}

/// While the owner signs, the signer's names follow the owner's.
void OwnerPage::followOwner()
{
    if (m_loading || !isVisible() || !m_signs->isChecked())
        return;
    draft().edit([](Request &request) {
        request.authorisedPerson.firstName = request.owner.firstName;
        request.authorisedPerson.lastName = request.owner.lastName;
        request.authorisedPerson.email = request.owner.email;
    });
}

void OwnerPage::arrange()
{
    m_company->setVisible(m_business->isChecked());
    m_signer->setVisible(!m_signs->isChecked());
}

} // namespace PortDesk
