// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/casesamples.h"
#include "tests/kit/casejourney.h"
#include "tests/kit/testdesk.h"
#include "tests/kit/ui/accessibilityaudit.h"
#include "tests/kit/ui/fakeprompts.h"
#include "tests/kit/ui/guidriver.h"
#include "tests/kit/ui/guitest.h"
#include "ui/desk/caseview.h"
#include "ui/desk/countries/countriesview.h"
#include "ui/desk/countries/rulerow.h"
#include "ui/desk/countries/rulespage.h"
#include "ui/desk/countries/valueeditor.h"
#include "ui/models/countrymodel.h"
#include "ui/models/rulesheet.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/workplace.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/textlabel.h"

#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QJsonArray>
#include <QJsonDocument>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

/// What would have been opened in the browser.
class Browser : public QObject
{
    Q_OBJECT
public:
    Browser() { QDesktopServices::setUrlHandler(u"https"_s, this, "open"); }
    ~Browser() override { QDesktopServices::unsetUrlHandler(u"https"_s); }
    QList<QUrl> opened;

public Q_SLOTS:
    void open(const QUrl &url) { opened << url; }
};

namespace {

/// The whole program of an agent, on a desk of its own, at the countries.
struct Program {
    explicit Program(const QList<Case> &cases = {}) : theme(*qApp)
    {
        desk.insertCases(cases);
        if (const QString problem = desk.open(); !problem.isEmpty())
            qFatal("%s", qPrintable(problem));
        start();
    }
    void start()
    {
        window = std::make_unique<MainWindow>(desk.session(), prompts, theme);
        window->openHome(Role::Agent, u"Anna Weber"_s);
    }
    bool show()
    {
        driver = std::make_unique<GuiDriver>(window.get());
        return driver->show() && driver->click(u"countriesRailButton"_s) && driver->has(u"countriesView"_s);
    }
    CountriesView &view() { return *window->findChild<CountriesView *>(u"countriesView"_s); }
    QString text(const QString &label) { return driver->find<QLabel>(label)->text(); }
    const CountryRecord &record(const QString &country = u"FR"_s) { return *desk.session().countries().record(country, NumberType::Geographic); }

    TestDesk desk;
    FakePrompts prompts;
    Theme theme;
    std::unique_ptr<MainWindow> window;
    std::unique_ptr<GuiDriver> driver;
};

RuleOverride leadTime(int days)
{
    RuleOverride rule;
    rule.country = u"FR"_s;
    rule.type = NumberType::Geographic;
    rule.path = u"leadTimeMaximum"_s;
    rule.value = days;
    rule.reason = u"Told by the carrier."_s;
    rule.from = testNow().date();
    return rule;
}

QJsonValue json(const char *text)
{
    return QJsonDocument::fromJson(QByteArray("[") + text + "]").array().first();
}

} // namespace

class TestCountries : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void findsACountry_data();
    void findsACountry();
    void saysWhenNothingIsFound();
    void remembersWhatWasLookedAt();
    void showsEverySection();
    void saysWhatIsNotDocumented();
    void opensAndCopiesSources();
    void walksAndCopiesByKeyboard();
    void overridesAValueAndGoesBack();
    void changesTwoValuesTogether();
    void asksForAReasonAndRefusesNonsense();
    void overridesADocument();
    void keepsAnOverrideOfLaterDays();
    void showsWhereARuleIsUsed();
    void leadsFromACaseToItsRules();
    void customersOnlySeeTheirCase();
    void editsEveryKindOfValue_data();
    void editsEveryKindOfValue();
    void everyValueOfEveryRecordHasALine();
    void numbersOfSourcesAreShort_data();
    void numbersOfSourcesAreShort();
    void canBeUsedByEverybody_data();
    void canBeUsedByEverybody();
};

void TestCountries::init()
{
    QSettings().clear();
}

