// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/review/factspane.h"

#include "ui/models/kitrole.h"

#include "ui/theme/spacing.h"
#include "ui/widgets/busybar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/keyvaluegrid.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr int kRowHeight = 50;
constexpr int kEdge = 3;

/// Name of the fact in small letters, below it the value; the verdict's badge at the end.
class FactDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {0, kRowHeight}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = tokensFor(option.palette);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state & QStyle::State_Selected) {
            painter->fillRect(option.rect, t.accentSoft);
            painter->fillRect(QRect(option.rect.topLeft(), QSize(kEdge, option.rect.height())), t.accent);
        } else if (option.state & QStyle::State_MouseOver) {
            painter->fillRect(option.rect, t.sunken);
        }
        QRect rect = option.rect.adjusted(Spacing::L, Spacing::S - 1, -Spacing::L, -Spacing::S + 1);
        const BadgeContent badge = index.data(BadgeRole).value<BadgeContent>();
        const QSize size = badgeSize(badge);
        const QRect place(rect.right() - size.width() + 1, option.rect.center().y() - size.height() / 2, size.width(), size.height());
        paintBadge(painter, place, badge, t);
        rect.setRight(place.left() - Spacing::S);
        line(painter, rect, TextRole::CaptionStrong, t.secondary, index.data(FactsModel::LabelRole).toString(), Qt::AlignTop);
        line(painter, rect, TextRole::Body, t.text, index.data().toString(), Qt::AlignBottom);
        if (option.state & QStyle::State_HasFocus) {
            painter->setPen(t.accent);
            painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
        }
        painter->restore();
    }

private:
    static void line(QPainter *painter, const QRect &rect, TextRole role, const QColor &color, const QString &text, Qt::Alignment alignment)
    {
        painter->setFont(textFont(role));
        painter->setPen(color);
        painter->drawText(rect, int(alignment | Qt::AlignLeft), QFontMetrics(painter->font()).elidedText(text, Qt::ElideRight, rect.width()));
    }
};

} // namespace

void FactsModel::setFacts(const QList<Evidence> &facts)
{
    beginResetModel();
    m_facts = facts;
    endResetModel();
}

int FactsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_facts.size());
}

QVariant FactsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Evidence &fact = m_facts.at(index.row());
    switch (role) {
    case LabelRole: return factLabel(fact.fact);
    case Qt::DisplayRole: return factValue(fact);
    case BadgeRole: return QVariant::fromValue(verdictBadge(fact));
    case Qt::AccessibleTextRole: return tr("%1: %2, %3", "fact, value, verdict").arg(factLabel(fact.fact), factValue(fact), verdictBadge(fact).text);
    case Qt::ToolTipRole: return factValue(fact);
    default: return {};
    }
}

FactsPane::FactsPane(QWidget *parent)
    : QWidget(parent), m_model(new FactsModel(this)), m_list(new QListView), m_count(new TextLabel({}, TextRole::Strong)),
      m_toLookAt(new TextLabel({}, TextRole::Body, TextLabel::Tone::Secondary)), m_busy(new BusyBar), m_nothing(new EmptyState)
{
    setObjectName(u"factsPane"_s);
    m_count->setObjectName(u"factCountLabel"_s);
    m_toLookAt->setObjectName(u"toLookAtLabel"_s);
    m_nothing->setObjectName(u"factsEmpty"_s);
    m_list->setObjectName(u"factsView"_s);
    m_list->setAccessibleName(tr("Facts the document has to show"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new FactDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(Spacing::L, Spacing::L, Spacing::L, Spacing::S);
    head->addWidget(m_count);
    head->addStretch(1);
    head->addWidget(m_toLookAt);
    m_busy->setContentsMargins(Spacing::L, 0, Spacing::L, Spacing::S);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_busy);
    column->addWidget(m_nothing, 1);
    column->addWidget(m_list, 1);
    column->addWidget(makeDetail());
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &index) {
        showDetail();
        if (index.isValid())
            Q_EMIT factPicked(index.row());
    });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { Q_EMIT factPicked(index.row()); }); // the same one again
    connect(m_busy, &BusyBar::cancelRequested, this, &FactsPane::cancelWanted);
    connect(m_nothing, &EmptyState::actionTriggered, this, &FactsPane::retryWanted);
    showNothing({}, {}, false);
}

