// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/review/reviewhead.h"

#include "ui/theme/portdeskstyle.h"
#include "ui/theme/spacing.h"
#include "ui/viewer/viewerbutton.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QPushButton>

#include <cmath>

namespace PortDesk {
using namespace Qt::StringLiterals;

ReviewHead::ReviewHead(QWidget *parent)
    : QWidget(parent), m_title(new ElidedLabel), m_kind(new Badge), m_place(new TextLabel({}, TextRole::Body, TextLabel::Tone::Secondary)),
      m_zoom(new TextLabel({}, TextRole::Body, TextLabel::Tone::Secondary))
{
    setObjectName(u"reviewHead"_s);
    makeActions();
    m_title->setObjectName(u"reviewTitleLabel"_s);
    m_title->setFont(textFont(TextRole::Strong));
    m_kind->setObjectName(u"reviewKindBadge"_s);
    m_place->setObjectName(u"reviewPlaceLabel"_s);
    m_zoom->setObjectName(u"reviewZoomLabel"_s);
    m_beside = button(u"beside"_s, u"besideButton"_s);
    m_beside->setCheckable(true);
    m_return = button(u"return"_s, u"returnButton"_s);
    m_accept = button(u"accept"_s, u"acceptButton"_s);
    setPrimary(m_accept);
    auto *more = viewerButton(Glyph::More, tr("More"), u"reviewMoreButton"_s);
    more->setPopupMode(QToolButton::InstantPopup);
    m_menu = makeMenu();
    more->setMenu(m_menu);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Spacing::L, Spacing::S + 2, Spacing::L, Spacing::S + 2);
    row->setSpacing(Spacing::M);
    row->addWidget(button(u"back"_s, u"reviewBackButton"_s));
    row->addWidget(m_title);
    row->addWidget(m_kind);
    row->addWidget(m_place);
    row->addStretch(1);
    for (QWidget *widget : QList<QWidget *>{m_zoom, button(u"fit-width"_s, u"reviewFitWidthButton"_s), more, m_beside, m_return, m_accept})
        row->addWidget(widget);
}

void ReviewHead::makeActions()
{
    const auto add = [this](const char *id, const QString &text, const QKeySequence &keys = {}) {
        auto *action = new QAction(text, this);
        action->setObjectName(u"review_%1Action"_s.arg(QLatin1StringView(id)));
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        QString words = text;
        words.remove(u'&');
        action->setToolTip(keys.isEmpty() ? words : tr("%1 (%2)").arg(words, keys.toString(QKeySequence::NativeText)));
        m_actions.insert(QString::fromLatin1(id), action);
    };
    add("back", tr("&Back"), Qt::ALT | Qt::Key_Left);
    add("accept", tr("&Accept Document"), Qt::CTRL | Qt::Key_Return);
    add("refuse", tr("Re&fuse Document"), Qt::CTRL | Qt::SHIFT | Qt::Key_Return);
    add("return", tr("&Return…"));
    add("next-problem", tr("Next Fact to Look At"), Qt::Key_F8);
    add("previous-problem", tr("Previous Fact to Look At"), Qt::SHIFT | Qt::Key_F8);
    add("next-document", tr("Next Document"), Qt::CTRL | Qt::Key_PageDown);
    add("previous-document", tr("Previous Document"), Qt::CTRL | Qt::Key_PageUp);
    add("fit-width", tr("Fit &Width"), Qt::CTRL | Qt::Key_1);
    add("fit-page", tr("Fit Page"), Qt::CTRL | Qt::Key_2);
    add("zoom-in", tr("Zoom In"), Qt::CTRL | Qt::Key_Plus);
    add("zoom-out", tr("Zoom Out"), Qt::CTRL | Qt::Key_Minus);
    add("rotate", tr("Rotate Right"), Qt::CTRL | Qt::SHIFT | Qt::Key_R);
    add("beside", tr("B&eside LOA"), Qt::CTRL | Qt::Key_B);
    add("other-page", tr("Go to the Other Document"), Qt::Key_F6);
    add("thumbnails", tr("Page Thumbnails"), Qt::Key_F4);
    add("find", tr("Find in the Document\tCtrl+F")); // the key is the viewer's own
    add("hide-marks", tr("Hide the Marks"), Qt::CTRL | Qt::Key_H);
    for (const char *id : {"beside", "thumbnails", "hide-marks"})
        m_actions.value(QString::fromLatin1(id))->setCheckable(true);
}

QPushButton *ReviewHead::button(const QString &id, const QString &objectName)
{
    QAction *action = m_actions.value(id);
    auto *made = new QPushButton(action->text());
    made->setObjectName(objectName);
    made->setToolTip(action->toolTip());
    connect(made, &QPushButton::clicked, action, &QAction::trigger);
    return made;
}

QMenu *ReviewHead::makeMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"reviewMenu"_s);
    const QList<QStringList> groups{{u"accept"_s, u"refuse"_s, u"return"_s},
                                    {u"next-problem"_s, u"previous-problem"_s, u"next-document"_s, u"previous-document"_s},
                                    {u"zoom-in"_s, u"zoom-out"_s, u"fit-width"_s, u"fit-page"_s, u"rotate"_s},
                                    {u"beside"_s, u"other-page"_s, u"thumbnails"_s, u"find"_s, u"hide-marks"_s}};
    for (const QStringList &group : groups) {
        for (const QString &id : group)
            menu->addAction(m_actions.value(id));
        menu->addSeparator();
    }
    return menu;
}

void ReviewHead::addToMenu(const QList<QAction *> &actions)
{
    m_menu->addActions(actions);
}

void ReviewHead::showDocument(const QString &reference, const QString &file, const QString &kind, const QString &place)
{
    m_title->setText(file.isEmpty() ? reference : tr("%1, %2", "reference and file").arg(reference, file));
    m_kind->setContent({Glyph::File, kind, State::Neutral});
    m_place->setText(place);
}

void ReviewHead::setZoom(double zoom)
{
    m_zoom->setText(tr("%1 %").arg(std::lround(zoom * 100)));
}

void ReviewHead::setBeside(const QString &words, bool checked)
{
    QAction *action = m_actions.value(u"beside"_s);
    action->setEnabled(!words.isEmpty());
    action->setChecked(checked);
    if (!words.isEmpty())
        action->setText(words);
    m_beside->setText(action->text());
    m_beside->setEnabled(action->isEnabled());
    m_beside->setChecked(checked);
    m_actions.value(u"other-page"_s)->setEnabled(checked);
}

void ReviewHead::setDecidable(bool decidable)
{
    m_actions.value(u"accept"_s)->setEnabled(decidable);
    m_actions.value(u"refuse"_s)->setEnabled(decidable);
    m_accept->setEnabled(decidable);
}

void ReviewHead::setReturnable(bool returnable)
{
    m_actions.value(u"return"_s)->setEnabled(returnable);
    m_return->setEnabled(returnable);
}

void ReviewHead::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = tokensFor(this);
    painter.fillRect(rect(), t.surface);
    painter.fillRect(QRect(0, height() - 1, width(), 1), t.line);
}

} // namespace PortDesk