void TestCountries::findsACountry_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("code");
    QTest::newRow("name") << u"fran"_s << u"FR"_s;
    QTest::newRow("native name") << u"deutschl"_s << u"DE"_s;
    QTest::newRow("without its accent") << u"espana"_s << u"ES"_s;
    QTest::newRow("calling code") << u"+49"_s << u"DE"_s;
}

void TestCountries::findsACountry()
{
    QFETCH(QString, typed);
    QFETCH(QString, code);
    Program program;
    QVERIFY(program.show());
    QVERIFY(program.driver->press(Qt::Key_F, Qt::ControlModifier));
    QVERIFY(program.driver->type(u"rulesSearchEdit"_s, typed));
    auto *list = program.driver->find<QListView>(u"rulesCountryList"_s);
    QStringList found;
    for (int row = 0; row < list->model()->rowCount(); ++row)
        found << list->model()->index(row, 0).data(CountryModel::CodeRole).toString();
    QVERIFY2(found.contains(code) && found.size() < 5, qPrintable(found.join(u' ')));
    QVERIFY(program.driver->clickRow(u"rulesCountryList"_s, int(found.indexOf(code))));
    QCOMPARE(program.view().country(), code);
    QVERIFY(program.text(u"countryFactsLabel"_s).startsWith(code));
}

void TestCountries::saysWhenNothingIsFound()
{
    Program program;
    QVERIFY(program.show());
    const QString before = program.view().country();
    QVERIFY(program.driver->type(u"rulesSearchEdit"_s, u"Atlantis"_s));
    QVERIFY(program.driver->has(u"noCountryEmpty"_s));
    QVERIFY(!program.driver->has(u"rulesCountryList"_s));
    QVERIFY(program.driver->type(u"rulesSearchEdit"_s, u""_s));
    QVERIFY(!program.driver->has(u"noCountryEmpty"_s));
    QCOMPARE(program.view().country(), before);
}

void TestCountries::remembersWhatWasLookedAt()
{
    Program program;
    QVERIFY(program.show());
    program.view().showRules(u"FR"_s, NumberType::Mobile);
    QCOMPARE(program.view().type(), NumberType::Mobile);
    program.start();
    QVERIFY(program.show());
    QCOMPARE(program.view().country(), u"FR"_s);
    QCOMPARE(program.view().type(), NumberType::Mobile);
    QCOMPARE(program.text(u"countryTitleLabel"_s), u"France"_s);
    auto *tabs = program.driver->find<QTabBar>(u"typeTabs"_s);
    tabs->setCurrentIndex(0);
    QCOMPARE(program.view().type(), NumberType::Geographic);
}

void TestCountries::showsEverySection()
{
    Program program;
    QVERIFY(program.show());
    program.view().showRules(u"FR"_s, NumberType::Geographic);
    const QStringList lines{u"documents_loa"_s, u"fields_rio_code"_s, u"signature"_s, u"loaLanguages"_s, u"leadTime"_s, u"portingWindow"_s, u"billMaxAgeDays"_s,
                            u"loaMaxAgeDays"_s, u"partialPort"_s, u"maximumNumbers"_s, u"restrictions"_s, u"commonRejections"_s, u"regulator"_s};
    for (const QString &line : lines)
        QVERIFY2(program.driver->has(u"rule_%1Row"_s.arg(line)), qPrintable(line));
    QCOMPARE(program.text(u"rule_leadTimeValue"_s), u"8 to 15 business days"_s);
    QCOMPARE(program.text(u"rule_signatureValue"_s), u"Wet ink"_s);
    QCOMPARE(program.text(u"rule_documents_csrValue"_s), u"Required, may be declared unavailable"_s);
    QCOMPARE(program.text(u"rule_fields_siretValue"_s), u"Compulsory, businesses only"_s);
    RuleRow *rio = program.window->findChild<RulesPage *>()->row(u"fields_rio_code"_s);
    QVERIFY(rio->line().details.contains(u"Check digit: fr.rio"_s));
    QVERIFY(rio->line().details.contains(u"Call 3179"_s));
    QCOMPARE(program.text(u"rule_documents_csrSources"_s), u"8"_s);
}

