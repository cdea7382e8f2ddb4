// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/ui/accessibilityaudit.h"
#include "tests/kit/ui/fakeprompts.h"
#include "tests/kit/ui/guidriver.h"
#include "tests/kit/ui/guitest.h"
#include "ui/delegates/rowdelegate.h"
#include "ui/delegates/tableview.h"
#include "ui/models/stagebadge.h"
#include "ui/widgets/addressform.h"
#include "ui/widgets/busybar.h"
#include "ui/widgets/card.h"
#include "ui/widgets/countrycombo.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/keyvaluegrid.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/rail.h"
#include "ui/widgets/savedstate.h"
#include "ui/widgets/scrollpage.h"
#include "ui/widgets/steplist.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QClipboard>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace PortDesk;
using namespace Qt::StringLiterals;

namespace {

template<typename T> T *named(T *widget, const QString &name)
{
    widget->setObjectName(name);
    return widget;
}

/// A window with one field and a button to go to.
struct FieldWindow {
    FieldWindow()
    {
        auto *column = new QVBoxLayout(&window);
        field = new FormField(u"PIN"_s, named(new QLineEdit, u"pinEdit"_s));
        column->addWidget(field);
        column->addWidget(named(new QPushButton(u"Next"_s), u"nextButton"_s));
        QObject::connect(field, &FormField::edited, field, [this] { field->setError(field->text().size() == 4 ? QString() : u"the PIN has 4 digits."_s); });
    }
    QWidget window;
    FormField *field;
};

QStandardItemModel *smallModel(QObject *parent)
{
    auto *model = new QStandardItemModel(0, 3, parent);
    model->setHorizontalHeaderLabels({u"Case"_s, u"Owner"_s, u"Stage"_s});
    for (const QString &name : {u"Miller"_s, u"Lefèvre"_s, u"东京"_s}) {
        auto *stage = new QStandardItem;
        stage->setData(QVariant::fromValue(stageBadge(Stage::Quoted)), BadgeRole);
        stage->setData(stageText(Stage::Quoted), Qt::AccessibleTextRole);
        model->appendRow({new QStandardItem(u"PD-%1"_s.arg(model->rowCount())), new QStandardItem(name), stage});
    }
    return model;
}

} // namespace

