// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/questionspage.h"

#include "ui/theme/spacing.h"
#include "ui/widgets/card.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/countrycombo.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/textlabel.h"
#include "ui/wizard/asides.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace PortDesk {
using namespace Qt::StringLiterals;

QuestionsPage::QuestionsPage(const WizardContext &pageContext, QWidget *parent)
    : FormPage(u"questionsPage"_s, pageContext, parent), m_form(new QWidget), m_aside(new Card(tr("Kept aside"))),
      m_asideWords(new TextLabel)
{
    new QVBoxLayout(m_form);
    body()->addWidget(m_form);
    m_aside->setObjectName(u"asideCard"_s);
    m_asideWords->setObjectName(u"asideLabel"_s);
    m_asideWords->setWordWrap(true);
    m_aside->body()->addWidget(m_asideWords);
    body()->addWidget(m_aside);
    body()->addStretch(1);
    connect(&draft(), &RequestDraft::checkedChanged, this, [this] {
        if (!isVisible())
            return;
        if (questions() != m_shown)
            enter();
        else
            refresh();
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
    refresh();
    FormPage::enter();
}

/// Why it is asked, what it is, and where to find it.
QString QuestionsPage::hintOf(const Question &question) const
{
    const QString country = countryName(question.country);
    QStringList hint{question.rule.required ? tr("Carriers in %1 do not move the number without it.").arg(country) : tr("Some carriers in %1 ask for it.").arg(country),
                     question.rule.explanation};
    if (!question.rule.whereToFind.isEmpty())
        hint << tr("Where to find it: %1").arg(question.rule.whereToFind);
    hint.removeAll(QString());
    return hint.join(u' ');
}

/// What changes with the verdict: how many numbers have a code of their own, and what is aside.
void QuestionsPage::refresh()
{
    const auto &numbers = request().numbers;
    for (auto it = m_perNumber.cbegin(); it != m_perNumber.cend(); ++it) {
        const auto own = std::count_if(numbers.cbegin(), numbers.cend(), [&](const RequestNumber &row) { return !row.fields.value(it.key()).isEmpty(); });
        it.value()->setText(tr("Every number has its own: %1 of %n row(s) of numbers have one. What stands here is for the others.", nullptr, int(numbers.size())).arg(own));
        it.value()->parentWidget()->setVisible(numbers.size() > 1);
    }
    const QString aside = asideText(draft());
    m_asideWords->setText(tr("Not asked for this request, and kept with the draft until it is asked again: %1.").arg(aside));
    m_aside->setVisible(!aside.isEmpty());
}

void QuestionsPage::rebuild()
{
    m_shown = questions();
    m_perNumber.clear();
    fields().clear();
    auto *fresh = new QWidget;
    auto *column = new QVBoxLayout(fresh);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::L);
    for (const Question &question : std::as_const(m_shown))
        addQuestion(question, column);
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

void QuestionsPage::addQuestion(const Question &question, QVBoxLayout *column)
{
    const QString id = question.rule.id;
    FormField *field = addLine(id + u"Edit"_s, question.rule.label, u"/fields/"_s + id, [id](const Request &r) { return r.fields.value(id); },
                               [id](Request &r, const QString &text) {
                                   if (text.trimmed().isEmpty())
                                       r.fields.remove(id);
                                   else
                                       r.fields.insert(id, text.trimmed());
                               });
    field->setRequired(question.rule.required);
    field->setHint(hintOf(question));
    column->addWidget(field);
    if (!question.rule.perNumber)
        return;
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    auto *words = new TextLabel({}, TextRole::Body, TextLabel::Tone::Secondary);
    words->setObjectName(id + u"PerNumberLabel"_s);
    words->setWordWrap(true);
    auto *open = new QPushButton(tr("Enter per Number…"));
    open->setObjectName(id + u"PerNumberButton"_s);
    open->setAccessibleName(tr("Enter per number: %1").arg(question.rule.label));
    row->addWidget(words, 1);
    row->addWidget(open);
    m_perNumber.insert(id, words);
    column->addWidget(line);
    connect(open, &QPushButton::clicked, this, [this, id] { Q_EMIT openRequested(u"/numbers/0/fields/"_s + id); });
}

} // namespace PortDesk