void TestCountries::saysWhatIsNotDocumented()
{
    Program program;
    QVERIFY(program.show());
    program.view().showRules(u"FR"_s, NumberType::Geographic);
    QCOMPARE(program.text(u"rule_maximumNumbersValue"_s), u"Not documented, ask the carrier"_s);
    QCOMPARE(program.text(u"rule_maximumNumbersSources"_s), QString());
}

void TestCountries::opensAndCopiesSources()
{
    Program program;
    Browser browser;
    QVERIFY(program.show());
    program.view().showRules(u"FR"_s, NumberType::Geographic);
    const QStringList sources = program.record().sources;
    QVERIFY(program.driver->click(u"openSource2Button"_s));
    QCOMPARE(browser.opened, QList<QUrl>{QUrl(sources.at(1))});
    QVERIFY(program.driver->click(u"copySource3Button"_s));
    QCOMPARE(QApplication::clipboard()->text(), sources.at(2));
}

void TestCountries::walksAndCopiesByKeyboard()
{
    Program program;
    QVERIFY(program.show());
    program.view().showRules(u"FR"_s, NumberType::Geographic, u"documents/loa"_s);
    auto *first = program.driver->find<RuleRow>(u"rule_documents_loaRow"_s);
    QTRY_VERIFY(first->hasFocus());
    QVERIFY(program.driver->press(Qt::Key_Down));
    QVERIFY(program.driver->find<RuleRow>(u"rule_documents_csrRow"_s)->hasFocus());
    QVERIFY(program.driver->press(Qt::Key_C, Qt::ControlModifier));
    QVERIFY2(QApplication::clipboard()->text().startsWith(u"Customer Service Record: Required, may be declared unavailable\nAccepted when: "),
             qPrintable(QApplication::clipboard()->text()));
    QVERIFY(program.driver->press(Qt::Key_Up));
    QVERIFY(program.driver->press(Qt::Key_Return));
    QVERIFY(program.driver->has(u"overrideForm"_s));
    QVERIFY(program.driver->press(Qt::Key_Escape));
    QVERIFY(!program.driver->has(u"overrideForm"_s));
}

void TestCountries::overridesAValueAndGoesBack()
{
    Program program;
    QVERIFY(program.show());
    program.view().showRules(u"FR"_s, NumberType::Geographic);
    QVERIFY(program.driver->click(u"override_leadTimeButton"_s));
    QVERIFY(program.driver->type(u"leadTimeMaximumEdit"_s, u"30"_s));
    QVERIFY(program.driver->type(u"overrideReasonEdit"_s, u"Orange is slow in winter."_s));
    QVERIFY(program.driver->type(u"overrideSourceEdit"_s, u"https://example.org/winter"_s));
    QVERIFY(program.driver->click(u"applyActionButton"_s));
    QTRY_COMPARE(program.record().leadTimeMaximum, 30);
    QTRY_VERIFY(program.driver->has(u"overridden_leadTimeMaximumBadge"_s));
    QVERIFY(!program.driver->has(u"rulesSheet"_s));
    QCOMPARE(program.text(u"rule_leadTimeValue"_s), u"8 to 30 business days"_s);
    QTRY_VERIFY(program.driver->has(u"historyCard"_s));
    const AppliedOverride &applied = *program.record().overrideOf(u"leadTimeMaximum"_s);
    QCOMPARE(applied.rule.by, u"Anna Weber"_s);
    QCOMPARE(applied.rule.from, testNow().date());
    QCOMPARE(applied.supplied, QJsonValue(15));

    QVERIFY(program.driver->click(u"back_leadTimeMaximumButton"_s));
    QTRY_COMPARE(program.record().leadTimeMaximum, 15);
    QTRY_VERIFY(!program.driver->has(u"overridden_leadTimeMaximumBadge"_s));
    auto *bar = program.driver->find<MessageBar>(u"rulesMessageBar"_s);
    QTRY_VERIFY(bar->text().contains(u"as supplied again"_s));
    program.window->findChild<QAction *>(u"undoWithdrawAction"_s)->trigger();
    QTRY_COMPARE(program.record().leadTimeMaximum, 30);
    QCOMPARE(program.record().overrideOf(u"leadTimeMaximum"_s)->rule.reason, u"Orange is slow in winter."_s);
}