/// The widgets of the kit as a person and a screen reader meet them.
class TestWidgets : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aNewErrorWaitsUntilEditingEnds()
    {
        FieldWindow w;
        GuiDriver driver(&w.window);
        QVERIFY(driver.show({400, 200}));
        QVERIFY(driver.type(u"pinEdit"_s, u"12"_s));
        QCOMPARE(w.field->visibleError(), QString());
        QVERIFY(w.field->hasError());
        QVERIFY(driver.press(Qt::Key_Tab));
        QCOMPARE(w.field->visibleError(), u"the PIN has 4 digits."_s);
        QVERIFY(w.field->input()->accessibleDescription().contains(u"Error: the PIN has 4 digits."_s));
    }

    void aFixedErrorGoesAtOnce()
    {
        FieldWindow w;
        GuiDriver driver(&w.window);
        QVERIFY(driver.show({400, 200}));
        w.field->setError(u"missing."_s);
        QCOMPARE(w.field->visibleError(), u"missing."_s);
        QVERIFY(driver.type(u"pinEdit"_s, u"1234"_s));
        QCOMPARE(w.field->visibleError(), QString());
    }

    void requiredIsSaidInWords()
    {
        FormField field(u"City"_s, named(new QLineEdit, u"cityEdit"_s));
        field.setRequired(true);
        field.setHint(u"As on the bill."_s);
        QCOMPARE(field.objectName(), u"cityField"_s);
        QCOMPARE(field.input()->accessibleName(), u"City (required)"_s);
        QCOMPARE(field.input()->accessibleDescription(), u"As on the bill."_s);
    }

    void anyScriptCanBeTyped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("Greek") << u"Παπαδόπουλος"_s;
        QTest::newRow("Arabic") << u"شركة الاتصالات"_s;
        QTest::newRow("Japanese") << u"東京電話株式会社"_s;
    }
    void anyScriptCanBeTyped()
    {
        QFETCH(QString, text);
        FieldWindow w;
        GuiDriver driver(&w.window);
        QVERIFY(driver.show({400, 200}));
        QVERIFY(driver.type(u"pinEdit"_s, text));
        QCOMPARE(w.field->text(), text);
    }

    void theAddressFormKeepsWhatACountryDoesNotShow()
    {
        AddressForm form(u"service"_s);
        const PostalAddress german{{u"Hauptstraße 5"_s, u"Hinterhaus"_s}, {}, u"Berlin"_s, {}, u"10827"_s, u"DE"_s};
        form.setAddress(german);
        QCOMPARE(form.address(), german);
        QVERIFY(form.field(AddressPart::PostalCode));
        form.countryCombo()->setCountry(u"IE"_s);
        PostalAddress irish = form.address();
        QCOMPARE(irish.country, u"IE"_s);
        QCOMPARE(irish.lines, german.lines);
        form.countryCombo()->setCountry(u"DE"_s);
        QCOMPARE(form.address(), german);
    }

    void theAddressFormSaysWhatItKeepsAside()
    {
        AddressForm form(u"service"_s);
        form.show();
        auto *bar = form.findChild<MessageBar *>(u"serviceAsideBar"_s);
        const PostalAddress american{{u"1 Main St"_s}, {}, u"Los Angeles"_s, u"CA"_s, u"90012"_s, u"US"_s};
        form.setAddress(american, u"a"_s);
        QVERIFY(!bar->isVisible());
        form.countryCombo()->setCountry(u"ES"_s);
        QVERIFY(bar->isVisible());
        QVERIFY2(bar->text().contains(u"State “California”"_s) && bar->text().contains(u"Spain"_s), qPrintable(bar->text()));
        QCOMPARE(form.address().region, QString()); // not Cádiz
        QCOMPARE(form.field(AddressPart::Region)->text(), QString());
        form.setAddress({{u"2 Side St"_s}, {}, u"Cork"_s, {}, {}, u"IE"_s}, u"b"_s);
        QVERIFY(!bar->isVisible()); // it was the other address that kept something
        form.setAddress({{u"1 Main St"_s}, {}, u"Los Angeles"_s, {}, u"90012"_s, u"ES"_s}, u"a"_s);
        QVERIFY(bar->isVisible());
        form.countryCombo()->setCountry(u"US"_s);
        QCOMPARE(form.address(), american);
        QVERIFY(!bar->isVisible());
    }

    void theAddressFormFollowsEveryCountry()
    {
        AddressForm form(u"service"_s);
        for (const QString &country : addressCountries()) {
            const AddressLayout layout = addressLayout(country);
            PostalAddress written{{u"1 Long Street"_s}, {}, {}, {}, {}, country};
            for (const AddressLayout::Part &part : layout.parts)
                if (part.part != AddressPart::Lines)
                    setAddressPart(written, part.part, part.part == AddressPart::Region && !layout.regions.isEmpty() ? layout.regions.first().key : u"Words 9"_s);
            form.setAddress(written);
            QCOMPARE(form.address(), written);
            for (const AddressLayout::Part &part : layout.parts) {
                const FormField *field = form.field(part.part);
                QVERIFY(field);
                QCOMPARE(field->label(), part.label);
                QCOMPARE(field->isRequired(), part.required);
            }
        }
    }

    void theAddressFormKeepsARegionThatIsNotInTheList()
    {
        AddressForm form(u"service"_s);
        const PostalAddress strange{{u"1 Main St"_s}, {}, u"Springfield"_s, u"Northern Marches"_s, u"62701"_s, u"US"_s};
        form.setAddress(strange);
        QCOMPARE(form.address(), strange);
        form.setAddress({{u"1 Main St"_s}, {}, u"Springfield"_s, u"illinois"_s, u"62701"_s, u"US"_s});
        QCOMPARE(form.address().region, u"IL"_s);
    }

    void addressProblemsStandBesideTheirPart()
    {
        AddressForm form;
        form.setAddress({{u"PO Box 12"_s}, {}, u"London"_s, {}, u"XX"_s, u"GB"_s});
        form.setError(AddressPart::Lines, u"a PO box is no service address."_s);
        QCOMPARE(form.field(AddressPart::Lines)->visibleError(), u"a PO box is no service address."_s);
        form.clearErrors();
        QCOMPARE(form.field(AddressPart::Lines)->visibleError(), QString());
    }

    void countriesHaveNamesAndCodes()
    {
        QCOMPARE(countryName(u"DE"_s), u"Germany"_s);
        QCOMPARE(countryName(u"QQ"_s), u"QQ"_s);
        QVERIFY(allCountryCodes().size() > 230);
        CountryCombo combo;
        combo.setCountries({u"DE"_s, u"FR"_s});
        combo.setCountry(u"PL"_s);
        QCOMPARE(combo.country(), u"PL"_s);
    }

    void theMessageBarHidesUntilItHasSomethingToSay()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *bar = new MessageBar;
        column->addWidget(bar);
        window.show();
        QVERIFY(!bar->isVisible());
        QAction reload(u"Reload"_s);
        reload.setObjectName(u"reloadAction"_s);
        QSignalSpy triggered(&reload, &QAction::triggered);
        bar->showMessage(State::Problem, u"Somebody changed this case."_s, {&reload});
        QVERIFY(bar->isVisible());
        GuiDriver driver(&window);
        QVERIFY(driver.click(u"reloadButton"_s));
        QCOMPARE(triggered.count(), 1);
        bar->clear();
        QVERIFY(!bar->isVisible());
    }

    void emptyStatesOfferTheirAction()
    {
        EmptyState state;
        state.set(EmptyState::Kind::NoMatch, u"No case matches"_s, u"No case has these words."_s);
        QSignalSpy triggered(&state, &EmptyState::actionTriggered);
        auto *button = state.findChild<QPushButton *>(u"emptyActionButton"_s);
        QCOMPARE(button->text(), u"Clear Filters"_s);
        button->click();
        QCOMPARE(triggered.count(), 1);
        state.set(EmptyState::Kind::Failed, u"Failed"_s, u"The store is locked."_s);
        QCOMPARE(button->text(), u"Retry"_s);
    }

    void stepsOpenByMouseAndKeyboard()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *steps = new StepList;
        steps->setSteps({{u"a"_s, u"Country"_s, u"Germany"_s, Step::Status::Done, true}, {u"b"_s, u"Owner"_s, {}, Step::Status::ToCome, true}, {u"c"_s, u"Numbers"_s, {}, Step::Status::ToCome, false}});
        steps->setCurrentStep(1);
        column->addWidget(steps);
        QSignalSpy opened(steps, &StepList::stepActivated);
        GuiDriver driver(&window);
        QVERIFY(driver.show({300, 300}));
        QVERIFY(driver.clickRow(u"stepList"_s, 0));
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened.at(0).at(0).toInt(), 0);
        QVERIFY(driver.clickRow(u"stepList"_s, 2));
        QCOMPARE(opened.count(), 1);
        steps->setFocus();
        QVERIFY(driver.press(Qt::Key_Return));
        QCOMPARE(opened.count(), 2);
        QCOMPARE(steps->model()->index(1, 0).data(Qt::AccessibleTextRole).toString(), u"Step 2: Owner, current"_s);
    }

    void theRailMovesWithArrows()
    {
        QWidget window;
        auto *row = new QHBoxLayout(&window);
        auto *rail = new Rail;
        rail->addPlace(u"today"_s, Glyph::Today, u"Today"_s);
        rail->addPlace(u"cases"_s, Glyph::Cases, u"Cases"_s);
        rail->setCurrent(u"today"_s);
        row->addWidget(rail);
        QSignalSpy chosen(rail, &Rail::placeChosen);
        GuiDriver driver(&window);
        QVERIFY(driver.show({300, 300}));
        driver.findWidget(u"todayRailButton"_s)->setFocus();
        QVERIFY(driver.press(Qt::Key_Down));
        QVERIFY(driver.press(Qt::Key_Space));
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(rail->current(), u"cases"_s);
        rail->setCount(u"cases"_s, 3);
        QVERIFY(driver.findWidget(u"casesRailButton"_s)->accessibleDescription().contains(u'3'));
    }

    void busyWorkCanBeCancelled()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *busy = new BusyBar;
        column->addWidget(busy);
        window.show();
        QSignalSpy cancelled(busy, &BusyBar::cancelRequested);
        busy->start(u"0 of 12 numbers checked"_s, 12);
        QVERIFY(!busy->isVisible()); // short work shows nothing
        QTRY_VERIFY(busy->isVisible());
        busy->setProgress(3, u"3 of 12 numbers checked"_s);
        GuiDriver driver(&window);
        QVERIFY(driver.click(u"cancelButton"_s));
        QCOMPARE(cancelled.count(), 1);
        busy->finish();
        QVERIFY(!busy->isVisible());
    }

    void tableRowsAreCopiedAsText()
    {
        TableView table;
        table.setModel(smallModel(&table));
        const auto watch = watchModel(table.model());
        QCOMPARE(table.verticalHeader()->defaultSectionSize(), 38);
        table.selectRow(1);
        QCOMPARE(table.selectionAsText(), u"Case\tOwner\tStage\nPD-1\tLefèvre\tQuoted\n"_s);
        table.horizontalHeader()->moveSection(1, 0);
        table.setColumnHidden(2, true);
        QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"Owner\tCase\nLefèvre\tPD-1\n"_s);
        table.clearSelection();
        QCOMPARE(table.selectionAsText(), QString());
    }

    void columnsAreRemembered()
    {
        {
            TableView table;
            table.setModel(smallModel(&table));
            table.rememberColumns(u"tst"_s);
            table.show();
            table.setColumnWidth(0, 217);
            table.hide();
        }
        TableView again;
        again.setModel(smallModel(&again));
        again.rememberColumns(u"tst"_s);
        QCOMPARE(again.columnWidth(0), 217);
    }

    void everyStageHasABadge_data()
    {
        QTest::addColumn<Stage>("stage");
        for (const Stage stage : allStages())
            QTest::newRow(qPrintable(stageKey(stage))) << stage;
    }
    void everyStageHasABadge()
    {
        QFETCH(Stage, stage);
        const BadgeContent badge = stageBadge(stage);
        QCOMPARE(badge.text, stageText(stage));
        QVERIFY(badge.glyph != Glyph::None);
        const auto segments = stageSegments(stage);
        QCOMPARE(segments.size(), 6);
        QCOMPARE(segments.constLast().status == StepBar::Status::Done, stage == Stage::Completed);
    }

    void theAuditFindsWhatIsWrong()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        column->addWidget(named(new QToolButton, u"iconOnlyButton"_s));
        column->addWidget(new QPushButton(u"&Save"_s));
        column->addWidget(new QPushButton(u"&Send"_s));
        window.show();
        window.findChild<QToolButton *>()->setFocusPolicy(Qt::StrongFocus);
        const QStringList findings = accessibilityFindings(&window);
        QCOMPARE(findings.size(), 2);
        QVERIFY(findings.filter(u"iconOnlyButton"_s).size() == 1);
        QVERIFY(findings.filter(u"Alt+S"_s).size() == 1);
    }

    void theKitPassesTheAudit()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        column->addWidget(new FormField(u"PIN"_s, named(new QLineEdit, u"pinEdit"_s)));
        auto *address = new AddressForm;
        address->setAddress({{u"1 Main St"_s}, {}, u"Springfield"_s, u"IL"_s, u"62701"_s, u"US"_s});
        column->addWidget(address);
        column->addWidget(new FilterChip(u"Open"_s));
        auto *rail = new Rail;
        rail->addPlace(u"today"_s, Glyph::Today, u"Today"_s);
        column->addWidget(rail);
        auto *steps = new StepList;
        steps->setSteps({{u"a"_s, u"Country"_s, {}, Step::Status::Done, true}});
        column->addWidget(steps);
        window.show();
        QCOMPARE(accessibilityFindings(&window), QStringList());
    }

    void aScrollPageNeverSqueezesText_data()
    {
        QTest::addColumn<bool>("filledWhileHidden");
        QTest::newRow("filled while it is seen") << false;
        QTest::newRow("filled behind another page") << true;
    }
    void aScrollPageNeverSqueezesText()
    {
        QFETCH(bool, filledWhileHidden);
        QStackedWidget window;
        auto *page = new ScrollPage;
        auto *content = new QWidget;
        auto *row = new QHBoxLayout(content);
        auto *grid = new KeyValueGrid;
        auto *card = new Card(u"Timeline"_s);
        card->body()->addWidget(grid);
        row->addWidget(card);
        page->setContent(content);
        window.addWidget(new QWidget);
        window.addWidget(page);
        window.setCurrentWidget(page);
        window.resize(300, 120);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        if (filledWhileHidden)
            window.setCurrentIndex(0);
        QList<TextLabel *> labels;
        for (int i = 0; i < 8; ++i)
            labels << grid->addRow(u"Today"_s, u"Rejected by the carrier: PIN wrong or missing, Service address differs"_s);
        QCoreApplication::processEvents();
        window.setCurrentWidget(page);
        for (const TextLabel *label : std::as_const(labels))
            QTRY_VERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(u"%1 of %2"_s.arg(label->height()).arg(label->heightForWidth(label->width()))));
    }

    void fakePromptsAnswerAsPrepared()
    {
        FakePrompts prompts;
        prompts.willConfirm(true);
        prompts.willSave(u"letters/loa.pdf"_s);
        QVERIFY(prompts.confirm(nullptr, {u"Delete"_s, u"Delete the draft?"_s, u"Delete Draft"_s, {}, true}));
        QCOMPARE(prompts.saveFile(nullptr, u"Save"_s, u"loa.pdf"_s, {}), u"letters/loa.pdf"_s);
        QVERIFY(prompts.allUsed());
        QCOMPARE(prompts.questions.constFirst().text, u"Delete the draft?"_s);
    }
};

PORTDESK_GUI_TEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
