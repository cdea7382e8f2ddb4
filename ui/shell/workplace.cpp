// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/workplace.h"

#include "core/desk/desksession.h"
#include "ui/desk/casesview.h"
#include "ui/desk/caseview.h"
#include "ui/desk/countries/countriesview.h"
#include "ui/desk/holidaysview.h"
#include "ui/desk/letters/trayview.h"
#include "ui/desk/messagesview.h"
#include "ui/desk/todayview.h"
#include "ui/models/answer.h"
#include "ui/shell/customerhome.h"
#include "ui/shell/settingsview.h"
#include "ui/widgets/rail.h"

#include <QHBoxLayout>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace PortDesk {

Workplace::Workplace(DeskSession &session, Prompts &prompts, Role role, QWidget *parent)
    : QWidget(parent), m_session(session), m_prompts(prompts), m_role(role), m_rail(new Rail), m_pages(new QStackedWidget), m_case(new CaseView(session, prompts)),
      m_settings(new SettingsView(session.storeUrl(), prompts, session.worker()))
{
    setObjectName(u"workplace"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addWidget(m_pages, 1);
    if (role == Role::Customer)
        addCustomer();
    else
        addDesk();
    m_rail->addPlace(u"settings"_s, Glyph::Gear, tr("Settings"), Rail::Part::Bottom);
    addPage(u"settings"_s, m_settings);
    addPage(u"case"_s, m_case);
    m_settings->setDeskVisible(role != Role::Customer);
    connect(m_settings, &SettingsView::holidaysWanted, this, &Workplace::showHolidays);
    connect(m_rail, &Rail::placeChosen, this, &Workplace::showPlace);
    connect(m_case, &CaseView::backWanted, this, [this] { showPlace(m_rail->current()); });
    connect(m_case, &CaseView::correctionWanted, this, &Workplace::correctionWanted);
    connect(m_case, &CaseView::caseShown, this, &Workplace::titleChanged);
    showPlace(role == Role::Customer ? u"requests"_s : u"cases"_s);
}

void Workplace::addDesk()
{
    m_rail->addPlace(u"today"_s, Glyph::Today, tr("Today"));
    m_rail->addPlace(u"cases"_s, Glyph::Cases, tr("Cases"));
    m_rail->addPlace(u"messages"_s, Glyph::Mail, tr("Messages"));
    m_rail->addPlace(u"countries"_s, Glyph::Book, tr("Countries"));
    m_today = new TodayView(m_session);
    m_cases = new CasesView(m_session);
    m_messages = new MessagesView(m_session, m_prompts);
    addPage(u"today"_s, m_today);
    addPage(u"cases"_s, m_cases);
    m_countries = new CountriesView(m_session);
    addPage(u"messages"_s, m_messages);
    addPage(u"countries"_s, m_countries);
    connect(m_today, &TodayView::countChanged, this, [this](int due, bool overdue) { m_rail->setCount(u"today"_s, due, overdue); });
    connect(m_today, &TodayView::lettersWanted, this, &Workplace::showLetters);
    connect(m_today, &TodayView::caseActivated, this, [this](CaseId id) { openCase(id); });
    connect(m_cases, &CasesView::countChanged, this, [this](qint64 all) { m_rail->setCount(u"cases"_s, int(all)); });
    connect(m_cases, &CasesView::caseActivated, this, [this](CaseId id) { openCase(id); });
    connect(m_cases, &CasesView::newRequestWanted, this, [this] { Q_EMIT requestWanted({}); });
    connect(m_messages, &MessagesView::caseWanted, this, [this](const QString &reference) { openCase(reference); });
    connect(m_countries, &CountriesView::caseActivated, this, [this](CaseId id) { openCase(id); });
    connect(m_case, &CaseView::rulesWanted, this, [this](const QString &country, NumberType type) {
        showPlace(u"countries"_s);
        m_countries->showRules(country, type);
    });
    connect(&m_session, &DeskSession::messagesChanged, this, &Workplace::countMessages);
    connect(m_cases, &CasesView::lettersWanted, this, &Workplace::showLetters);
    connect(&m_session.letters(), &LetterOffice::trayChanged, this, &Workplace::countLetters);
    connect(&m_session.letterRouter(), &LetterRouter::runningChanged, this, &Workplace::countLetters);
    countMessages();
    countLetters();
}

void Workplace::addCustomer()
{
    m_rail->addPlace(u"requests"_s, Glyph::Phone, tr("Requests"));
    m_home = new CustomerHome(m_session, m_prompts);
    addPage(u"requests"_s, m_home);
    connect(m_home, &CustomerHome::requestWanted, this, &Workplace::requestWanted);
    connect(m_home, &CustomerHome::correctionWanted, this, &Workplace::correctionWanted);
    connect(m_home, &CustomerHome::caseActivated, this, [this](CaseId id) { openCase(id); });
}

void Workplace::addPage(const QString &id, QWidget *page)
{
    m_places.insert(id, page);
    m_pages->addWidget(page);
}

void Workplace::showPlace(const QString &id)
{
    QWidget *page = m_places.value(id);
    if (!page)
        return;
    m_place = id;
    m_rail->setCurrent(id);
    m_pages->setCurrentWidget(page);
    Q_EMIT titleChanged({});
}

/// Behind the settings, and made when it is first wanted.
void Workplace::showHolidays()
{
    if (!m_places.contains(u"holidays"_s)) {
        auto *holidays = new HolidaysView(m_session);
        addPage(u"holidays"_s, holidays);
        connect(holidays, &HolidaysView::backWanted, this, [this] { showPlace(u"settings"_s); });
    }
    showPlace(u"holidays"_s);
    m_rail->setCurrent(u"settings"_s);
}

/// Below the cases, and made when it is first wanted.
void Workplace::showLetters()
{
    if (!m_cases)
        return;
    if (!m_tray) {
        m_tray = new TrayView(m_session, m_prompts);
        addPage(u"letters"_s, m_tray);
        connect(m_tray, &TrayView::backWanted, this, [this] { showPlace(u"cases"_s); });
    }
    showPlace(u"letters"_s);
    m_rail->setCurrent(u"cases"_s);
}

void Workplace::routeLetters()
{
    showLetters();
    if (m_tray)
        m_tray->pickFiles();
}

/// What waits to be assigned, and files that are not finished.
void Workplace::countLetters()
{
    whenAnswered(m_session.letters().waiting(), this, [this](const Result<qint64> &waiting) {
        whenAnswered(m_session.letters().unfinished(), this, [this, waiting](const Result<QList<LetterBatch>> &unfinished) {
            const bool routing = m_session.letterRouter().isRunning();
            const int letters = waiting ? int(*waiting) : 0;
            const int files = unfinished && !routing ? int(unfinished->size()) : 0;
            m_cases->setLettersWaiting(letters + files);
            m_today->setLetters(letters, files);
        });
    });
}

QString Workplace::place() const
{
    return m_place;
}

void Workplace::showCasePage()
{
    m_place = u"case"_s;
    m_pages->setCurrentWidget(m_case);
}

void Workplace::openCase(CaseId id)
{
    m_case->openCase(id);
    showCasePage();
}

void Workplace::openCase(const QString &reference)
{
    m_case->openCase(reference);
    showCasePage();
}

void Workplace::focusSearch()
{
    if (!m_cases)
        return;
    if (m_place == u"countries") { // the keys search in what is shown
        m_countries->focusSearch();
        return;
    }
    showPlace(u"cases"_s);
    m_cases->focusSearch();
}

bool Workplace::offersReview() const
{
    return m_role != Role::Customer && (m_place == u"case" || m_place == u"cases");
}

bool Workplace::reviewDocuments()
{
    if (m_place == u"case") {
        m_case->reviewDocuments();
        return true;
    }
    const CaseId chosen = m_cases ? m_cases->currentCase() : CaseId{};
    if (!chosen.isValid())
        return false;
    m_case->reviewCase(chosen);
    showCasePage();
    return true;
}

void Workplace::refresh()
{
    if (m_place == u"case")
        m_case->reload();
    if (m_today)
        m_today->reload();
    if (m_messages)
        m_messages->reload();
    if (m_tray)
        m_tray->reload();
}

void Workplace::tick()
{
    m_case->tick();
    if (m_home)
        m_home->tick();
    if (m_cases)
        m_cases->tick();
    if (m_cases)
        countLetters(); // another desk may have assigned some
    if (m_today)
        m_today->reload();
}

void Workplace::countMessages()
{
    whenAnswered(m_session.unsentMessages(), this, [this](const Result<qint64> &count) {
        if (count)
            m_rail->setCount(u"messages"_s, int(*count));
    });
}

void Workplace::setPerson(const QString &name)
{
    const QString role = m_role == Role::Customer ? tr("customer") : m_role == Role::Supervisor ? tr("supervisor") : tr("agent");
    m_rail->setFooter(name.isEmpty() ? role : tr("%1, %2", "name and role").arg(name, role));
}

} // namespace PortDesk
