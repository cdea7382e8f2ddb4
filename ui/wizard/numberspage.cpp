// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/numberspage.h"

#include "ui/delegates/rowdelegate.h"
#include "ui/delegates/tableview.h"
#include "ui/theme/portdeskstyle.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/busybar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/textlabel.h"
#include "ui/wizard/casepreview.h"
#include "ui/wizard/formpage.h"
#include "ui/wizard/numberrows.h"
#include "ui/wizard/numberwords.h"
#include "ui/wizard/requestnumbers.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kReasons = 4; // cases explained in the bar; the review page has all
}

NumbersPage::NumbersPage(const WizardContext &pageContext, QWidget *parent)
    : WizardPage(u"numbersPage"_s, pageContext, parent), m_model(new RequestNumbers(this)), m_edit(new QLineEdit), m_adds(new TextLabel({}, TextRole::Body, TextLabel::Tone::Secondary)),
      m_add(new QPushButton(tr("Add"))), m_busy(new BusyBar), m_stack(new QStackedWidget), m_table(new TableView), m_empty(new EmptyState), m_summary(new TextLabel({}, TextRole::Body, TextLabel::Tone::Secondary)),
      m_remove(new QPushButton(tr("Remove Selected"))), m_undo(new QPushButton(tr("Undo"))), m_redo(new QPushButton(tr("Redo")))
{
    setAcceptDrops(true);
    setHeading(tr("Which numbers do you want to bring?"), tr("Paste them in any form, type a range such as 030 23125 010–019, or drop a file here."));
    makeEntry();
    body()->addWidget(m_busy);
    makeTable();
    makeCells();
    makeFoot();
    addActions();
    connect(&draft(), &RequestDraft::numbersChanged, this, [this] {
        m_model->setRequest(request());
        refresh();
    });
    connect(&draft(), &RequestDraft::checkedChanged, this, [this] {
        m_model->setRequest(request());
        m_model->setVerdict(draft().checked());
        refresh();
        Q_EMIT stepChanged();
    });
    connect(&m_import, &QFutureWatcher<ParsedNumbers>::progressValueChanged, this, [this](int line) {
        m_busy->setProgress(line, tr("%1 of %n line(s) read", nullptr, m_import.progressMaximum()).arg(locale().toString(line)));
    });
    connect(&m_import, &QFutureWatcher<ParsedNumbers>::finished, this, &NumbersPage::importDone);
    connect(m_busy, &BusyBar::cancelRequested, this, [this] { m_import.cancel(); });
}

NumbersPage::~NumbersPage()
{
    m_import.disconnect();
    m_import.cancel();
    m_import.waitForFinished();
}

void NumbersPage::makeEntry()
{
    m_edit->setObjectName(u"numbersEdit"_s);
    m_edit->setAccessibleName(tr("Numbers to add"));
    m_edit->setMaxLength(4'000'000); // a pasted list is taken out at once, see typed()
    m_edit->setPlaceholderText(tr("For example +49 30 23125017"));
    m_edit->installEventFilter(this);
    m_adds->setObjectName(u"addsLabel"_s);
    m_adds->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto *inside = new QHBoxLayout(m_edit);
    inside->setContentsMargins(Spacing::M, 0, Spacing::M, 0);
    inside->addWidget(m_adds, 0, Qt::AlignRight | Qt::AlignVCenter);
    m_add->setObjectName(u"addNumbersButton"_s);
    m_add->setEnabled(false);
    setPrimary(m_add);
    auto *import = new QPushButton(tr("&Import File…"));
    import->setObjectName(u"importNumbersButton"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(Spacing::S);
    row->addWidget(m_edit, 1);
    row->addWidget(m_add);
    row->addWidget(import);
    body()->addLayout(row);
    connect(m_edit, &QLineEdit::textChanged, this, &NumbersPage::typed);
    connect(m_edit, &QLineEdit::returnPressed, this, &NumbersPage::addTyped);
    connect(m_add, &QPushButton::clicked, this, &NumbersPage::addTyped);
    connect(import, &QPushButton::clicked, this, [this] {
        importFiles(context().prompts.openFiles(this, tr("Import Numbers"), tr("Tables and texts (*.xlsx *.ods *.csv *.tsv *.txt *.eml);;All files (*)")));
    });
}

void NumbersPage::makeTable()
{
    m_table->setObjectName(u"numbersTable"_s);
    m_table->setAccessibleName(tr("Numbers to port"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setColumnHidden(RequestNumbers::AddressColumn, true);
    m_table->setItemDelegateForColumn(RequestNumbers::CheckColumn, new BadgeDelegate(m_table));
    QHeaderView *header = m_table->horizontalHeader();
    header->moveSection(header->visualIndex(RequestNumbers::CountryColumn), header->visualIndex(RequestNumbers::AddressColumn));
    header->moveSection(header->visualIndex(RequestNumbers::AreaColumn), header->visualIndex(RequestNumbers::AddressColumn));
    header->setStretchLastSection(false);
    header->setSectionResizeMode(RequestNumbers::CheckColumn, QHeaderView::Stretch);
    header->resizeSection(RequestNumbers::NumberColumn, 192);
    header->resizeSection(RequestNumbers::TypeColumn, 122);
    header->resizeSection(RequestNumbers::CountryColumn, 66);
    header->resizeSection(RequestNumbers::AreaColumn, 136);
    header->resizeSection(RequestNumbers::RemoveColumn, 76);
    m_table->setMinimumHeight(200);
    m_empty->set(EmptyState::Kind::NothingYet, tr("No numbers yet"), tr("Type or paste them above: one number, a range, or a whole mail."), tr("Paste From Clipboard"));
    m_empty->setGlyph(Glyph::Phone);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    body()->addWidget(m_stack, 1);
    connect(m_empty, &EmptyState::actionTriggered, this, [this] { importText(QApplication::clipboard()->text()); });
    connect(m_table, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == RequestNumbers::RemoveColumn)
            removeRow(index.row());
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] { m_remove->setEnabled(m_table->selectionModel()->hasSelection()); });
}

void NumbersPage::makeFoot()
{
    m_summary->setObjectName(u"numbersSummaryLabel"_s);
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::RichText);
    m_summary->setAccessibleName(tr("What the numbers become"));
    m_remove->setObjectName(u"removeNumbersButton"_s);
    m_undo->setObjectName(u"undoButton"_s);
    m_redo->setObjectName(u"redoButton"_s);
    m_remove->setEnabled(false);
    auto *row = new QHBoxLayout;
    row->setSpacing(Spacing::S);
    row->addWidget(m_summary, 1);
    for (QPushButton *button : {m_remove, m_undo, m_redo}) {
        setQuiet(button);
        row->addWidget(button);
    }
    body()->addLayout(row);
    connect(m_remove, &QPushButton::clicked, this, &NumbersPage::removeSelected);
    connect(m_summary, &QLabel::linkActivated, this, [this] {
        bar()->setClosable(true);
        QStringList sentences{tr("A case is one country, one number type, one losing carrier and one account: each goes to its carrier as an order of its own, with its own date. "
                                 "You fill in everything once.")};
        const QList<CasePlan> &plans = draft().checked().cases;
        for (qsizetype i = 0; i < qMin(plans.size(), kReasons); ++i)
            sentences << tr("Case %1: %2").arg(i + 1).arg(ownCaseReason(plans.at(i), plans, context().session.countries()));
        bar()->showMessage(State::Info, sentences.join(u'\n'));
    });
}

