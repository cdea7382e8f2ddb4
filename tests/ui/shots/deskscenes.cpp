// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/casesamples.h"
#include "tests/kit/requestbuilder.h"
#include "tests/kit/testdesk.h"
#include "tests/kit/ui/fakeprompts.h"
#include "tests/ui/shots/scene.h"
#include "ui/desk/caseview.h"
#include "ui/desk/countries/countriesview.h"
#include "ui/desk/holidaysview.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/protectioncard.h"
#include "ui/shell/storeproblem.h"
#include "ui/shell/workplace.h"
#include "ui/viewer/documentviewer.h"
#include "ui/widgets/messagebar.h"

#include <QAbstractButton>
#include <QApplication>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QLabel>
#include <QTableView>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;
using namespace PortDesk::Test;

namespace {

const QSize kSmall{1024, 700};

/// The main window on a desk of its own; everything goes with the picture.
class DeskScene final : public QWidget
{
public:
    explicit DeskScene(std::optional<Role> role) : m_desk(role.value_or(Role::Agent)), m_role(role) {}
    ~DeskScene() override { delete m_window; }

    TestDesk &desk() { return m_desk; }
    MainWindow &window() { return *m_window; }
    CaseView &caseView() { return *m_window->findChild<CaseView *>(u"casePage"_s); }

