// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/documentdetails.h"
#include "ui/models/answer.h"

#include "ui/theme/portdeskstyle.h"
#include "ui/theme/spacing.h"
#include "ui/viewer/documentviewer.h"
#include "ui/widgets/card.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/textlabel.h"
#include "ui/wizard/dayedit.h"
#include "ui/wizard/evidencewatch.h"

#include <QComboBox>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {
constexpr int kSideWidth = 230;
constexpr int kPreviewHeight = 320;
}

DocumentDetails::DocumentDetails(const WizardContext &wizard, QWidget *parent)
    : QWidget(parent), m_context(wizard), m_stack(new QStackedWidget), m_kind(new QComboBox), m_issued(new DayEdit(wizard.draft.today())),
      m_kindField(nullptr), m_issuedField(nullptr), m_refusal(new MessageBar), m_evidence(new TextLabel({}, TextRole::Caption, TextLabel::Tone::Secondary)), m_title(new TextLabel({}, TextRole::Section)), m_words(new TextLabel({}, TextRole::Body, TextLabel::Tone::Secondary)),
      m_attach(new QPushButton(tr("Choose &File…"))), m_none(new QPushButton(tr("My Carrier &Gives None"))), m_back(new QPushButton(tr("&Take Back"))),
      m_preview(new DocumentViewer(wizard.session.worker()))
{
    m_kind->setObjectName(u"kindCombo"_s);
    m_evidence->setObjectName(u"evidenceText"_s);
    m_evidence->setWordWrap(true);
    if (m_context.evidence)
        connect(m_context.evidence, &EvidenceWatch::evidenceChanged, this, &DocumentDetails::showEvidence);
    m_issued->setObjectName(u"issuedEdit"_s);
    m_attach->setObjectName(u"attachButton"_s);
    m_none->setObjectName(u"unavailableButton"_s);
    m_back->setObjectName(u"takeBackButton"_s);
    m_file = makeFile();
    m_missing = makeMissing();
    m_stack->addWidget(m_file);
    m_stack->addWidget(m_missing);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    showNothing();
}

QWidget *DocumentDetails::makeFile()
{
    for (const QString &kind : documentKinds())
        m_kind->addItem(documentKindText(kind), kind);
    m_kindField = new FormField(tr("Kind"), m_kind);
    m_issuedField = new FormField(tr("Issued on"), m_issued);
    m_preview->setObjectName(u"previewView"_s);
    m_preview->setMinimumHeight(kPreviewHeight);
    m_preview->setThumbnailsVisible(false);
    auto *replace = new QPushButton(tr("Re&place…"));
    replace->setObjectName(u"replaceDocumentButton"_s);
    auto *remove = new QPushButton(tr("&Remove"));
    remove->setObjectName(u"removeDocumentButton"_s);
    auto *side = new QWidget;
    side->setFixedWidth(kSideWidth);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::M);
    column->addWidget(m_kindField);
    column->addWidget(m_issuedField);
    column->addWidget(m_evidence);
    column->addWidget(replace);
    column->addWidget(remove);
    column->addStretch(1);
    m_refusal->setObjectName(u"refusalBar"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(Spacing::L);
    row->addWidget(side);
    row->addWidget(m_preview, 1);
    auto *page = new QWidget;
    auto *whole = new QVBoxLayout(page);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(Spacing::M);
    whole->addWidget(m_refusal);
    whole->addLayout(row, 1);
    connect(replace, &QPushButton::clicked, this, [this] { Q_EMIT replaceRequested(m_row.document); });
    connect(remove, &QPushButton::clicked, this, [this] { Q_EMIT removeRequested(m_row.document); });
    const auto write = [this] {
        if (m_loading || !document())
            return;
        m_context.draft.edit([this](Request &request) {
            request.documents[m_row.document].kind = m_kind->currentData().toString();
            request.documents[m_row.document].issued = m_issued->day();
        });
        Q_EMIT edited();
    };
    connect(m_kind, &QComboBox::activated, this, write);
    connect(m_issued, &QDateEdit::dateChanged, this, write);
    return page;
}

QWidget *DocumentDetails::makeMissing()
{
    auto *card = new Card;
    m_words->setWordWrap(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Spacing::S);
    buttons->addWidget(m_attach);
    buttons->addWidget(m_none);
    buttons->addWidget(m_back);
    buttons->addStretch(1);
    card->body()->addWidget(m_title);
    card->body()->addWidget(m_words);
    card->body()->addLayout(buttons);
    connect(m_attach, &QPushButton::clicked, this, [this] { Q_EMIT attachRequested(m_row.kind); });
    connect(m_none, &QPushButton::clicked, this, [this] { Q_EMIT unavailableRequested(m_row.kind); });
    connect(m_back, &QPushButton::clicked, this, [this] { Q_EMIT removeRequested(m_row.document); });
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
    column->addStretch(1);
    return page;
}

