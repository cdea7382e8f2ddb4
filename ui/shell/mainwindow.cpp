// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "core/desk/desksession.h"
#include "core/messages/message.h"
#include "ui/models/answer.h"
#include "ui/shell/firststart.h"
#include "ui/shell/settingsview.h"
#include "ui/shell/workplace.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/savedstate.h"
#include "ui/wizard/correction.h"
#include "ui/wizard/wizardview.h"

#include <QAction>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr int kMinute = 60 * 1000; // ms
constexpr int kWarmUpMs = 800;     // after the window, which comes first

} // namespace

MainWindow::MainWindow(DeskSession &session, Prompts &prompts, Theme &theme, QWidget *parent)
    : QMainWindow(parent), m_session(session), m_prompts(prompts), m_theme(theme), m_settings(PersonalSettings::load()), m_stack(new QStackedWidget), m_bar(new MessageBar)
{
    setObjectName(u"mainWindow"_s);
    setMinimumSize(1024, 700);
    resize(1280, 800);
    m_bar->setObjectName(u"windowMessageBar"_s);
    m_bar->setClosable(true);
    auto *central = new QWidget;
    auto *column = new QVBoxLayout(central);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_stack, 1);
    setCentralWidget(central);
    m_theme.setMode(m_settings.theme);
    makeMenus();
    rememberGeometry(this, u"window/main"_s);
    setTitle({});
    connect(&m_minute, &QTimer::timeout, this, &MainWindow::minute);
    m_minute.start(kMinute);
    QTimer::singleShot(kWarmUpMs, this, [this] { m_session.worker().warmUp(); }); // nobody waits for its start when they open the first document
    start();
}

void MainWindow::start()
{
    if (m_settings.role) {
        openHome(*m_settings.role, m_settings.name, false);
        return;
    }
    auto *question = new FirstStart;
    m_stack->addWidget(question);
    connect(question, &FirstStart::chosen, this, [this](Role role, const QString &name) { openHome(role, name); });
}

void MainWindow::openHome(Role role, const QString &name, bool remember)
{
    if (m_wizard)
        closeWizard({});
    m_settings.role = role;
    m_settings.name = name;
    if (remember)
        m_settings.save();
    m_session.setActor({role, name.isEmpty() && role == Role::Customer ? tr("Customer") : name});
    auto *home = new Workplace(m_session, m_prompts, role);
    m_stack->addWidget(home);
    m_stack->setCurrentWidget(home);
    while (m_stack->count() > 1) {
        QWidget *old = m_stack->widget(0);
        m_stack->removeWidget(old);
        old->deleteLater();
    }
    m_workplace = home;
    setTitle({});
    home->setPerson(name);
    home->settingsView().show(m_settings);
    connect(home, &Workplace::requestWanted, this, &MainWindow::openRequest);
    connect(home, &Workplace::correctionWanted, this, &MainWindow::openCorrection);
    connect(home, &Workplace::titleChanged, this, &MainWindow::setTitle);
    connect(&home->settingsView(), &SettingsView::changed, this, &MainWindow::applySettings);
    connectDeskSettings(home);
}

/// The settings that are kept with the store.
void MainWindow::connectDeskSettings(Workplace *home)
{
    home->settingsView().showMaximumDocument(m_session.limits().maximumBytes);
    connect(&m_session, &DeskSession::limitsChanged, home, [this, home] { home->settingsView().showMaximumDocument(m_session.limits().maximumBytes); });
    const auto complain = [this](const Result<void> &kept) {
        if (!kept)
            say(State::Problem, kept.error().message);
    };
    connect(&home->settingsView(), &SettingsView::maximumDocumentChanged, this,
            [this, complain](qint64 bytes) { whenAnswered(m_session.setMaximumDocumentBytes(bytes), this, complain); });
    whenAnswered(m_session.setting(kDeskAddressSetting), home, [home](const Result<QString> &kept) {
        if (kept) // none was ever kept: the field stays empty
            home->settingsView().showDeskAddress(*kept);
    });
    connect(&home->settingsView(), &SettingsView::deskAddressChanged, this, [this, complain](const QString &address) {
        const QString text = address.isEmpty() ? u""_s : address; // to the store a null text is none
        whenAnswered(m_session.setSetting(kDeskAddressSetting, text), this, complain);
    });
}

void MainWindow::openRequest(DraftId draft)
{
    if (!m_workplace || m_wizard)
        return;
    if (!draft.isValid()) {
        showWizard(std::nullopt);
        return;
    }
    whenAnswered(m_session.loadDraft(draft), this, [this](const Result<Draft> &loaded) {
        if (loaded)
            showWizard(*loaded);
        else
            say(State::Problem, loaded.error().message);
    });
}

