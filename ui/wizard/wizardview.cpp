// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/wizardview.h"
#include "ui/models/answer.h"

#include "ui/theme/portdeskstyle.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/scrollpage.h"
#include "ui/widgets/steplist.h"
#include "ui/widgets/textlabel.h"
#include "ui/wizard/addressespage.h"
#include "ui/wizard/carrierpage.h"
#include "ui/wizard/confirmationpage.h"
#include "ui/wizard/correction.h"
#include "ui/wizard/countrypage.h"
#include "ui/wizard/documentspage.h"
#include "ui/wizard/asides.h"
#include "ui/wizard/draftkeeper.h"
#include "ui/wizard/evidencewatch.h"
#include "ui/wizard/letterpage.h"
#include "ui/wizard/numberspage.h"
#include "ui/wizard/ownerpage.h"
#include "ui/wizard/pagelock.h"
#include "ui/wizard/questionspage.h"
#include "ui/wizard/reviewpage.h"
#include "ui/wizard/sidepanel.h"
#include "ui/wizard/storeknowledge.h"
#include "ui/wizard/todopage.h"

#include <QAction>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {
constexpr int kSideWidth = 270;
constexpr int kColumnWidth = 820;
constexpr int kMargin = 40;
} // namespace

WizardView::WizardView(DeskSession &session, Prompts &prompts, QWidget *parent)
    : QWidget(parent), m_session(session), m_prompts(prompts), m_draft(new RequestDraft({session.countries(), session.clock(), session.zone(), session.ownDays()}, this)), m_evidence(new EvidenceWatch(session, *m_draft, this)), m_correction(new Correction(session, *m_draft, this)),
      m_keeper(new DraftKeeper(session, this)), m_confirmation(new ConfirmationPage), m_steps(new StepList), m_side(new SidePanel),
      m_stack(new QStackedWidget), m_foot(new FootBar), m_note(new MessageBar), m_saveBar(new MessageBar), m_title(new TextLabel(tr("Port your numbers"), TextRole::Title)), m_saved(new TextLabel({}, TextRole::Body, TextLabel::Tone::Secondary)),
      m_back(new QPushButton(tr("&Back"))), m_next(new QPushButton)
{
    setObjectName(u"wizardView"_s);
    m_draft->setStore(new StoreKnowledge(session, m_draft));
    makePages();
    makeSide();
    makeFoot();
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    auto *note = new QVBoxLayout; // in the column of the page
    note->setContentsMargins(kMargin, Spacing::M, kMargin, 0);
    note->addWidget(m_note);
    m_note->setObjectName(u"noteBar"_s);
    m_note->setClosable(true);
    connect(m_note, &MessageBar::closed, this, [this] { dropCopiedNote(*m_draft); });
    m_note->setMaximumWidth(kColumnWidth);
    right->addLayout(note);
    right->addWidget(m_stack, 1);
    right->addWidget(m_foot);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_side);
    row->addLayout(right, 1);
    connectDraft();
}

WizardView::~WizardView()
{
    // A field that has the keyboard tells its page that it was left: now, and not when half of the page is gone.
    if (QWidget *field = focusWidget())
        field->clearFocus();
    m_draft->disconnect(this);
    delete m_stack; // the pages look at the draft until they are gone
}

void WizardView::makePages()
{
    const WizardContext context{m_session, m_prompts, *m_draft, m_evidence, m_correction};
    m_review = new ReviewPage(context, [this](const QString &pointer) { return m_pages.at(pageOwning(pointer))->stepTitle(); });
    m_pages = {new CountryPage(context),   new OwnerPage(context),     new CarrierPage(context), new NumbersPage(context), new AddressesPage(context),
               new QuestionsPage(context), new DocumentsPage(context), new LetterPage(context),  m_review};
    m_todo = new TodoPage(context);
    for (WizardPage *page : m_pages + QList<WizardPage *>{m_todo}) {
        m_locks.insert(page, new PageLock(page, *m_correction));
        m_stack->addWidget(framed(m_locks.value(page)));
        m_frames.insert(page, m_stack->widget(m_stack->count() - 1));
        connect(page, &WizardPage::stepChanged, this, &WizardView::refreshSteps);
        connect(page, &WizardPage::openRequested, this, &WizardView::openField);
    }
    m_stack->addWidget(framed(m_confirmation));
    m_frames.insert(m_confirmation, m_stack->widget(m_stack->count() - 1));
    connect(m_confirmation, &ConfirmationPage::doneRequested, this, [this] { Q_EMIT finished(m_confirmation->references()); });
}

/// The page in a column of at most 820 px that scrolls when the window is low.
QWidget *WizardView::framed(QWidget *page)
{
    page->setMaximumWidth(kColumnWidth);
    auto *inside = new QWidget;
    auto *row = new QHBoxLayout(inside);
    row->setContentsMargins(kMargin, Spacing::XL, kMargin, Spacing::L);
    row->addWidget(page, 100);
    row->addStretch(1);
    auto *scroll = new ScrollPage;
    scroll->setContent(inside);
    return scroll;
}