void TestCountries::changesTwoValuesTogether()
{
    Program program;
    QVERIFY(program.show());
    program.view().showRules(u"FR"_s, NumberType::Geographic);
    QVERIFY(program.driver->click(u"override_leadTimeButton"_s));
    QVERIFY(program.driver->type(u"leadTimeMinimumEdit"_s, u"20"_s));
    QVERIFY(program.driver->type(u"leadTimeMaximumEdit"_s, u"30"_s));
    QVERIFY(program.driver->type(u"overrideReasonEdit"_s, u"Told by the carrier."_s));
    QVERIFY(program.driver->click(u"applyActionButton"_s));
    QTRY_COMPARE(program.text(u"rule_leadTimeValue"_s), u"20 to 30 business days"_s);
    // The least cannot stay above the supplied most.
    QVERIFY(program.driver->click(u"back_leadTimeMaximumButton"_s));
    auto *bar = program.window->findChild<MessageBar *>(u"rulesMessageBar"_s);
    QTRY_VERIFY(bar->text().contains(u"needs this one"_s));
    QCOMPARE(program.record().leadTimeMaximum, 30);
    QVERIFY(program.driver->click(u"back_leadTimeMinimumButton"_s));
    QTRY_COMPARE(program.record().leadTimeMinimum, 8);
}

void TestCountries::asksForAReasonAndRefusesNonsense()
{
    Program program;
    QVERIFY(program.show());
    program.view().showRules(u"FR"_s, NumberType::Geographic);
    QVERIFY(program.driver->click(u"override_leadTimeButton"_s));
    auto *bar = program.driver->find<QWidget>(u"rulesSheet"_s)->findChild<MessageBar *>(u"sheetMessageBar"_s);
    QVERIFY(program.driver->click(u"applyActionButton"_s));
    QVERIFY2(bar->text().contains(u"Change a value"_s), qPrintable(bar->text()));
    QVERIFY(program.driver->type(u"leadTimeMinimumEdit"_s, u"soon"_s));
    QVERIFY(program.driver->click(u"applyActionButton"_s));
    QCOMPARE(bar->text(), u"Enter a whole number."_s);
    QVERIFY(program.driver->type(u"leadTimeMinimumEdit"_s, u"16"_s));
    QVERIFY(program.driver->click(u"applyActionButton"_s));
    QVERIFY2(bar->text().contains(u"Say why"_s), qPrintable(bar->text()));
    QVERIFY(program.driver->type(u"overrideReasonEdit"_s, u"Told by the carrier."_s));
    QVERIFY(program.driver->click(u"applyActionButton"_s));
    QTRY_VERIFY2(bar->text().contains(u"above leadTimeMaximum"_s), qPrintable(bar->text()));
    QVERIFY(program.driver->has(u"overrideForm"_s)); // what was entered stays
    QVERIFY(program.record().overrides.isEmpty());
}

