// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/reviewpage.h"
#include "ui/models/answer.h"

#include "ui/theme/spacing.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/countrycombo.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/textlabel.h"
#include "ui/wizard/countrysummary.h"
#include "ui/wizard/requestsummary.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr int kBadgeWidth = 90; // the sentences begin at one line

QString acknowledgementText(const QString &id)
{
    if (id == u"keep_account_open")
        return ReviewPage::tr("I keep the account with the present carrier open until the numbers have moved.");
    if (id == u"authorised_to_port")
        return ReviewPage::tr("I am authorised to have these numbers ported.");
    if (id == u"fees_may_apply")
        return ReviewPage::tr("I know that porting may cost fees. The desk sends a quote first.");
    return id;
}

TextLabel *paragraph(const QString &text, TextLabel::Tone tone = TextLabel::Tone::Normal)
{
    auto *label = new TextLabel(text, TextRole::Body, tone);
    label->setWordWrap(true);
    return label;
}

} // namespace

ReviewPage::ReviewPage(const WizardContext &pageContext, StepOf stepOf, QWidget *parent)
    : WizardPage(u"reviewPage"_s, pageContext, parent), m_stepOf(std::move(stepOf)), m_findings(new Card), m_cases(new Card(tr("What it becomes"))),
      m_acks(new Card(tr("Please confirm"))), m_summary(new RequestSummary(pageContext.draft))
{
    setHeading(tr("Check and submit"), tr("Nothing has been sent yet. Look everything over once."));
    m_findings->setObjectName(u"findingsCard"_s);
    body()->addWidget(m_findings);
    body()->addWidget(m_cases);
    makeAcknowledgements();
    body()->addWidget(m_acks);
    body()->addWidget(m_summary);
    auto *after = new Card(tr("What happens when you submit"));
    after->body()->addWidget(paragraph(tr("The request goes to the porting desk, which looks at it within one business day and sends you a quote of the fees. You can answer it for three business days. "
                                          "Then the desk sends the order to the present carrier and tells you the port date. Keep the old account open until then."), TextLabel::Tone::Secondary));
    body()->addWidget(after);
    body()->addStretch(1);
    connect(m_summary, &RequestSummary::editRequested, this, &ReviewPage::openRequested);
}

void ReviewPage::makeAcknowledgements()
{
    for (const QString &id : requiredAcknowledgements()) {
        auto *box = new QCheckBox(acknowledgementText(id));
        QString name = id;
        box->setObjectName(name.remove(u'_') + u"Box"_s);
        box->setProperty("acknowledgement", id);
        m_boxes << box;
        m_acks->body()->addWidget(box, 0, Qt::AlignLeading);
        connect(box, &QCheckBox::clicked, this, [this, id](bool on) {
            draft().edit([&](Request &request) {
                request.acknowledgements.removeAll(id);
                if (on)
                    request.acknowledgements << id;
            });
        });
    }
}

bool ReviewPage::owns(const QString &pointer) const
{
    return pointer.startsWith(u"/acknowledgements");
}

void ReviewPage::enter()
{
    for (QCheckBox *box : std::as_const(m_boxes))
        box->setChecked(request().acknowledgements.contains(box->property("acknowledgement").toString()));
    bar()->clear();
    m_summary->refresh();
    showProblems();
    askStore();
}

/// The preflight in the store's own words: numbers of open cases are known there only.
void ReviewPage::askStore()
{
    const int ticket = ++m_asked;
    const Request asked = request();
    whenAnswered(context().session.check(asked, draft().facts()), this, [this, ticket, asked](const Result<PreflightResult> &result) {
        if (ticket == m_asked && result && asked == request())
            draft().setChecked(*result);
    });
}

void ReviewPage::focusField(const QString &pointer)
{
    for (QCheckBox *box : std::as_const(m_boxes)) {
        if (!box->isChecked() || pointer.isEmpty())
            return box->setFocus(Qt::OtherFocusReason);
    }
}

void ReviewPage::showFailure(const QString &sentence)
{
    bar()->setClosable(true);
    bar()->showMessage(State::Problem, sentence);
}

bool ReviewPage::maySubmit() const
{
    return draft().isUpToDate() && draft().checked().errors().isEmpty() && !draft().checked().cases.isEmpty();
}

void ReviewPage::showProblems()
{
    if (!isVisible())
        return;
    showFindings();
    showCases();
    m_summary->refresh();
}

void ReviewPage::showFindings()
{
    delete m_list;
    m_list = new QWidget;
    auto *column = new QVBoxLayout(m_list);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::S);
    const PreflightResult &checked = draft().checked();
    const auto errors = checked.errors().size();
    m_findings->setTitle(errors ? tr("%n thing(s) to mend before it can be submitted", nullptr, int(errors))
                                : checked.problems.isEmpty() ? tr("Everything is there") : tr("Nothing stops the request"));
    m_findings->setEdge(errors ? State::Problem : checked.problems.isEmpty() ? State::Good : State::Waiting);
    if (checked.problems.isEmpty())
        column->addWidget(paragraph(tr("Form and papers are complete. The request can be submitted."), TextLabel::Tone::Secondary));
    QString step;
    for (const Problem &problem : checked.problems) {
        if (const QString title = m_stepOf(placeOf(problem)); title != step) {
            step = title;
            column->addWidget(new TextLabel(title, TextRole::CaptionStrong, TextLabel::Tone::Secondary));
        }
        const bool error = problem.severity == Problem::Severity::Error;
        auto *line = new QHBoxLayout;
        line->setSpacing(Spacing::S);
        auto *badge = new Badge({error ? Glyph::Cross : Glyph::Warning, error ? tr("to mend") : tr("to check"), error ? State::Problem : State::Waiting});
        badge->setMinimumWidth(kBadgeWidth);
        line->addWidget(badge, 0, Qt::AlignTop);
        auto *link = paragraph(u"<a href=\"%1\">%2</a>"_s.arg(placeOf(problem).toHtmlEscaped(), problemText(problem).toHtmlEscaped()));
        link->setTextFormat(Qt::RichText);
        link->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
        link->setAccessibleName(problemText(problem));
        connect(link, &QLabel::linkActivated, this, &ReviewPage::openRequested);
        line->addWidget(link, 1);
        column->addLayout(line);
    }
    m_findings->body()->addWidget(m_list);
    m_list->show();
}

void ReviewPage::showCases()
{
    delete m_casesList;
    m_casesList = new QWidget;
    auto *column = new QVBoxLayout(m_casesList);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::XS);
    int n = 0;
    for (const CasePlan &plan : draft().checked().cases) {
        const CountryRecord *record = context().session.countries().record(plan.country, plan.type);
        column->addWidget(new TextLabel(tr("Case %1: %2, %3, from %4").arg(++n).arg(countryName(plan.country), numberTypeText(plan.type), plan.carrier.name), TextRole::Strong));
        column->addWidget(paragraph(tr("%n number(s). Time it takes: %1.", nullptr, int(plan.numbers.size())).arg(record ? leadTimeText(*record) : tr("not documented, ask the carrier")),
                                    TextLabel::Tone::Secondary));
    }
    m_cases->setVisible(n > 0);
    m_cases->body()->addWidget(m_casesList);
    m_casesList->show();
}

} // namespace PortDesk
