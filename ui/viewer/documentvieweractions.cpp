// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// Actions, keys, settings and printing of the viewer; the rest of the class is in documentviewer.cpp.
#include "ui/viewer/documentviewer.h"

#include "ui/viewer/documentfinder.h"
#include "ui/viewer/outlinepanel.h"
#include "ui/viewer/outlinesplit.h"
#include "ui/viewer/printchoice.h"
#include "ui/viewer/thumbnails.h"
#include "ui/viewer/viewerbar.h"
#include "ui/viewer/viewerbutton.h"
#include "ui/widgets/busybar.h"
#include "ui/widgets/messagebar.h"

#include <QAction>
#include <QKeyEvent>
#include <QMenu>
#include <QPrinter>
#include <QSettings>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr auto kSingleKey = "viewer/singlePage"_L1;
constexpr auto kDarkKey = "viewer/darkPages"_L1;
constexpr auto kOutlineKey = "viewer/outline"_L1;

bool isFind(QEvent *event)
{
    const bool key = event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress;
    return key && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Find);
}

} // namespace

QAction *DocumentViewer::makeAction(const QString &text, const QString &name, const QKeySequence &keys, const QString &setting)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    if (setting.isEmpty())
        return action;
    action->setCheckable(true);
    connect(action, &QAction::triggered, this, [setting](bool checked) { QSettings().setValue(setting, checked); });
    return action;
}

void DocumentViewer::makeActions()
{
    m_thumbnailButton = viewerButton(Glyph::Pages, tr("Page Thumbnails"), u"thumbnailsButton"_s);
    m_thumbnailButton->setCheckable(true);
    connect(m_thumbnailButton, &QToolButton::toggled, m_thumbnails, &QWidget::setVisible);
    m_bar->addButton(m_thumbnailButton, true);
    auto *find = viewerButton(Glyph::Search, tr("Find (Ctrl+F)"), u"findButton"_s);
    connect(find, &QToolButton::clicked, this, &DocumentViewer::openFind);
    m_bar->addButton(find);
    m_singleAction = makeAction(tr("&Single Page"), u"singlePageAction"_s, Qt::CTRL | Qt::Key_3, kSingleKey);
    connect(m_singleAction, &QAction::triggered, m_pages, &PageView::setSinglePage);
    m_darkAction = makeAction(tr("&Dark Pages"), u"darkPagesAction"_s, Qt::CTRL | Qt::Key_4, kDarkKey);
    connect(m_darkAction, &QAction::triggered, m_pages, &PageView::setDark);
    m_outlineAction = makeAction(tr("&Outline"), u"outlineAction"_s, Qt::SHIFT | Qt::Key_F4, kOutlineKey);
    connect(m_outlineAction, &QAction::triggered, this, [this](bool checked) {
        showOutline();
        checked ? m_outline->setFocus() : m_pages->setFocus();
    });
    m_printAction = makeAction(tr("&Print…"), u"printDocumentAction"_s, QKeySequence::Print, {});
    connect(m_printAction, &QAction::triggered, this, &DocumentViewer::print);
    connect(m_printing, &BusyBar::cancelRequested, this, [this] {
        if (m_printer)
            m_printer->cancel();
    });
    connect(makeAction({}, u"findNextAction"_s, Qt::Key_F3, {}), &QAction::triggered, this, [this] { m_finder->next(); });
    connect(makeAction({}, u"findPreviousAction"_s, Qt::SHIFT | Qt::Key_F3, {}), &QAction::triggered, this, [this] { m_finder->previous(); });
    makeMenu();
}

void DocumentViewer::makeMenu()
{
    auto *outline = viewerButton(Glyph::Book, tr("Outline (Shift+F4)"), u"outlineButton"_s);
    outline->setCheckable(true);
    connect(outline, &QToolButton::clicked, m_outlineAction, &QAction::trigger);
    connect(m_outlineAction, &QAction::changed, outline, [this, outline] {
        outline->setVisible(m_outlineAction->isVisible());
        outline->setChecked(m_outlineAction->isChecked());
    });
    m_bar->addButton(outline, true);
    outline->hide();
    auto *more = viewerButton(Glyph::More, tr("More for the Pages"), u"viewerMoreButton"_s);
    auto *menu = new QMenu(more);
    menu->setObjectName(u"viewerMenu"_s);
    menu->addActions(viewActions());
    more->setPopupMode(QToolButton::InstantPopup);
    more->setMenu(menu);
    m_bar->addButton(more);
}

QList<QAction *> DocumentViewer::viewActions() const
{
    return {m_singleAction, m_darkAction, m_outlineAction, m_printAction};
}

/// Another viewer may have changed them.
void DocumentViewer::readSettings()
{
    const QSettings settings;
    m_pages->setSinglePage(settings.value(kSingleKey, false).toBool());
    m_pages->setDark(settings.value(kDarkKey, false).toBool());
    m_outlineAction->setChecked(settings.value(kOutlineKey, false).toBool());
    showOutline();
}

void DocumentViewer::showEvent(QShowEvent *event)
{
    readSettings();
    QWidget::showEvent(event);
}

void DocumentViewer::showOutline()
{
    m_split->setOutlineVisible(m_outlineAction->isChecked() && !m_outline->isEmpty());
}

void DocumentViewer::claimFind(QWidget *room)
{
    room->installEventFilter(this);
}

/// The window has Ctrl+F, too (find cases). A shortcut here would be ambiguous with it and neither would work; whoever accepts the override gets
/// the key for itself.
bool DocumentViewer::eventFilter(QObject *watched, QEvent *event)
{
    if (!isFind(event) || !isVisible() || !m_source)
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::KeyPress)
        openFind();
    return true;
}

void DocumentViewer::print()
{
    if (!m_source || m_printer)
        return;
    const PrintOffer offer{m_info.pages(), m_pages->currentPage(), m_marksToPrint && !m_marksToPrint().isEmpty(), m_document.fileName};
    auto choice = askForPrinter(offer, this);
    if (!choice.printer)
        return;
    printTo(std::move(choice.printer), {choice.pages, m_pages->quarterTurns(), choice.marks ? m_marksToPrint() : QList<Mark>()});
}

void DocumentViewer::printTo(std::unique_ptr<QPrinter> printer, const PrintPlan &plan)
{
    if (!m_source || m_printer)
        return;
    m_printer = new PagePrinter(*m_source, std::move(printer), plan, this);
    const int all = int(plan.pages.size());
    m_printing->start(tr("Printing page 1 of %1…").arg(all), all, true);
    connect(m_printer, &PagePrinter::progressed, this, [this](int done, int pages) {
        m_printing->setProgress(done, tr("Printing page %1 of %2…").arg(std::min(done + 1, pages)).arg(pages));
    });
    connect(m_printer, &PagePrinter::finished, this, &DocumentViewer::endPrinting);
    m_printer->start();
}

void DocumentViewer::endPrinting(PagePrinter::Outcome outcome, const QString &sentence)
{
    m_printing->finish();
    std::exchange(m_printer, nullptr)->deleteLater();
    if (outcome == PagePrinter::Outcome::Failed)
        m_warnings->showMessage(State::Problem, sentence);
    Q_EMIT printed(outcome);
}

} // namespace PortDesk