QWidget *FactsPane::makeDetail()
{
    m_detail = new QWidget;
    m_detail->setObjectName(u"factDetail"_s);
    m_detailGrid = new KeyValueGrid;
    m_remark = new TextLabel({}, TextRole::Body, TextLabel::Tone::Secondary);
    m_remark->setWordWrap(true);
    m_remark->setObjectName(u"factRemarkLabel"_s);
    auto *column = new QVBoxLayout(m_detail);
    column->setContentsMargins(Spacing::L, Spacing::M, Spacing::L, Spacing::M);
    column->setSpacing(Spacing::S);
    column->addWidget(m_detailGrid);
    column->addWidget(m_remark);
    m_takeOver = new QPushButton(tr("&Take Over What the Paper Says"));
    m_takeOver->setObjectName(u"takeOverButton"_s);
    m_takeOver->setToolTip(tr("The form gets the paper's value; the timeline keeps the old one"));
    connect(m_takeOver, &QPushButton::clicked, this, [this] { Q_EMIT takeOverWanted(currentRow()); });
    column->addWidget(m_takeOver);
    m_detail->hide();
    return m_detail;
}

void FactsPane::showReading(const QString &sentence)
{
    m_evidence = {};
    m_model->setFacts({});
    m_busy->start(sentence, 0, true);
    m_nothing->set(EmptyState::Kind::NothingYet, tr("Reading the document"), tr("The facts appear here as soon as they are found. You can already look at the pages and mark them."));
    m_nothing->setGlyph(Glyph::Search);
    m_nothing->show();
    m_list->hide();
    showCounts();
    showDetail();
}

void FactsPane::showNothing(const QString &title, const QString &sentence, bool retry)
{
    m_evidence = {};
    m_model->setFacts({});
    m_busy->finish();
    m_nothing->set(retry ? EmptyState::Kind::Failed : EmptyState::Kind::NothingYet, title, sentence);
    m_nothing->setGlyph(Glyph::File);
    m_nothing->show();
    m_list->hide();
    showCounts();
    showDetail();
}

void FactsPane::showEvidence(const DocumentEvidence &evidence)
{
    m_busy->finish();
    m_evidence = evidence;
    m_model->setFacts(evidence.facts);
    m_nothing->hide();
    m_list->show();
    showCounts();
    const auto first = std::find_if(evidence.facts.cbegin(), evidence.facts.cend(), needsLook);
    setCurrentRow(first == evidence.facts.cend() ? 0 : int(first - evidence.facts.cbegin()));
}

void FactsPane::showCounts()
{
    const int facts = m_model->rowCount();
    const int open = int(std::count_if(m_model->facts().cbegin(), m_model->facts().cend(), needsLook));
    m_count->setText(facts == 0 ? tr("Facts") : tr("%n fact(s)", nullptr, facts));
    m_toLookAt->setText(facts == 0 ? QString() : open == 0 ? tr("all agree") : tr("%n to look at", nullptr, open));
}

void FactsPane::setTakeOver(bool possible)
{
    m_canTakeOver = possible;
    showDetail();
}

int FactsPane::currentRow() const
{
    return m_list->currentIndex().row();
}

void FactsPane::setCurrentRow(int row)
{
    m_list->setCurrentIndex(m_model->index(row));
    m_list->scrollTo(m_model->index(row));
}

bool FactsPane::stepProblem(int by)
{
    const auto count = m_model->rowCount();
    for (int i = 1; i <= count; ++i) {
        const int row = ((currentRow() + i * by) % count + count) % count;
        if (needsLook(m_model->facts().at(row))) {
            setCurrentRow(row);
            return true;
        }
    }
    return false;
}

void FactsPane::showDetail()
{
    const int row = currentRow();
    m_detail->setVisible(row >= 0 && row < m_model->rowCount());
    if (!m_detail->isVisibleTo(this))
        return;
    const Evidence &fact = m_model->facts().at(row);
    m_detailGrid->clear();
    m_detailGrid->addRow(tr("Form says"), fact.fact.expected);
    m_detailGrid->addRow(tr("Paper says"), fact.found.isEmpty() ? tr("nothing that was found") : fact.found);
    QString remark = fact.remark;
    if (fact.pictureDiffers)
        remark = tr("The text behind the picture says something else. Trust the picture, and ask where the file comes from.");
    else if (fact.verdict == Verdict::Unreadable && remark.isEmpty())
        remark = tr("It stands there but cannot be read with certainty. Look at the page.");
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
    m_takeOver->setVisible(m_canTakeOver && canTakeOver(fact));
}

} // namespace PortDesk