void WizardView::makeSide()
{
    m_steps->setObjectName(u"stepList"_s);
    m_steps->setAccessibleName(tr("Steps"));
    auto *close = new QPushButton(tr("Save and Close"));
    close->setObjectName(u"closeButton"_s);
    m_discard = new QPushButton(tr("Discard…"));
    m_discard->setObjectName(u"discardButton"_s);
    m_earlier = new QPushButton(tr("Earlier Requests…"));
    m_earlier->setObjectName(u"earlierButton"_s);
    for (QPushButton *button : {close, m_discard, m_earlier})
        setQuiet(button);
    m_side->setFixedWidth(kSideWidth);
    auto *column = new QVBoxLayout(m_side);
    column->setContentsMargins(13, Spacing::L + Spacing::XS, 13, Spacing::M);
    column->setSpacing(Spacing::M);
    m_title->setContentsMargins(9, 0, 0, 0);
    column->addWidget(m_title);
    column->addWidget(m_steps, 1);
    column->addWidget(m_earlier, 0, Qt::AlignLeading);
    auto *row = new QHBoxLayout;
    row->addWidget(close);
    row->addWidget(m_discard);
    row->addStretch(1);
    column->addLayout(row);
    connect(m_steps, &StepList::stepActivated, this, &WizardView::open);
    connect(m_earlier, &QPushButton::clicked, this, &WizardView::showEarlier);
    connect(close, &QPushButton::clicked, this, &WizardView::close);
    connect(m_discard, &QPushButton::clicked, this, &WizardView::discard);
}

void WizardView::makeFoot()
{
    m_saved->setObjectName(u"savedLabel"_s);
    m_saveBar->setObjectName(u"saveBar"_s);
    m_back->setObjectName(u"backButton"_s);
    m_next->setObjectName(u"nextButton"_s);
    setPrimary(m_next);
    auto *column = new QVBoxLayout(m_foot);
    column->setContentsMargins(kMargin, Spacing::M, kMargin, Spacing::M);
    column->setSpacing(Spacing::S);
    column->addWidget(m_saveBar);
    auto *row = new QHBoxLayout;
    row->setSpacing(Spacing::S + 2);
    row->addWidget(m_saved, 1);
    row->addWidget(m_back);
    row->addWidget(m_next);
    column->addLayout(row);
    connect(m_back, &QPushButton::clicked, this, &WizardView::back);
    connect(m_next, &QPushButton::clicked, this, &WizardView::next);
    for (const auto &keys : {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)})
        connect(new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut), &QShortcut::activated, m_next, &QPushButton::click);
    m_next->setToolTip(tr("Ctrl+Enter"));
}

void WizardView::connectDraft()
{
    connect(m_draft, &RequestDraft::changed, this, [this] {
        if (m_current >= 0 && m_current < m_pages.size())
            m_keeper->note(m_draft->request(), currentPage()->objectName(), m_draft->aside());
        refreshFoot();
    });
    connect(m_draft, &RequestDraft::checkedChanged, this, &WizardView::refreshFoot);
    connect(m_draft, &RequestDraft::checkedChanged, this, &WizardView::keepAside);
    connect(m_keeper, &DraftKeeper::saved, this, [this](const QDateTime &at) {
        m_saveBar->clear();
        m_saved->setText(tr("Draft saved %1").arg(at.toTimeZone(m_session.zone()).time().toString(u"HH:mm"_s)));
    });
    auto *retry = new QAction(tr("Retry"), this);
    connect(retry, &QAction::triggered, m_keeper, &DraftKeeper::saveNow);
    connect(m_keeper, &DraftKeeper::failed, this, [this, retry](const QString &sentence) {
        m_saved->setText(tr("Draft not saved"));
        m_saveBar->showMessage(State::Problem, tr("The draft could not be saved. %1 Nothing you typed is lost while this window is open.").arg(sentence), {retry});
    });
}

void WizardView::startNew(const Request &values)
{
    m_reached = -1;
    setCorrecting(false);
    m_draft->reset(values);
    open(0);
}

void WizardView::startCopy(const Request &values, const QString &said)
{
    startNew(values);
    m_note->showMessage(State::Info, said);
}

void WizardView::resumeRequest(const Draft &draft)
{
    setCorrecting(false);
    m_keeper->adopt(draft);
    if (const QString said = copiedNote(draft.aside); !said.isEmpty())
        m_note->showMessage(State::Info, said);
    m_draft->reset(draft.request, draft.aside);
    learnFacts();
    m_saved->setText(tr("Draft of %1").arg(QLocale().toString(draft.savedAt.toTimeZone(m_session.zone()), QLocale::ShortFormat)));
    m_reached = qMax(0, indexOf(draft.page));
    open(m_reached);
}

void WizardView::resumeLatest()
{
    whenAnswered(m_session.drafts(), this, [this](const Result<QList<Draft>> &drafts) {
        QList<Draft> own = drafts ? *drafts : QList<Draft>();
        own.removeIf([](const Draft &draft) { return correctedCase(draft).isValid(); });
        if (own.isEmpty())
            return startNew();
        resume(*std::max_element(own.cbegin(), own.cend(), [](const Draft &a, const Draft &b) { return a.savedAt < b.savedAt; }));
    });
}

WizardPage *WizardView::currentPage() const
{
    return m_current >= 0 && m_current < m_pages.size() ? m_pages.at(m_current) : nullptr;
}

int WizardView::indexOf(const QString &id) const
{
    for (int i = 0; i < m_pages.size(); ++i) {
        if (m_pages.at(i)->objectName() == id)
            return i;
    }
    return -1;
}

int WizardView::pageOwning(const QString &pointer) const
{
    for (int i = 0; i < m_pages.size(); ++i) {
        if (m_pages.at(i)->owns(pointer))
            return i;
    }
    return int(m_pages.size()) - 1;
}

void WizardView::openPage(const QString &id)
{
    if (const int index = indexOf(id); index >= 0)
        open(index);
}

void WizardView::openField(const QString &pointer)
{
    const int index = pageOwning(pointer);
    m_pages.at(index)->reveal();
    open(index);
    m_pages.at(index)->focusField(pointer);
}

} // namespace PortDesk