    void start()
    {
        QSettings().clear();
        m_theme = std::make_unique<Theme>(*qApp);
        m_window = new MainWindow(m_desk.session(), m_prompts, *m_theme);
        if (m_role)
            m_window->openHome(*m_role, *m_role == Role::Customer ? QString() : u"Anna Weber"_s);
        m_window->setWindowFlags(Qt::Widget);
        m_window->setMinimumSize(0, 0);
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(m_window);
    }

private:
    TestDesk m_desk;
    FakePrompts m_prompts;
    std::optional<Role> m_role;
    std::unique_ptr<Theme> m_theme;
    MainWindow *m_window = nullptr;
};

struct ListRow {
    const char16_t *owner;
    const char *country;
    NumberType type;
    int numbers;
    const char16_t *carrier;
    Stage stage;
    qint64 dueSeconds; ///< from now; 0 = no clock
    int ported;
};

Case listCase(const ListRow &row, int index)
{
    Case portCase = plainCase(QString::fromUtf16(row.owner), {}, row.stage);
    portCase.country = QString::fromLatin1(row.country);
    portCase.type = row.type;
    portCase.request.losingCarrier.name = QString::fromUtf16(row.carrier);
    portCase.agent = index % 3 == 1 ? u"Jonas Berg"_s : u"Anna Weber"_s;
    portCase.numbers.clear();
    for (int i = 0; i < row.numbers; ++i) {
        const Outcome outcome = row.stage != Stage::Completed ? Outcome::Pending : i < row.ported ? Outcome::Ported : Outcome::Failed;
        portCase.numbers.append({u"+49302312%1"_s.arg(index * 100 + i + 1000), row.type, u"hq"_s, {}, outcome, {}});
    }
    portCase.clocks.clear();
    if (row.dueSeconds != 0)
        portCase.clocks = {{u"next"_s, testNow().addSecs(row.dueSeconds), u"DE"_s, {}, {}, false}};
    if (row.stage == Stage::Rejected) {
        Attempt attempt;
        attempt.sentAt = testNow().addDays(-3);
        attempt.reasons = {{u"PIN"_s, {}, false}, {u"ADDRESS_MISMATCH"_s, {}, false}};
        portCase.attempts = {attempt};
    }
    if (row.stage == Stage::Scheduled) {
        portCase.portDate = testNow().addSecs(row.dueSeconds);
        portCase.portZone = QString::fromLatin1(row.country) == u"GB" ? u"Europe/London"_s : u"Europe/Berlin"_s;
    }
    return portCase;
}

QList<Case> listCases()
{
    const QList<ListRow> rows{
        {u"Riverside Clinic", "US", NumberType::Geographic, 6, u"Lumen", Stage::Completed, 0, 5},
        {u"Riverside Clinic", "US", NumberType::TollFree, 4, u"Lumen", Stage::Completed, 0, 4},
        {u"Kowalski Transport", "PL", NumberType::Geographic, 25, u"Orange Polska", Stage::WithCarrier, 4 * 86400, 0},
        {u"Northlight AB", "SE", NumberType::Geographic, 8, u"Telia", Stage::Scheduled, 7 * 86400 - 5400, 0},
        {u"Studio Kappa S.r.l.", "IT", NumberType::TollFree, 3, u"TIM", Stage::Returned, 2 * 86400, 0},
        {u"Ana Torres", "ES", NumberType::Mobile, 1, u"Movistar", Stage::UnderReview, 86400 + 6 * 3600, 0},
        {u"Harbour Dental Ltd", "GB", NumberType::Geographic, 40, u"BT Wholesale", Stage::Scheduled, 3 * 86400, 0},
        {u"Boulangerie Lefèvre", "FR", NumberType::Geographic, 2, u"Orange", Stage::Rejected, 6 * 3600, 0},
        {u"Miller & Sons GmbH", "DE", NumberType::Geographic, 12, u"Rheinruf Telefon", Stage::Quoted, 28 * 3600, 0}};
    QList<Case> cases;
    for (int i = 0; i < rows.size(); ++i)
        cases << listCase(rows.at(i), i);
    return cases;
}

std::unique_ptr<QWidget> listScene(const QString &place, const QString &worker = {})
{
    auto scene = std::make_unique<DeskScene>(Role::Agent);
    if (!worker.isEmpty())
        scene->desk().setWorker(worker);
    scene->desk().insertCases(listCases());
    scene->desk().open();
    scene->start();
    scene->window().workplace()->showPlace(place);
    return scene;
}

/// The settings, scrolled to a card.
std::unique_ptr<QWidget> settingsScene(const QString &card, const QString &worker = {})
{
    auto scene = listScene(u"settings"_s, worker);
    auto *widget = scene->findChild<QWidget *>(card);
    auto *area = scene->findChild<QWidget *>(u"settingsView"_s)->findChild<QScrollArea *>();
    QObject::connect(area->verticalScrollBar(), &QScrollBar::rangeChanged, area, [area, widget] { area->ensureWidgetVisible(widget); });
    return scene;
}

/// Leads one invented case to a stage by the actions, as the desk would.
QString leadTo(TestDesk &desk, Stage stage)
{
    const QString reference = desk.submit(RequestBuilder().build()).first();
    const QList<std::tuple<Stage, QString, QVariantMap, Role>> steps{
        {Stage::Quoted, u"quote"_s, {{u"lines"_s, u"[{\"label\":\"Porting fee\",\"quantity\":3,\"unitAmount\":\"20.00\",\"perNumber\":true}]"_s}, {u"currency"_s, u"EUR"_s}}, Role::Agent},
        {Stage::UnderReview, u"accept-quote"_s, {}, Role::Customer},
        {Stage::UnderReview, u"waive"_s, {{u"document"_s, u"csr"_s}, {u"reason"_s, u"German carriers give none."_s}}, Role::Agent},
        {Stage::UnderReview, u"approve"_s, {}, Role::Agent},
        {Stage::WithCarrier, u"send-to-carrier"_s, {{u"carrierReference"_s, u"88-1203"_s}}, Role::Agent},
        {Stage::Rejected, u"reject"_s, {{u"reasons"_s, u"PIN,ADDRESS_MISMATCH"_s}, {u"text"_s, u"PIN falsch, Adresse weicht ab."_s}}, Role::Agent}};
    if (stage == Stage::Submitted)
        return reference;
    for (const auto &[to, action, values, role] : steps) {
        desk.clock().advanceSeconds(3600);
        desk.apply(reference, action, values, role);
        if (to == stage && action != u"accept-quote" && action != u"waive")
            break;
    }
    return reference;
}

std::unique_ptr<QWidget> caseScene(Stage stage, const QString &place, const QString &action = {}, Role role = Role::Agent)
{
    auto scene = std::make_unique<DeskScene>(role);
    scene->desk().open();
    const QString reference = leadTo(scene->desk(), stage);
    scene->start();
    scene->window().workplace()->openCase(reference);
    DeskScene *raw = scene.get();
    QObject::connect(&raw->caseView(), &CaseView::caseShown, raw, [raw, place, action] {
        raw->caseView().showPlace(place);
        if (!action.isEmpty())
            QMetaObject::invokeMethod(raw, [raw, action] { raw->caseView().startAction(action); }, Qt::QueuedConnection);
    }, Qt::SingleShotConnection);
    return scene;
}

std::unique_ptr<QWidget> homeScene(std::optional<Role> role, bool draft, const QString &place = {})
{
    auto scene = std::make_unique<DeskScene>(role);
    scene->desk().open();
    if (draft) {
        leadTo(scene->desk(), Stage::Quoted);
        if (!await(scene->desk().session().saveDraft({{}, RequestBuilder().build(), u"ownerPage"_s, testNow().addSecs(-7200)})))
            qFatal("The draft was not saved.");
    }
    scene->start();
    if (!place.isEmpty())
        scene->window().workplace()->showPlace(place);
    return scene;
}

RuleOverride ruleOf(const QString &path, const QJsonValue &value, const QString &reason)
{
    RuleOverride rule;
    rule.country = u"FR"_s;
    rule.type = NumberType::Geographic;
    rule.path = path;
    rule.value = value;
    rule.reason = reason;
    rule.from = testNow().date().addDays(-3);
    return rule;
}

/// France with two values the desk set itself; `button` opens a sheet, `path` is the line shown.
std::unique_ptr<QWidget> rulesScene(const QString &path = {}, const QString &button = {})
{
    auto scene = std::make_unique<DeskScene>(Role::Agent);
    scene->desk().insertCases(listCases());
    scene->desk().open();
    if (!await(scene->desk().session().setRules({ruleOf(u"leadTimeMaximum"_s, 30, u"Orange is slow in winter."_s),
                                                 ruleOf(u"documents/proof_of_address"_s, QJsonValue::Null, u"No carrier has asked for it since May."_s)})))
        qFatal("The rules were not set.");
    scene->start();
    scene->window().workplace()->showPlace(u"countries"_s);
    auto *view = scene->window().findChild<CountriesView *>(u"countriesView"_s);
    view->showRules(u"FR"_s, NumberType::Geographic);
    QMetaObject::invokeMethod(view, [view, path, button] {
        view->showRules(u"FR"_s, NumberType::Geographic, path);
        if (auto *wanted = button.isEmpty() ? nullptr : view->findChild<QAbstractButton *>(button))
            wanted->click();
    }, Qt::QueuedConnection);
    return scene;
}

bool rulesReady(QWidget *widget)
{
    const auto *badge = widget->findChild<QWidget *>(u"overridden_leadTimeMaximumBadge"_s);
    const auto *history = widget->findChild<QWidget *>(u"historyCard"_s);
    const auto *pane = widget->findChild<QWidget *>(u"usagePane"_s);
    const auto *table = widget->findChild<QTableView *>(u"usedCasesTable"_s);
    return badge && history && (!pane || !table->isHidden());
}

/// Bavaria in 2026 with a day of the desk's own, one taken out and one chosen.
std::unique_ptr<QWidget> holidaysScene()
{
    auto scene = std::make_unique<DeskScene>(Role::Agent);
    scene->desk().open();
    const CalendarPlace germany{u"DE"_s};
    const auto change = [germany](OwnDays &days) {
        days.put({OwnDay::Kind::Added, {2026, 11, 27}, germany, u"Stocktaking"_s, u"circular of 2 November"_s, u"Anna Weber"_s});
        days.put({OwnDay::Kind::Removed, {2026, 5, 14}, germany, u"Ascension Day"_s, u"carriers work"_s, u"Anna Weber"_s});
    };
    if (!await(scene->desk().session().changeOwnDays(change)))
        qFatal("The own days were not kept.");
    scene->start();
    scene->window().workplace()->showHolidays();
    auto *view = scene->window().findChild<HolidaysView *>();
    view->showPlace({u"DE"_s, u"BY"_s}, 2026);
    view->findChild<QTableView *>(u"holidaysTable"_s)->selectRow(7);
    return scene;
}

bool listReady(QWidget *widget)
{
    const auto *table = widget->findChild<QTableView *>(u"casesTable"_s);
    const auto *count = widget->findChild<QLabel *>(u"casesCountLabel"_s);
    return table && table->model()->rowCount() > 0 && count && !count->text().isEmpty();
}

bool protectionReady(QWidget *widget)
{
    const auto *card = widget->findChild<ProtectionCard *>(u"protectionCard"_s);
    const auto *bar = widget->findChild<MessageBar *>(u"protectionBar"_s);
    return listReady(widget) && card && (!card->report().isEmpty() || bar->state() == State::Problem);
}

bool caseReady(QWidget *widget)
{
    const auto *page = widget->findChild<CaseView *>(u"casePage"_s);
    const auto *viewer = widget->findChild<DocumentViewer *>(u"documentViewer"_s);
    const auto *reference = widget->findChild<QWidget *>(u"caseReferenceLabel"_s);
    const auto *nothing = widget->findChild<QWidget *>(u"viewerEmpty"_s);
    const bool laidOut = page && page->details().portCase.revision > 0 && reference->width() >= reference->sizeHint().width();
    return laidOut && !nothing->isVisible() && (!viewer->isVisible() || viewer->isSettled());
}

std::unique_ptr<QWidget> storeScene()
{
    struct Problem final : QWidget {
        FakePrompts prompts;
    };
    auto scene = std::make_unique<Problem>();
    auto *column = new QVBoxLayout(scene.get());
    column->setContentsMargins(0, 0, 0, 0);
    const Error error{Error::Code::Storage, u"The store is damaged: it is not an SQLite database. Restore it from a backup, or choose another file."_s};
    column->addWidget(new StoreProblem(scene->prompts, u"/home/anna/.local/share/PortDesk/portdesk.sqlite"_s, error));
    return scene;
}

} // namespace