void TestCountries::overridesADocument()
{
    Program program;
    QVERIFY(program.show());
    program.view().showRules(u"FR"_s, NumberType::Geographic);
    QVERIFY(program.driver->click(u"override_documents_id_documentButton"_s));
    auto *asked = program.driver->find<QComboBox>(u"documents_id_documentCombo"_s);
    asked->setCurrentIndex(asked->count() - 1);
    QVERIFY(program.driver->type(u"overrideReasonEdit"_s, u"Orange stopped asking."_s));
    QVERIFY(program.driver->choose(u"overrideScopeCombo"_s, u"all types of numbers of France"_s));
    QVERIFY(program.driver->click(u"applyActionButton"_s));
    QTRY_VERIFY(!program.record().document(u"id_document"_s));
    QTRY_COMPARE(program.text(u"rule_documents_id_documentValue"_s), u"Not asked"_s);
    QCOMPARE(program.desk.session().countries().record(u"FR"_s, NumberType::National)->document(u"id_document"_s), nullptr);
    QVERIFY(program.driver->click(u"back_documents_id_documentButton"_s));
    QTRY_VERIFY(program.record().document(u"id_document"_s));
}

void TestCountries::keepsAnOverrideOfLaterDays()
{
    Program program;
    QVERIFY(program.show());
    program.view().showRules(u"FR"_s, NumberType::Geographic);
    QVERIFY(program.driver->click(u"override_leadTimeButton"_s));
    QVERIFY(program.driver->type(u"leadTimeMaximumEdit"_s, u"30"_s));
    QVERIFY(program.driver->type(u"overrideReasonEdit"_s, u"From December on."_s));
    QVERIFY(program.driver->setDate(u"overrideFromEdit"_s, QDate(2026, 12, 1)));
    QVERIFY(program.driver->setChecked(u"overrideEndsBox"_s, true));
    QVERIFY(program.driver->setDate(u"overrideUntilEdit"_s, QDate(2026, 12, 31)));
    QVERIFY(program.driver->click(u"applyActionButton"_s));
    QTRY_COMPARE(program.desk.session().standingRules().size(), 1);
    QCOMPARE(program.record().leadTimeMaximum, 15);
    QTRY_VERIFY(program.driver->has(u"later_leadTimeMaximumBadge"_s));
    // Changing it again changes that one.
    QVERIFY(program.driver->click(u"override_leadTimeButton"_s));
    QVERIFY(program.driver->type(u"leadTimeMaximumEdit"_s, u"40"_s));
    QVERIFY(program.driver->type(u"overrideReasonEdit"_s, u"From now on."_s));
    QVERIFY(program.driver->click(u"applyActionButton"_s));
    QTRY_COMPARE(program.record().leadTimeMaximum, 40);
    QCOMPARE(program.desk.session().standingRules().size(), 1);
    QCOMPARE(program.desk.session().standingRules().first().revision, 2);
}

void TestCountries::showsWhereARuleIsUsed()
{
    Case rejected = plainCase(u"Boulangerie Lefèvre"_s, u"+33199001234"_s, Stage::Rejected);
    rejected.country = u"FR"_s;
    Attempt attempt;
    attempt.reasons = {{u"ADDRESS_MISMATCH"_s, {}, false}};
    rejected.attempts = {attempt};
    Case open = plainCase(u"Café Nord"_s, u"+33199001235"_s);
    open.country = u"FR"_s;
    Program program({rejected, open, plainCase(u"Elsewhere"_s, u"+493012345"_s)});
    QVERIFY(program.show());
    program.view().showRules(u"FR"_s, NumberType::Geographic);
    QVERIFY(program.driver->click(u"usage_fields_service_addressButton"_s));
    QTRY_COMPARE(program.text(u"usageSummaryLabel"_s), u"It judges 2 open cases and 0 cases closed in the last year. Carriers rejected 1 of them for a reason tied to it."_s);
    auto *table = program.driver->find<QTableView>(u"usedCasesTable"_s);
    auto watched = watchModel(table->model());
    QCOMPARE(table->model()->rowCount(), 2);
    QCOMPARE(table->model()->index(0, 1).data().toString(), u"Boulangerie Lefèvre"_s);
    QCOMPARE(table->model()->index(0, 3).data().toString(), u"Service address differs"_s);
    table->setCurrentIndex(table->model()->index(0, 0));
    table->setFocus();
    QVERIFY(program.driver->press(Qt::Key_Return));
    QTRY_COMPARE(program.window->workplace()->place(), u"case"_s);
    QTRY_COMPARE(program.window->findChild<CaseView *>(u"casePage"_s)->details().portCase.request.owner.company, u"Boulangerie Lefèvre"_s);
}

