// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scan/pagestrip.h"

#include "ui/scan/scannedpages.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/theme/stylepaint.h"
#include "ui/widgets/textlabel.h"

#include <QKeyEvent>
#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr int kPicture = 120;
constexpr int kRow = kPicture + 34;

/// Paper with its number below.
class SheetDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {kPicture + 24, kRow}; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = tokensFor(option.palette);
        const bool chosen = option.state & QStyle::State_Selected;
        if (chosen)
            StylePaint::roundedBox(painter, option.rect.adjusted(4, 2, -4, -2), StylePaint::kControlRadius, t.accentSoft, {});
        const QImage image = index.data(Qt::DecorationRole).value<QImage>();
        QRect place(QPoint(), image.size().scaled(kPicture, kPicture, Qt::KeepAspectRatio));
        place.moveCenter(QPoint(option.rect.center().x(), option.rect.top() + 8 + kPicture / 2));
        painter->fillRect(place.adjusted(-1, -1, 1, 1), t.line);
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        const qreal scale = painter->device()->devicePixelRatioF();
        painter->drawImage(place, image.scaled(place.size() * scale, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
        painter->setFont(textFont(TextRole::Caption));
        painter->setPen(chosen ? t.text : t.secondary);
        painter->drawText(QRect(option.rect.left(), option.rect.bottom() - 20, option.rect.width(), 16), Qt::AlignCenter, QString::number(index.row() + 1));
    }
};

} // namespace

PageStrip::PageStrip(ScannedPages &pages, QWidget *parent)
    : QWidget(parent), m_pages(pages), m_list(new QListView), m_count(new TextLabel({}, TextRole::Caption, TextLabel::Tone::Secondary))
{
    m_list->setObjectName(u"scannedPagesList"_s);
    m_list->setAccessibleName(tr("Scanned pages"));
    m_list->setAccessibleDescription(tr("Ctrl+Up and Ctrl+Down move the page, Ctrl+R turns it, Delete removes it, Ctrl+Z undoes."));
    m_list->setModel(&pages);
    m_list->setItemDelegate(new SheetDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->setDefaultDropAction(Qt::MoveAction);
    m_list->installEventFilter(this);
    m_count->setObjectName(u"scannedCountLabel"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::S);
    column->addWidget(new TextLabel(tr("Pages"), TextRole::Section));
    column->addWidget(m_list, 1);
    column->addWidget(m_count);
    column->addLayout(makeButtons());
    setFixedWidth(kPicture + 80);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &current) {
        refresh();
        Q_EMIT currentChanged(current.row());
    });
    connect(&pages.undoStack(), &QUndoStack::indexChanged, this, [this] {
        refresh();
        Q_EMIT currentChanged(currentPage()); // turned, or another one now
    });
    refresh();
}

QToolButton *PageStrip::button(int glyph, const QString &words, const QString &name, void (PageStrip::*act)())
{
    auto *button = new QToolButton;
    button->setIcon(themedIcon(Glyph(glyph)));
    button->setAutoRaise(true);
    button->setToolTip(words);
    button->setAccessibleName(words);
    button->setObjectName(name);
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QToolButton::clicked, this, act);
    return button;
}

QLayout *PageStrip::makeButtons()
{
    m_up = button(int(Glyph::ChevronUp), tr("Move page up (Ctrl+Up)"), u"pageUpButton"_s, &PageStrip::moveUp);
    m_down = button(int(Glyph::ChevronDown), tr("Move page down (Ctrl+Down)"), u"pageDownButton"_s, &PageStrip::moveDown);
    m_turn = button(int(Glyph::Rotate), tr("Turn page (Ctrl+R)"), u"turnPageButton"_s, &PageStrip::turn);
    m_remove = button(int(Glyph::Trash), tr("Delete page (Delete)"), u"deletePageButton"_s, &PageStrip::remove);
    m_undo = button(int(Glyph::Undo), tr("Undo"), u"undoPagesButton"_s, &PageStrip::undo);
    m_redo = button(int(Glyph::Redo), tr("Redo"), u"redoPagesButton"_s, &PageStrip::redo);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    for (QToolButton *tool : {m_up, m_down, m_turn, m_remove, m_undo, m_redo})
        row->addWidget(tool);
    row->addStretch();
    return row;
}

int PageStrip::currentPage() const
{
    return m_list->currentIndex().row();
}

void PageStrip::setCurrentPage(int row)
{
    m_list->setCurrentIndex(m_pages.index(row));
    m_list->scrollTo(m_pages.index(row));
}

void PageStrip::moveUp()
{
    if (currentPage() > 0)
        m_pages.move(currentPage(), currentPage() - 1);
}

void PageStrip::moveDown()
{
    if (currentPage() >= 0)
        m_pages.move(currentPage(), currentPage() + 1);
}

void PageStrip::turn()
{
    if (currentPage() >= 0)
        m_pages.turn(currentPage());
}

void PageStrip::remove()
{
    if (currentPage() >= 0)
        m_pages.remove(currentPage());
}

void PageStrip::undo()
{
    m_pages.undoStack().undo();
}

void PageStrip::redo()
{
    m_pages.undoStack().redo();
}

bool PageStrip::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || watched != m_list)
        return QWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    const bool control = key->modifiers() == Qt::ControlModifier;
    if (key->matches(QKeySequence::Undo))
        undo();
    else if (key->matches(QKeySequence::Redo))
        redo();
    else if (control && key->key() == Qt::Key_Up)
        moveUp();
    else if (control && key->key() == Qt::Key_Down)
        moveDown();
    else if (control && key->key() == Qt::Key_R)
        turn();
    else if (key->key() == Qt::Key_Delete)
        remove();
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

void PageStrip::refresh()
{
    const int row = currentPage(), count = m_pages.rowCount();
    QUndoStack &stack = m_pages.undoStack();
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < count);
    m_turn->setEnabled(row >= 0);
    m_remove->setEnabled(row >= 0);
    m_undo->setEnabled(stack.canUndo());
    m_redo->setEnabled(stack.canRedo());
    m_undo->setToolTip(stack.canUndo() ? tr("Undo: %1 (Ctrl+Z)").arg(stack.undoText()) : tr("Undo"));
    m_redo->setToolTip(stack.canRedo() ? tr("Redo: %1").arg(stack.redoText()) : tr("Redo"));
    m_count->setText(count == 0 ? tr("No page yet") : tr("%n page(s), %1", nullptr, count).arg(locale().formattedDataSize(m_pages.bytes(), 1)));
}

} // namespace PortDesk