QList<Scene> deskScenes()
{
    const QSize full{1280, 800};
    return {
        {u"desk-cases"_s, full, [] { return listScene(u"cases"_s); }, listReady},
        {u"desk-cases-1024"_s, kSmall, [] { return listScene(u"cases"_s); }, listReady},
        {u"desk-today"_s, full, [] { return listScene(u"today"_s); }, listReady},
        {u"desk-holidays"_s, full, holidaysScene},
        {u"desk-holidays-1024"_s, kSmall, holidaysScene},
        {u"desk-settings"_s, full, [] { return listScene(u"settings"_s); }, listReady},
        {u"desk-settings-numbers"_s, full, [] { return settingsScene(u"numberDataCard"_s); }, listReady},
        {u"desk-settings-reader"_s, full, [] { return settingsScene(u"protectionCard"_s); }, protectionReady},
        {u"desk-settings-reader-missing"_s, full, [] { return settingsScene(u"protectionCard"_s, u"no such program"_s); }, protectionReady},
        {u"desk-messages"_s, full, [] { return homeScene(Role::Agent, true, u"messages"_s); }},
        {u"case-rejected"_s, full, [] { return caseScene(Stage::Rejected, u"overview"_s); }, caseReady},
        {u"case-rejected-1024"_s, kSmall, [] { return caseScene(Stage::Rejected, u"overview"_s); }, caseReady},
        {u"case-numbers"_s, full, [] { return caseScene(Stage::Quoted, u"numbers"_s); }, caseReady},
        {u"case-documents"_s, full, [] { return caseScene(Stage::Submitted, u"documents"_s); }, caseReady},
        {u"case-fees"_s, full, [] { return caseScene(Stage::Quoted, u"fees"_s); }, caseReady},
        {u"case-timeline"_s, full, [] { return caseScene(Stage::Rejected, u"timeline"_s); }, caseReady},
        {u"case-messages"_s, full, [] { return caseScene(Stage::Rejected, u"messages"_s); }, caseReady},
        {u"case-quote"_s, full, [] { return caseScene(Stage::Submitted, u"overview"_s, u"quote"_s); }, caseReady},
        {u"case-reject"_s, full, [] { return caseScene(Stage::WithCarrier, u"overview"_s, u"reject"_s); }, caseReady},
        {u"case-schedule"_s, full, [] { return caseScene(Stage::WithCarrier, u"overview"_s, u"schedule"_s); }, caseReady},
        {u"case-correct"_s, full, [] { return caseScene(Stage::Rejected, u"overview"_s, u"correct"_s); }, caseReady},
        {u"case-customer-quote"_s, full, [] { return caseScene(Stage::Quoted, u"fees"_s, {}, Role::Customer); }, caseReady},
        {u"rules"_s, full, [] { return rulesScene(); }, rulesReady},
        {u"rules-1024"_s, kSmall, [] { return rulesScene(); }, rulesReady},
        {u"rules-times"_s, full, [] { return rulesScene(u"regulator"_s); }, rulesReady},
        {u"rules-override"_s, full, [] { return rulesScene(u"leadTimeMaximum"_s, u"override_leadTimeButton"_s); }, rulesReady},
        {u"rules-override-field"_s, full, [] { return rulesScene(u"fields/rio_code"_s, u"override_fields_rio_codeButton"_s); }, rulesReady},
        {u"rules-usage"_s, full, [] { return rulesScene(u"fields/service_address"_s, u"usage_fields_service_addressButton"_s); }, rulesReady},
        {u"first-start"_s, full, [] { return homeScene(std::nullopt, false); }},
        {u"customer-empty"_s, full, [] { return homeScene(Role::Customer, false); }},
        {u"customer-home"_s, full, [] { return homeScene(Role::Customer, true); }},
        {u"store-problem"_s, {640, 320}, storeScene},
    };
}

} // namespace PortDesk