void TestCountries::leadsFromACaseToItsRules()
{
    Program program;
    const QString reference = program.desk.submit(RequestBuilder().build()).first();
    QVERIFY(program.show());
    program.window->workplace()->openCase(reference);
    QTRY_VERIFY(program.driver->has(u"openRulesButton"_s));
    QVERIFY(program.driver->click(u"openRulesButton"_s));
    QTRY_VERIFY(program.driver->has(u"countriesView"_s));
    QCOMPARE(program.view().country(), u"DE"_s);
    QCOMPARE(program.view().type(), NumberType::Geographic);
}

void TestCountries::customersOnlySeeTheirCase()
{
    Program program;
    const QString reference = program.desk.submit(RequestBuilder().build()).first();
    program.window->openHome(Role::Customer, {});
    GuiDriver driver(program.window.get());
    QVERIFY(driver.show());
    QVERIFY(!driver.has(u"countriesRailButton"_s));
    program.window->workplace()->openCase(reference);
    QTRY_VERIFY(driver.has(u"overviewTab"_s));
    QTRY_COMPARE(program.window->findChild<CaseView *>(u"casePage"_s)->details().portCase.reference, reference);
    QVERIFY(!driver.has(u"openRulesButton"_s));
}

void TestCountries::editsEveryKindOfValue_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("held");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("value");
    QTest::newRow("number") << u"leadTimeMaximum"_s << u"15"_s << u"30"_s << u"30"_s;
    QTest::newRow("number that was not documented") << u"maximumNumbers"_s << u"null"_s << u"100"_s << u"100"_s;
    QTest::newRow("text") << u"portingWindow"_s << u"\"Mon\""_s << u"Mon-Fri "_s << u"\"Mon-Fri\""_s;
    QTest::newRow("codes") << u"loaLanguages"_s << u"[\"fr\"]"_s << u"FR, en"_s << u"[\"fr\",\"en\"]"_s;
    QTest::newRow("word") << u"signature"_s << u"\"wet\""_s << u"electronic"_s << u"\"electronic\""_s;
    QTest::newRow("flag") << u"fields/siret/perLine"_s << u"true"_s << u"No"_s << u"false"_s;
    QTest::newRow("lines") << u"restrictions"_s << u"[\"One.\"]"_s << u"Another."_s << u"[\"Another.\"]"_s;
    QTest::newRow("check digit") << u"fields/siret/checksum"_s << u"\"\""_s << u"fr.siret"_s << u"\"fr.siret\""_s;
    QTest::newRow("a shape of its own") << u"changeLock"_s << u"{\"hours\":24}"_s << u"{\"hours\":48}"_s << u"{\"hours\":48}"_s;
}

void TestCountries::editsEveryKindOfValue()
{
    QFETCH(QString, path);
    QFETCH(QString, held);
    QFETCH(QString, typed);
    QFETCH(QString, value);
    ValueEditor editor(u"Value"_s, path, json(qPrintable(held)));
    GuiDriver driver(&editor);
    QVERIFY(driver.show({440, 300}));
    QVERIFY(!editor.isChanged());
    QCOMPARE(editor.problem(), QString());
    const QString name = QString(path).replace(u'/', u'_');
    if (driver.has(name + u"UndocumentedBox"_s))
        QVERIFY(driver.setChecked(name + u"UndocumentedBox"_s, false));
    auto *combo = editor.findChild<QComboBox *>();
    if (combo && combo->findData(typed) >= 0)
        combo->setCurrentIndex(combo->findData(typed));
    else if (combo)
        combo->setCurrentText(typed);
    else
        QVERIFY(driver.type(name + u"Edit"_s, typed));
    QVERIFY(editor.isChanged());
    QCOMPARE(editor.value(), json(qPrintable(value)));
    QCOMPARE(accessibilityFindings(&editor), QStringList());
    if (!driver.has(name + u"UndocumentedBox"_s))
        return;
    QVERIFY(driver.setChecked(name + u"UndocumentedBox"_s, true));
    QVERIFY(editor.value().isNull());
}

