// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/protectioncard.h"

#include "core/documents/docworker.h"
#include "ui/models/answer.h"
#include "ui/models/timewords.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/card.h"
#include "ui/widgets/keyvaluegrid.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

/// One thing that holds the reader, and whether this machine has it.
struct Hold {
    QString name;
    QString words;
    bool holds = false;
};

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ProtectionCard)
public:
    static QString atMost(qint64 value, const QString &text) { return value < 0 ? tr("Not limited") : tr("At most %1").arg(text); }

    static QList<Hold> holds(const WorkerProtection &found)
    {
        const QLocale locale = TimeWords::locale();
        return {{tr("System calls (seccomp)"), found.callFilter ? tr("Only those documents need") : tr("Not filtered"), found.callFilter},
                {tr("Opening files (Landlock)"), found.landlock > 0 ? tr("None of yours, version %1").arg(found.landlock) : tr("Not in this machine's kernel"), found.landlock > 0},
                {tr("Writing to files"), found.fileBytes == 0 ? tr("Nothing") : atMost(found.fileBytes, locale.formattedDataSize(found.fileBytes, 1)), found.fileBytes == 0},
                {tr("Memory"), atMost(found.memoryBytes, locale.formattedDataSize(found.memoryBytes, 1)), found.memoryBytes >= 0},
                {tr("Processor time"), atMost(found.cpuSeconds, tr("%1 s").arg(locale.toString(found.cpuSeconds))), found.cpuSeconds >= 0},
                {tr("Files open at once"), atMost(found.openFiles, locale.toString(found.openFiles)), found.openFiles >= 0}};
    }
};

/// A badge takes the width of its words, its cell that of the column.
QWidget *badgeCell(const BadgeContent &content)
{
    auto *cell = new QWidget;
    auto *row = new QHBoxLayout(cell);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(new Badge(content));
    row->addStretch(1);
    return cell;
}

} // namespace

ProtectionCard::ProtectionCard(DocWorker &worker, QWidget *parent)
    : QWidget(parent), m_worker(worker), m_sentences(new TextLabel), m_grid(new KeyValueGrid), m_bar(new MessageBar), m_copy(new QPushButton(tr("Copy Report"))),
      m_retry(new QAction(tr("Try Again"), this))
{
    setObjectName(u"protectionCard"_s);
    m_sentences->setObjectName(u"protectionLabel"_s);
    m_sentences->setWordWrap(true);
    m_grid->setObjectName(u"protectionGrid"_s);
    m_bar->setObjectName(u"protectionBar"_s);
    m_copy->setObjectName(u"copyProtectionButton"_s);
    m_retry->setObjectName(u"retryProtectionAction"_s);
    auto *why = new TextLabel(tr("Files from strangers are read in a process of its own. This is what holds it on this machine."), TextRole::Caption,
                              TextLabel::Tone::Secondary);
    why->setWordWrap(true);
    auto *card = new Card(tr("Document reader"));
    card->body()->setSpacing(Spacing::M);
    for (QWidget *part : QList<QWidget *>{why, m_bar, m_sentences, m_grid})
        card->body()->addWidget(part);
    card->body()->addWidget(m_copy, 0, Qt::AlignLeft);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
    connect(m_copy, &QPushButton::clicked, this, &ProtectionCard::copy);
    connect(m_retry, &QAction::triggered, this, &ProtectionCard::ask);
    m_copy->hide();
}

void ProtectionCard::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    ask();
}

void ProtectionCard::ask()
{
    if (m_report.isEmpty())
        m_bar->showMessage(State::Info, tr("The document reader is asked…"));
    whenAnswered(m_worker.protection(), this, [this, ticket = ++m_newest](const Result<WorkerProtection> &protection) {
        if (ticket == m_newest)
            showProtection(protection);
    });
}

/// A reader that does not answer protects nobody; what an earlier one said does not count then.
void ProtectionCard::showProtection(const Result<WorkerProtection> &protection)
{
    m_report.clear();
    m_grid->clear();
    m_copy->setVisible(protection.ok());
    m_sentences->setVisible(protection.ok());
    m_grid->setVisible(protection.ok());
    if (!protection) {
        m_bar->showMessage(State::Problem, tr("%1 Until then documents can be neither shown nor read.").arg(protection.error().message), {m_retry});
        return;
    }
    const QStringList sentences = protectionSentences(*protection);
    m_sentences->setText(sentences.join(u'\n'));
    QStringList lines{tr("PortDesk %1, document reader").arg(QLatin1StringView(PORTDESK_VERSION))};
    lines += sentences;
    bool whole = true;
    for (const Hold &hold : Words::holds(*protection)) {
        const State state = hold.holds ? State::Good : State::Waiting;
        m_grid->addRow(hold.name, badgeCell({stateGlyph(state), hold.words, state}));
        lines << tr("%1: %2", "name and value").arg(hold.name, hold.words);
        whole = whole && hold.holds;
    }
    if (whole)
        m_bar->clear();
    else
        m_bar->showMessage(State::Waiting, tr("Something that could hold the reader is not there on this machine."));
    m_report = lines.join(u'\n');
}

void ProtectionCard::copy()
{
    QApplication::clipboard()->setText(m_report);
    m_bar->showMessage(State::Good, tr("The report was copied."));
}

} // namespace PortDesk