void NumbersPage::addActions()
{
    QUndoStack &stack = draft().undoStack();
    const auto wire = [this](QPushButton *button, const QKeySequence &keys, auto run) {
        button->setEnabled(false);
        button->setToolTip(keys.toString(QKeySequence::NativeText));
        connect(button, &QPushButton::clicked, this, run);
        connect(new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut), &QShortcut::activated, this, run);
    };
    wire(m_undo, QKeySequence(QKeySequence::Undo), [&stack] { stack.undo(); });
    wire(m_redo, QKeySequence(QKeySequence::Redo), [&stack] { stack.redo(); });
    connect(&stack, &QUndoStack::indexChanged, this, &NumbersPage::refresh);
    connect(&stack, &QUndoStack::canUndoChanged, m_undo, &QWidget::setEnabled);
    connect(&stack, &QUndoStack::canRedoChanged, m_redo, &QWidget::setEnabled);
    connect(new QShortcut(QKeySequence(QKeySequence::Delete), m_table, nullptr, nullptr, Qt::WidgetShortcut), &QShortcut::activated, this, &NumbersPage::removeSelected);
}

QString NumbersPage::stepSubtitle() const
{
    if (request().numbers.isEmpty())
        return {};
    const QString numbers = tr("%n number(s)", nullptr, m_model->numberCount());
    const int notices = m_model->noticeCount();
    return notices ? tr("%1, %n to look at", nullptr, notices).arg(numbers) : numbers;
}

bool NumbersPage::owns(const QString &pointer) const
{
    return pointer.startsWith(u"/numbers") && !pointer.endsWith(u"/address");
}

void NumbersPage::enter()
{
    m_model->setRequest(request());
    if (draft().isUpToDate())
        m_model->setVerdict(draft().checked());
    refresh();
    showProblems();
}

void NumbersPage::focusField(const QString &pointer)
{
    const int row = pointer.section(u'/', 2, 2).toInt();
    if (pointer.count(u'/') < 2 || row >= m_model->rowCount())
        return m_edit->setFocus(Qt::OtherFocusReason);
    m_table->setFocus(Qt::OtherFocusReason);
    const QModelIndex cell = m_model->index(row, m_model->columnOf(pointer));
    m_table->setCurrentIndex(m_table->isColumnHidden(cell.column()) ? m_model->index(row, 0) : cell);
    m_table->scrollTo(m_table->currentIndex());
}

void NumbersPage::showProblems()
{
    QList<Problem> general; // those of a row stand in the row
    for (const Problem &problem : problems()) {
        if (problem.field == u"/numbers" && (isRevealed() || problem.code != u"number.missing"))
            general << problem;
    }
    if (general.isEmpty()) {
        bar()->clear();
        return;
    }
    bar()->setClosable(false);
    bar()->showMessage(PortDesk::hasErrors(general) ? State::Problem : State::Waiting, problemSentences(general));
}

void NumbersPage::refresh()
{
    m_stack->setCurrentWidget(m_model->rowCount() ? static_cast<QWidget *>(m_table) : m_empty);
    m_remove->setVisible(m_model->rowCount() > 0);
    m_undo->setVisible(draft().undoStack().count() > 0);
    m_redo->setVisible(draft().undoStack().count() > 0);
    showColumns();
    const QString sentence = m_model->rowCount() ? casesSentence(draft().checked()).toHtmlEscaped() : QString();
    const bool split = !sentence.isEmpty() && draft().checked().cases.size() > 1;
    m_summary->setText(split ? tr("%1 <a href=\"why\">Why?</a>").arg(sentence) : sentence);
    m_summary->setTextInteractionFlags(split ? Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard : Qt::NoTextInteraction);
    m_summary->setFocusPolicy(split ? Qt::StrongFocus : Qt::NoFocus);
}

} // namespace PortDesk