const RequestDocument *DocumentDetails::document() const
{
    const auto &documents = m_context.draft.request().documents;
    return m_row.document >= 0 && m_row.document < documents.size() ? &documents.at(m_row.document) : nullptr;
}

void DocumentDetails::show(const RequestDocuments::Row &row, const QString &refusal)
{
    m_row = row;
    if (refusal.isEmpty())
        m_refusal->clear();
    else
        m_refusal->showMessage(State::Problem, refusal);
    m_stack->show();
    const RequestDocument *attached = document();
    if (attached && attached->unavailable.isEmpty())
        showFile(*attached);
    else
        showMissing();
}

void DocumentDetails::showNothing()
{
    m_row = {};
    m_stack->hide();
    clearPreview();
}

void DocumentDetails::showFile(const RequestDocument &attached)
{
    m_loading = true;
    m_kind->setCurrentIndex(m_kind->findData(attached.kind));
    m_issued->setDay(attached.issued);
    m_loading = false;
    m_issuedField->setRequired(attached.kind == u"bill");
    preview(attached);
    showEvidence();
    m_stack->setCurrentWidget(m_file);
    showProblems();
}

void DocumentDetails::preview(const RequestDocument &attached)
{
    if (attached.sha256 == m_shown)
        return;
    m_shown = attached.sha256;
    whenAnswered(m_context.session.document(attached.sha256, attached.file), this, [this, hash = m_shown](const Result<DocumentBytes> &stored) {
        if (m_shown != hash)
            return;
        if (stored)
            return m_preview->setDocument(*stored);
        m_preview->clear();
        m_preview->setEmptyText(tr("No preview"), stored.error().message);
    });
}

/// What was found of the request in the document, or why nothing was looked for yet.
void DocumentDetails::showEvidence()
{
    const EvidenceWatch *watch = m_context.evidence;
    const DocumentEvidence *evidence = watch ? watch->evidence(m_row.document) : nullptr;
    const QString problem = watch ? watch->problem(m_row.document) : QString();
    QString text = evidence ? evidenceSummary(*evidence) : QString();
    if (!problem.isEmpty())
        text = tr("The document could not be compared with your request. %1").arg(problem);
    else if (!evidence && watch && watch->isReading(m_row.document))
        text = tr("Comparing the document with your request…");
    const bool differs = evidence && std::any_of(evidence->facts.cbegin(), evidence->facts.cend(), [](const Evidence &row) { return row.verdict == Verdict::Differs; });
    m_evidence->setState(differs ? std::optional<State>(State::Waiting) : std::nullopt);
    m_evidence->setText(text);
    m_evidence->setVisible(!text.isEmpty());
}

void DocumentDetails::clearPreview()
{
    m_shown.clear();
    m_preview->clear();
}

void DocumentDetails::showMissing()
{
    const bool declared = document() != nullptr;
    clearPreview();
    m_title->setText(documentKindText(m_row.kind));
    if (declared)
        m_words->setText(tr("You said that your carrier gives none. The desk decides whether the port can go without it."));
    else if (m_row.required)
        m_words->setText(m_row.note.isEmpty() ? tr("This document is needed and not attached yet.") : tr("This document is needed and not attached yet. %1.").arg(m_row.note));
    else
        m_words->setText(m_row.note.isEmpty() ? tr("Some carriers ask for it. Attach it if you have it.") : tr("Some carriers ask for it. Attach it if you have it. %1.").arg(m_row.note));
    m_attach->setVisible(!declared);
    m_none->setVisible(!declared && m_row.mayBeUnavailable && m_row.required);
    m_back->setVisible(declared);
    m_stack->setCurrentWidget(m_missing);
}

void DocumentDetails::showProblems()
{
    QString error[2];
    QString warning[2];
    const QString own = u"/documents/%1"_s.arg(m_row.document);
    for (const Problem &problem : m_context.draft.checked().problems) {
        if (m_row.document < 0 || (problem.field != own && !problem.field.startsWith(own + u'/')))
            continue;
        const int field = problem.field.endsWith(u"/issued") ? 1 : 0;
        (problem.severity == Problem::Severity::Error ? error : warning)[field] = problemText(problem);
    }
    m_kindField->setError(error[0]);
    m_kindField->setWarning(warning[0]);
    m_issuedField->setError(error[1]);
    m_issuedField->setWarning(warning[1]);
}

void DocumentDetails::focusDate()
{
    m_issued->setFocus(Qt::OtherFocusReason);
}

} // namespace PortDesk