void MainWindow::showWizard(const std::optional<Draft> &draft)
{
    if (!makeWizard(draft && correctedCase(*draft).isValid() ? correctedReference(*draft) : tr("New request")))
        return;
    if (draft)
        m_wizard->resume(*draft);
    else
        m_wizard->startNew();
}

/// One at a time.
bool MainWindow::makeWizard(const QString &title)
{
    if (m_wizard)
        return false;
    m_wizard = new WizardView(m_session, m_prompts);
    m_stack->addWidget(m_wizard);
    m_stack->setCurrentWidget(m_wizard);
    connect(m_wizard, &WizardView::finished, this, &MainWindow::closeWizard);
    connect(m_wizard, &WizardView::cancelled, this, [this] { closeWizard({}); });
    setTitle(title);
    return true;
}

void MainWindow::openCorrection(CaseId id)
{
    if (!m_workplace || m_wizard)
        return;
    whenAnswered(m_session.drafts(), this, [this, id](const Result<QList<Draft>> &drafts) {
        for (const Draft &draft : drafts ? *drafts : QList<Draft>()) {
            if (correctedCase(draft) == id)
                return showWizard(draft);
        }
        whenAnswered(m_session.details(id), this, [this](const Result<CaseDetails> &details) {
            if (!details)
                say(State::Problem, details.error().message);
            else if (makeWizard(details->portCase.reference))
                m_wizard->startCorrection(*details);
        });
    });
}

void MainWindow::closeWizard(const QStringList &references)
{
    m_stack->setCurrentWidget(m_workplace);
    m_stack->removeWidget(m_wizard);
    m_wizard->deleteLater();
    m_wizard = nullptr;
    setTitle({});
    if (references.size() == 1)
        m_workplace->openCase(references.first());
    else
        m_workplace->showPlace(m_workplace->role() == Role::Customer ? u"requests"_s : u"cases"_s);
}

void MainWindow::applySettings(const PersonalSettings &settings)
{
    const bool otherRole = settings.role != m_settings.role;
    m_settings = settings;
    m_settings.save();
    m_theme.setMode(settings.theme);
    if (otherRole) {
        // The settings page that asked goes with its workplace.
        QMetaObject::invokeMethod(this, [this] { openHome(*m_settings.role, m_settings.name); }, Qt::QueuedConnection);
        return;
    }
    m_session.setActor({*settings.role, settings.name});
    m_workplace->setPerson(settings.name);
}

void MainWindow::minute()
{
    whenAnswered(m_session.tick(), this, [this](const Result<QList<TickEntry>> &ticked) {
        if (!ticked)
            say(State::Problem, ticked.error().message);
        if (m_workplace)
            m_workplace->tick();
    });
}

void MainWindow::say(State state, const QString &text)
{
    m_bar->showMessage(state, text);
}

void MainWindow::setTitle(const QString &place)
{
    setWindowTitle(place.isEmpty() ? tr("PortDesk") : tr("%1 – PortDesk").arg(place));
    // On a case the same keys search in the document that is shown.
    findChild<QAction *>(u"findAction"_s)->setEnabled(m_workplace && !m_wizard && m_workplace->place() != u"case");
    findChild<QAction *>(u"reviewAction"_s)->setEnabled(m_workplace && !m_wizard && m_workplace->offersReview());
    findChild<QAction *>(u"newRequestAction"_s)->setEnabled(m_workplace && !m_wizard);
}

void MainWindow::backup()
{
    const QString name = u"portdesk-%1.sqlite"_s.arg(m_session.clock().today(m_session.zone()).toString(Qt::ISODate));
    const QString path = m_prompts.saveFile(this, tr("Back Up the Store"), name, tr("PortDesk stores (*.sqlite)"));
    if (path.isEmpty())
        return;
    whenAnswered(m_session.backup(path), this, [this, path](const Result<void> &done) {
        if (done)
            say(State::Good, tr("The store was copied to %1.").arg(path));
        else
            say(State::Problem, done.error().message);
    });
}

void MainWindow::verify()
{
    say(State::Info, tr("The store is being checked…"));
    whenAnswered(m_session.verify(), this, [this](const Result<VerifyReport> &report) {
        if (!report)
            say(State::Problem, report.error().message);
        else if (!report->problems.isEmpty())
            say(State::Problem, tr("%n problem(s) found. %1", nullptr, int(report->problems.size())).arg(report->problems.join(u' ')));
        else
            say(State::Good, tr("The store is sound: %1 cases, %2 numbers, %3 events, %4 documents, %5 messages.")
                                 .arg(report->cases).arg(report->numbers).arg(report->events).arg(report->documents).arg(report->messages));
    });
}

} // namespace PortDesk