/// Nothing of the pack is left out, whatever it will hold: each member of each record has a line with its sources.
void TestCountries::everyValueOfEveryRecordHasALine()
{
    for (const QString &code : testCountries().codes()) {
        const auto file = testCountries().file(code);
        QVERIFY(file.ok());
        const QJsonArray records = file->value(u"records"_s).toArray();
        for (int i = 0; i < records.size(); ++i) {
            const QJsonObject record = records.at(i).toObject();
            QStringList paths;
            for (const RuleSection &section : ruleSections(record, testCountries().country(code)->records.at(i))) {
                QVERIFY(!section.title.isEmpty());
                for (const RuleLine &line : section.lines) {
                    paths += line.paths;
                    QVERIFY2(!line.label.isEmpty(), qPrintable(line.id));
                    QVERIFY2(line.isDocumented() || line.sources.isEmpty() || record.value(line.paths.first()).isArray(), qPrintable(code + u' ' + line.id));
                }
            }
            for (auto member = record.begin(); member != record.end(); ++member) {
                const bool told = QStringList{u"type"_s, u"confidence"_s, u"sources"_s, u"documents"_s, u"fields"_s}.contains(member.key());
                QVERIFY2(told || paths.contains(member.key()), qPrintable(code + u' ' + member.key()));
            }
        }
    }
}

void TestCountries::numbersOfSourcesAreShort_data()
{
    QTest::addColumn<QList<int>>("positions");
    QTest::addColumn<QString>("text");
    QTest::newRow("none") << QList<int>{} << QString();
    QTest::newRow("one") << QList<int>{0} << u"1"_s;
    QTest::newRow("two") << QList<int>{0, 1} << u"1, 2"_s;
    QTest::newRow("a range") << QList<int>{0, 1, 2} << u"1–3"_s;
    QTest::newRow("mixed") << QList<int>{0, 2, 3, 4, 7} << u"1, 3–5, 8"_s;
}

void TestCountries::numbersOfSourcesAreShort()
{
    QFETCH(QList<int>, positions);
    QTEST(sourceNumbers(positions), "text");
}

void TestCountries::canBeUsedByEverybody_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("sheet");
    QTest::newRow("1280") << QSize(1280, 800) << QString();
    QTest::newRow("1024") << QSize(1024, 700) << QString();
    QTest::newRow("override") << QSize(1280, 800) << u"override_fields_rio_codeButton"_s;
    QTest::newRow("usage") << QSize(1280, 800) << u"usage_leadTimeButton"_s;
}

void TestCountries::canBeUsedByEverybody()
{
    QFETCH(QSize, size);
    QFETCH(QString, sheet);
    Program program;
    QVERIFY(await(program.desk.session().setRules({leadTime(30)})).ok());
    program.driver = std::make_unique<GuiDriver>(program.window.get());
    QVERIFY(program.driver->show(size));
    QVERIFY(program.driver->click(u"countriesRailButton"_s));
    program.view().showRules(u"FR"_s, NumberType::Geographic);
    QTRY_VERIFY(program.driver->has(u"overridden_leadTimeMaximumBadge"_s));
    if (!sheet.isEmpty())
        QVERIFY(program.driver->click(sheet));
    QCOMPARE(accessibilityFindings(program.window.get()), QStringList());
}

PORTDESK_GUI_TEST_MAIN(TestCountries)
#include "tst_countries.moc"
