// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/id.h"
#include "core/cases/actor.h"

#include <QWidget>

class QStackedWidget;

namespace PortDesk {

class CaseView;
class CasesView;
class CountriesView;
class CustomerHome;
class DeskSession;
class MessagesView;
class Prompts;
class Rail;
class SettingsView;
class TrayView;
class TodayView;

/// Rail and pages of one role: the desk's (Today, Cases, Messages, Countries, Settings) or the customer's (Requests, Settings).
class Workplace final : public QWidget
{
    Q_OBJECT
public:
    Workplace(DeskSession &session, Prompts &prompts, Role role, QWidget *parent = nullptr);

    Role role() const { return m_role; }
    /// "today" "cases" "messages" "countries" "requests" "settings".
    void showPlace(const QString &id);
    QString place() const;
    /// The calendars, a page of the settings ("holidays").
    void showHolidays();
    /// Scanned letters and their tray, a page below the cases ("letters").
    void showLetters();
    /// The same, and asks for the files at once.
    void routeLetters();
    void openCase(CaseId id);
    void openCase(const QString &reference);
    void focusSearch();
    /// The review of the case that is shown, or is chosen in the list; a desk has one, a customer none.
    bool offersReview() const;
    /// False when no case is chosen.
    bool reviewDocuments();
    void refresh();
    void tick();
    SettingsView &settingsView() { return *m_settings; }
    void setPerson(const QString &name);

Q_SIGNALS:
    /// An invalid id is a new request.
    void requestWanted(PortDesk::DraftId draft);
    /// A returned case is to be mended by its customer.
    void correctionWanted(PortDesk::CaseId id);
    void titleChanged(const QString &title);

private:
    void addDesk();
    void addCustomer();
    void addPage(const QString &id, QWidget *page);
    void countMessages();
    void countLetters();
    void showCasePage();

    DeskSession &m_session;
    Prompts &m_prompts;
    Role m_role;
    Rail *m_rail;
    QStackedWidget *m_pages;
    QHash<QString, QWidget *> m_places;
    QString m_place;
    TodayView *m_today = nullptr;
    CasesView *m_cases = nullptr;
    MessagesView *m_messages = nullptr;
    CountriesView *m_countries = nullptr;
    TrayView *m_tray = nullptr;
    CustomerHome *m_home = nullptr;
    CaseView *m_case;
    SettingsView *m_settings;
};

} // namespace PortDesk
