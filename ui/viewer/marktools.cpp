// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/marktools.h"

#include "core/documents/markjson.h"
#include "ui/theme/spacing.h"
#include "ui/viewer/marklayer.h"
#include "ui/viewer/viewerbutton.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr int kSwatch = 16;

QIcon swatch(const QString &colour)
{
    QPixmap picture(kSwatch * 2, kSwatch * 2);
    picture.setDevicePixelRatio(2);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(128, 128, 128, 140), 1));
    painter.setBrush(QColor(colour));
    painter.drawEllipse(QRectF(1, 1, kSwatch - 2, kSwatch - 2));
    return picture;
}


} // namespace

MarkTools::MarkTools(MarkLayer &layer, MarkBook &book, QWidget *parent) : QWidget(parent), m_layer(layer), m_book(book)
{
    setObjectName(u"markTools"_s);
    auto *grid = new QGridLayout;
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(Spacing::XS + 2);
    addTools(grid);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::S);
    column->addLayout(grid);
    column->addWidget(makeColours());
    connect(&layer, &MarkLayer::toolChanged, this, &MarkTools::refresh);
    connect(&layer, &MarkLayer::selectionChanged, this, &MarkTools::refresh);
    connect(&book, &MarkBook::changed, this, &MarkTools::refresh);
    refresh();
}

void MarkTools::addTools(QGridLayout *grid)
{
    // English words and keys go together: H N B I T S.
    const QList<MarkKind> kinds = allMarkKinds();
    static const QHash<MarkKind, QChar> keys{{MarkKind::Highlight, u'H'}, {MarkKind::Note, u'N'}, {MarkKind::Box, u'B'},
                                             {MarkKind::Ink, u'I'},       {MarkKind::Text, u'T'}, {MarkKind::Stamp, u'S'}};
    for (int i = 0; i < kinds.size(); ++i) {
        const MarkKind kind = kinds.at(i);
        auto *button = new QPushButton(markKindText(kind));
        button->setObjectName(u"tool_%1Button"_s.arg(markKindKey(kind)));
        button->setCheckable(true);
        button->setToolTip(tr("%1 (%2 in the page)").arg(markKindText(kind), keys.value(kind)));
        button->setMinimumWidth(0);
        button->setFocusPolicy(Qt::TabFocus);
        if (kind == MarkKind::Stamp)
            button->setMenu(stampMenu());
        else
            connect(button, &QPushButton::clicked, this, [this, kind](bool checked) { m_layer.setTool(checked ? std::optional(kind) : std::nullopt); });
        grid->addWidget(button, i / 3, i % 3);
        m_tools.insert(kind, button);
    }
}

QMenu *MarkTools::stampMenu()
{
    auto *menu = new QMenu(this);
    for (const QString &key : stampKeys()) {
        QAction *action = menu->addAction(stampTitle(key));
        action->setObjectName(u"stamp_%1Action"_s.arg(key));
        connect(action, &QAction::triggered, this, [this, key] {
            m_layer.setStamp(key);
            m_layer.setTool(MarkKind::Stamp);
        });
    }
    return menu;
}

QWidget *MarkTools::makeColours()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    for (const MarkColour &colour : markColours()) {
        auto *button = viewerButton(Glyph::Dot, tr("Colour %1").arg(colour.name), u"colour_%1Button"_s.arg(colour.hex.mid(1)));
        button->setIcon(swatch(colour.hex));
        button->setIconSize({kSwatch, kSwatch});
        button->setCheckable(true);
        button->setProperty("colour", colour.hex);
        connect(button, &QToolButton::clicked, this, [this, hex = colour.hex] {
            m_layer.setColour(hex);
            refresh();
        });
        layout->addWidget(button);
        m_colours << button;
    }
    layout->addStretch(1);
    auto *undo = viewerButton(Glyph::Undo, tr("Undo (Ctrl+Z in the page)"), u"undoMarkButton"_s);
    auto *redo = viewerButton(Glyph::Redo, tr("Redo (Ctrl+Shift+Z in the page)"), u"redoMarkButton"_s);
    connect(undo, &QToolButton::clicked, this, [this] { m_layer.undo(); });
    connect(redo, &QToolButton::clicked, this, [this] { m_layer.redo(); });
    connect(m_book.undoStack(), &QUndoStack::canUndoChanged, undo, &QWidget::setEnabled);
    connect(m_book.undoStack(), &QUndoStack::canRedoChanged, redo, &QWidget::setEnabled);
    undo->setEnabled(false);
    redo->setEnabled(false);
    layout->addWidget(undo);
    layout->addWidget(redo);
    return row;
}

void MarkTools::refresh()
{
    for (auto it = m_tools.cbegin(); it != m_tools.cend(); ++it)
        it.value()->setChecked(m_layer.tool() == it.key());
    const Mark *mark = m_book.mark(m_layer.selected());
    const QString colour = mark ? mark->colour : m_layer.colour(m_layer.tool().value_or(MarkKind::Highlight));
    for (QToolButton *button : std::as_const(m_colours))
        button->setChecked(button->property("colour").toString() == colour);
}

void MarkTools::setEditable(bool editable)
{
    setVisible(editable);
}

} // namespace PortDesk
