// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/reviewpage.h"
#include "ui/models/answer.h"

#include "ui/theme/spacing.h"
#include "ui/widgets/card.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/textlabel.h"
#include "ui/wizard/casepreview.h"
#include "ui/wizard/correction.h"
#include "ui/wizard/findingslist.h"
#include "ui/wizard/requestsummary.h"
#include "ui/wizard/todolistview.h"

#include <QCheckBox>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

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
    : WizardPage(u"reviewPage"_s, pageContext, parent), m_toDo(new Card(tr("What the desk asked for"))), m_toDoList(new ToDoListView(*pageContext.correction)), m_findings(new Card), m_nothing(paragraph({}, TextLabel::Tone::Secondary)),
      m_list(new FindingsList(pageContext.draft, std::move(stepOf))), m_cases(new Card(tr("What it becomes"))), m_preview(new CasePreview(pageContext.session.countries())),
      m_acks(new Card(tr("Please confirm"))), m_after(paragraph({}, TextLabel::Tone::Secondary)), m_summary(new RequestSummary(pageContext.draft))
{
    m_findings->setObjectName(u"findingsCard"_s);
    m_findings->body()->addWidget(m_nothing);
    m_findings->body()->addWidget(m_list);
    m_cases->body()->addWidget(m_preview);
    m_toDo->setObjectName(u"toDoCard"_s);
    m_toDoList->setPagesOffered(false); // there is no viewer here
    m_toDo->body()->addWidget(m_toDoList);
    body()->addWidget(m_toDo);
    body()->addWidget(m_findings);
    body()->addWidget(m_cases);
    makeAcknowledgements();
    body()->addWidget(m_acks);
    body()->addWidget(m_summary);
    auto *after = new Card(tr("What happens when you submit"));
    after->body()->addWidget(m_after);
    body()->addWidget(after);
    body()->addStretch(1);
    connect(m_toDoList, &ToDoListView::openRequested, this, &ReviewPage::openRequested);
    connect(pageContext.correction, &Correction::changed, this, [this] {
        if (isVisible())
            showCorrection();
    });
    connect(m_list, &FindingsList::openRequested, this, &ReviewPage::openRequested);
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

QString ReviewPage::stepTitle() const
{
    return context().correction->isActive() ? tr("Check and send back") : tr("Check and submit");
}

QString ReviewPage::nextWord() const
{
    return context().correction->isActive() ? tr("check and send back") : tr("check and submit");
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
    showCorrection();
    m_summary->refresh();
    showProblems();
    askStore();
}

/// A returned case is sent back and not submitted anew; what the desk asked for stands above everything else.
void ReviewPage::showCorrection()
{
    const Correction &correction = *context().correction;
    m_toDo->setVisible(correction.isActive());
    m_cases->setVisible(!correction.isActive() && !draft().checked().cases.isEmpty());
    if (!correction.isActive()) {
        setHeading(tr("Check and submit"), tr("Nothing has been sent yet. Look everything over once."));
        m_after->setText(tr("The request goes to the porting desk, which looks at it within one business day and sends you a quote of the fees. You can answer it for three business days. "
                            "Then the desk sends the order to the present carrier and tells you the port date. Keep the old account open until then."));
        return;
    }
    m_toDoList->refresh();
    const int open = correction.openCount();
    m_toDo->setEdge(open ? State::Waiting : State::Good);
    m_toDo->setTitle(open ? tr("Still open: %n thing(s) the desk asked for", nullptr, open) : tr("Everything the desk asked for is done"));
    setHeading(tr("Check and send back"), tr("Nothing has been sent yet. Look everything over once."));
    m_after->setText(tr("%1 goes back to the porting desk with your changes, which it checks within one business day. New documents are kept beside those that were refused.").arg(correction.portCase().reference));
}

/// The preflight in the store's own words: numbers of open cases are known there only.
void ReviewPage::askStore()
{
    const int ticket = ++m_asked;
    const Request asked = request();
    whenAnswered(context().session.check(asked, draft().facts(), context().correction->portCase().reference), this, [this, ticket, asked](const Result<PreflightResult> &result) {
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

void ReviewPage::showFailure(const QString &sentence, const QList<QAction *> &actions)
{
    bar()->setClosable(true);
    bar()->showMessage(State::Problem, sentence, actions);
}

bool ReviewPage::maySubmit() const
{
    const Correction &correction = *context().correction;
    const bool explained = !correction.isActive() || (correction.isWaiting() && correction.openCount() == 0);
    return explained && draft().isUpToDate() && draft().checked().errors().isEmpty() && !draft().checked().cases.isEmpty();
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
    const PreflightResult &checked = draft().checked();
    m_list->refresh();
    const auto errors = checked.errors().size();
    const int unconfirmed = m_list->unconfirmed();
    if (errors)
        m_findings->setTitle(tr("%n thing(s) to mend before it can be submitted", nullptr, int(errors)));
    else if (unconfirmed)
        m_findings->setTitle(tr("%n thing(s) to confirm", nullptr, unconfirmed));
    else
        m_findings->setTitle(checked.problems.isEmpty() ? tr("Everything is there") : tr("Nothing stops the request"));
    m_findings->setEdge(errors ? State::Problem : checked.problems.isEmpty() ? State::Good : State::Waiting);
    m_nothing->setText(checked.problems.isEmpty() ? tr("Form and papers are complete. The request can be submitted.")
                                                  : tr("Please correct what is wrong, or confirm with a reason that it is right. Without a confirmation the desk will ask you."));
    m_nothing->setVisible(checked.problems.isEmpty() || unconfirmed > 0);
    m_list->setVisible(!checked.problems.isEmpty());
}

void ReviewPage::showCases()
{
    m_cases->setVisible(!context().correction->isActive() && !draft().checked().cases.isEmpty());
    m_preview->show(draft().checked());
}

} // namespace PortDesk
