// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/questionspage.h"

#include "ui/theme/spacing.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/countrycombo.h"
#include "ui/widgets/emptystate.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;

QuestionsPage::QuestionsPage(const WizardContext &pageContext, QWidget *parent)
    : FormPage(u"questionsPage"_s, pageContext, parent), m_form(new QWidget)
{
    new QVBoxLayout(m_form);
    body()->addWidget(m_form);
    body()->addStretch(1);
    connect(&draft(), &RequestDraft::checkedChanged, this, [this] {
        if (isVisible() && questions() != m_shown)
            enter();
    });
}

QString QuestionsPage::stepTitle() const
{
    QStringList names;
    for (const CountryRecord *record : draft().records()) {
        const Country *country = draft().rules().countries.country(record->country);
        if (country && !names.contains(country->name))
            names << country->name;
    }
    return names.isEmpty() ? tr("Country questions") : tr("Questions for %1").arg(QLocale().createSeparatedList(names));
}

QString QuestionsPage::stepSubtitle() const
{
    if (!draft().record())
        return {};
    const auto asked = questions();
    if (asked.isEmpty())
        return tr("nothing more is asked");
    int answered = 0;
    for (const Question &question : asked)
        answered += request().fields.value(question.rule.id).isEmpty() ? 0 : 1;
    return answered ? tr("%1 of %2 answered").arg(answered).arg(asked.size()) : QString();
}

bool QuestionsPage::owns(const QString &pointer) const
{
    return pointer.startsWith(u"/fields");
}

QList<QuestionsPage::Question> QuestionsPage::questions() const
{
    const QString kind = request().owner.kind == OwnerKind::Business ? u"business"_s : u"person"_s;
    QList<Question> asked;
    for (const CountryRecord *record : draft().records()) {
        for (const FieldRule &rule : record->fields) {
            const bool here = rule.requestPointer.isEmpty() && (rule.appliesTo.isEmpty() || rule.appliesTo == kind);
            if (here && !asked.contains(Question{rule, {}}))
                asked << Question{rule, record->country};
        }
    }
    return asked;
}

void QuestionsPage::enter()
{
    const auto asked = questions();
    setHeading(stepTitle(), asked.isEmpty() ? QString() : tr("These are documented as asked for by carriers in the country. Fields that are not marked as required may stay empty."));
    if (asked != m_shown || asked.isEmpty())
        rebuild();
    FormPage::enter();
}

void QuestionsPage::rebuild()
{
    m_shown = questions();
    fields().clear();
    auto *fresh = new QWidget;
    auto *column = new QVBoxLayout(fresh);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::L);
    for (const Question &question : std::as_const(m_shown)) {
        const QString id = question.rule.id;
        FormField *field = addLine(id + u"Edit"_s, question.rule.label, u"/fields/"_s + id, [id](const Request &r) { return r.fields.value(id); },
                                   [id](Request &r, const QString &text) {
                                       if (text.trimmed().isEmpty())
                                           r.fields.remove(id);
                                       else
                                           r.fields.insert(id, text.trimmed());
                                   });
        field->setRequired(question.rule.required);
        QStringList hint{question.rule.explanation, question.rule.whereToFind};
        hint.removeAll(QString());
        field->setHint(hint.join(u' '));
        column->addWidget(field);
    }
    if (m_shown.isEmpty()) {
        auto *nothing = new EmptyState;
        nothing->set(EmptyState::Kind::NothingYet, tr("Nothing more is asked"),
                     tr("No further questions are documented for this country and type. The desk asks if the carrier wants to know more."));
        nothing->setGlyph(Glyph::Check);
        column->addWidget(nothing);
    }
    delete body()->replaceWidget(m_form, fresh);
    m_form->deleteLater();
    m_form = fresh;
    m_form->show(); // at once: a layout shows new widgets only later, and nobody could focus them until then
}

} // namespace PortDesk
