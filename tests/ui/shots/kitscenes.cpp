// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shots/scene.h"
#include "ui/delegates/rowdelegate.h"
#include "ui/delegates/tableview.h"
#include "ui/models/stagebadge.h"
#include "ui/theme/portdeskstyle.h"
#include "ui/theme/spacing.h"
#include "ui/theme/stylepaint.h"
#include "ui/widgets/busybar.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filterchip.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/keyvaluegrid.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/rail.h"
#include "ui/widgets/steplist.h"
#include "ui/widgets/textlabel.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QTabBar>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

QPushButton *primary(const QString &text)
{
    auto *button = new QPushButton(text);
    setPrimary(button);
    return button;
}

QStandardItemModel *caseModel(QObject *parent)
{
    struct Row { QString ref, owner, country, type, count, carrier, next; Stage stage; State tone; };
    const QList<Row> rows{
        {u"PD-2041"_s, u"Miller & Sons GmbH"_s, u"DE"_s, u"geographic"_s, u"12"_s, u"Rheinruf Telefon"_s, u"Deemed accepted in 1 d 4 h"_s, Stage::Quoted, State::Waiting},
        {u"PD-2040"_s, u"Boulangerie Lefèvre"_s, u"FR"_s, u"geographic"_s, u"2"_s, u"Orange"_s, u"2 reasons, answer due today"_s, Stage::Rejected, State::Problem},
        {u"PD-2037"_s, u"Harbour Dental Ltd"_s, u"GB"_s, u"geographic"_s, u"40"_s, u"BT Wholesale"_s, u"Ports Thu 26 Nov, 10:00 GMT"_s, Stage::Scheduled, State::Info},
        {u"PD-2036"_s, u"Ana Torres"_s, u"ES"_s, u"mobile"_s, u"1"_s, u"Movistar"_s, u"Due tomorrow 17:00"_s, Stage::UnderReview, State::Neutral},
        {u"PD-2033"_s, u"Studio Kappa S.r.l."_s, u"IT"_s, u"toll-free"_s, u"3"_s, u"TIM"_s, u"Waiting for customer, 2 d"_s, Stage::Returned, State::Neutral},
        {u"PD-2024"_s, u"Riverside Clinic"_s, u"US"_s, u"toll-free"_s, u"4"_s, u"Lumen"_s, u"4 of 4 ported"_s, Stage::Completed, State::Good}};
    auto *model = new QStandardItemModel(0, 7, parent);
    model->setHorizontalHeaderLabels({u"Case"_s, u"Owner"_s, u"Country"_s, u"Numbers"_s, u"Losing carrier"_s, u"Stage"_s, u"Next"_s});
    for (const Row &row : rows) {
        QList<QStandardItem *> items;
        for (const QString &text : {row.ref, row.owner, row.country, row.count, row.carrier, QString(), row.next})
            items.append(new QStandardItem(text));
        items[0]->setData(true, StrongRole);
        items[2]->setData(row.type, SecondaryTextRole);
        items[4]->setData(true, QuietRole);
        items[5]->setData(QVariant::fromValue(stageBadge(row.stage)), BadgeRole);
        items[6]->setData(int(row.tone), StateRole);
        items[6]->setData(true, QuietRole);
        model->appendRow(items);
    }
    return model;
}

std::unique_ptr<QWidget> listScene()
{
    auto window = std::make_unique<QWidget>();
    auto *row = new QHBoxLayout(window.get());
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    auto *rail = new Rail;
    rail->addPlace(u"today"_s, Glyph::Today, u"Today"_s);
    rail->addPlace(u"cases"_s, Glyph::Cases, u"Cases"_s);
    rail->addPlace(u"calendar"_s, Glyph::Calendar, u"Calendar"_s);
    rail->addPlace(u"messages"_s, Glyph::Mail, u"Messages"_s);
    rail->addPlace(u"reports"_s, Glyph::Chart, u"Reports"_s);
    rail->addPlace(u"countries"_s, Glyph::Book, u"Countries"_s);
    rail->addPlace(u"settings"_s, Glyph::Gear, u"Settings"_s, Rail::Part::Bottom);
    rail->setFooter(u"Anna Weber, agent"_s);
    rail->setCount(u"today"_s, 7, true);
    rail->setCount(u"cases"_s, 248);
    rail->setCurrent(u"cases"_s);
    row->addWidget(rail);
    auto *page = new QVBoxLayout;
    page->setContentsMargins(Spacing::XL, Spacing::L, Spacing::XL, Spacing::XL);
    page->setSpacing(Spacing::M);
    auto *head = new QHBoxLayout;
    head->setSpacing(Spacing::M);
    head->addWidget(new TextLabel(u"Cases"_s, TextRole::Title));
    head->addWidget(new TextLabel(u"6 of 248"_s, TextRole::Body, TextLabel::Tone::Secondary), 1);
    auto *search = new QLineEdit;
    search->addAction(themedIcon(Glyph::Search), QLineEdit::LeadingPosition);
    search->setPlaceholderText(u"Number, name, address, reference…"_s);
    search->setFixedWidth(340);
    head->addWidget(search);
    head->addWidget(primary(u"New case"_s));
    page->addLayout(head);
    auto *chips = new QHBoxLayout;
    chips->setSpacing(Spacing::S);
    for (const QString &text : {u"Open"_s, u"My cases"_s, u"Due this week"_s, u"Country: any"_s})
        chips->addWidget(new FilterChip(text));
    static_cast<FilterChip *>(chips->itemAt(0)->widget())->setChecked(true);
    chips->addStretch(1);
    auto *save = new QPushButton(u"Save view"_s);
    setQuiet(save);
    chips->addWidget(save);
    page->addLayout(chips);
    auto *table = new TableView;
    table->setModel(caseModel(table));
    table->setItemDelegateForColumn(5, new BadgeDelegate(table));
    table->setSortingEnabled(false);
    table->resizeColumnsToContents();
    table->selectRow(1);
    page->addWidget(table, 1);
    row->addLayout(page, 1);
    return window;
}

QWidget *inputsCard()
{
    auto *card = new Card(u"Inputs"_s);
    auto *name = new QLineEdit(u"Miller & Sons GmbH"_s);
    auto *nameField = new FormField(u"Company"_s, name);
    nameField->setRequired(true);
    nameField->setHint(u"As it stands on the bill."_s);
    auto *pin = new QLineEdit(u"12"_s);
    auto *pinField = new FormField(u"PIN"_s, pin);
    pinField->setError(u"the PIN has 4 digits; 2 are missing. Ask your carrier for it."_s);
    auto *combo = new QComboBox;
    combo->addItems({u"Germany"_s, u"France"_s});
    auto *date = new QDateEdit(QDate(2026, 11, 10));
    date->setCalendarPopup(true);
    date->setDisplayFormat(u"yyyy-MM-dd"_s);
    auto *spin = new QSpinBox;
    spin->setValue(12);
    auto *notes = new QPlainTextEdit;
    notes->setPlaceholderText(u"Words for the customer…"_s);
    notes->setFixedHeight(64);
    auto *off = new QLineEdit(u"Not yours to change"_s);
    off->setEnabled(false);
    for (auto *field : {nameField, pinField, new FormField(u"Country"_s, combo), new FormField(u"Bill date"_s, date), new FormField(u"Copies"_s, spin),
                        new FormField(u"Note"_s, notes), new FormField(u"Reference"_s, off)})
        card->body()->addWidget(field);
    auto *agreed = new QCheckBox(u"I am authorised to port these numbers."_s);
    agreed->setChecked(true);
    card->body()->addWidget(agreed);
    card->body()->addWidget(new QCheckBox(u"Fees may apply."_s));
    auto *all = new QRadioButton(u"All numbers"_s);
    all->setChecked(true);
    card->body()->addWidget(all);
    card->body()->addWidget(new QRadioButton(u"Some numbers"_s));
    card->body()->addStretch(1);
    return card;
}

QWidget *stateCard()
{
    auto *column = new QWidget;
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Spacing::M);
    for (const auto &[state, text] : {std::pair{State::Info, u"This case was changed by Jan Berg a minute ago."_s}, {State::Good, u"The request was submitted as PD-2041."_s},
                                      {State::Waiting, u"The bill is older than 30 days. Ask the customer for a newer one."_s},
                                      {State::Problem, u"The store is locked by another program. Close it and try again."_s}}) {
        auto *bar = new MessageBar;
        auto *retry = new QAction(u"Retry"_s, bar);
        bar->showMessage(state, text, state == State::Problem ? QList<QAction *>{retry} : QList<QAction *>{});
        layout->addWidget(bar);
    }
    auto *card = new Card(u"The carrier gave 2 reasons"_s);
    card->setEdge(State::Problem);
    for (const State state : {State::Good, State::Waiting, State::Problem, State::Info, State::Neutral})
        card->body()->addWidget(new Badge({stateGlyph(state), u"can be ported"_s, state}));
    layout->addWidget(card);
    auto *grid = new KeyValueGrid(2);
    grid->addRow(u"Owner"_s, u"Boulangerie Lefèvre SARL"_s);
    grid->addRow(u"SIRET"_s, u"732 829 320 00074"_s);
    grid->addRow(u"Authorised person"_s, u"Camille Lefèvre"_s);
    grid->addRow(u"Account"_s, u"FR-889-2210"_s);
    auto *facts = new Card(u"Owner and account"_s);
    auto *edit = new QPushButton(u"Edit"_s);
    facts->addToHeader(edit);
    facts->body()->addWidget(grid);
    layout->addWidget(facts);
    auto *buttons = new QHBoxLayout;
    auto *icon = new QPushButton(themedIcon(Glyph::Print), u"Print…"_s);
    auto *disabled = new QPushButton(u"Disabled"_s);
    disabled->setEnabled(false);
    auto *offPrimary = primary(u"Next"_s);
    offPrimary->setEnabled(false);
    for (QPushButton *button : {new QPushButton(u"Back"_s), icon, disabled, offPrimary, primary(u"Next: addresses"_s)})
        buttons->addWidget(button);
    layout->addLayout(buttons);
    auto *progress = new QProgressBar;
    progress->setValue(40);
    layout->addWidget(progress);
    layout->addStretch(1);
    return column;
}

std::unique_ptr<QWidget> controlsScene()
{
    auto window = std::make_unique<QWidget>();
    auto *row = new QHBoxLayout(window.get());
    row->setSpacing(Spacing::L);
    auto *steps = new StepList;
    steps->setFixedWidth(243);
    steps->setSteps({{u"country"_s, u"Country and type"_s, u"Germany, geographic"_s, Step::Status::Done, true},
                     {u"owner"_s, u"Owner"_s, u"Miller & Sons GmbH"_s, Step::Status::Problem, true},
                     {u"numbers"_s, u"Numbers"_s, u"14 numbers, 2 to look at"_s, Step::Status::ToCome, true},
                     {u"addresses"_s, u"Addresses"_s, {}, Step::Status::ToCome, false},
                     {u"documents"_s, u"Documents"_s, {}, Step::Status::ToCome, false}});
    steps->setCurrentStep(2);
    row->addWidget(steps);
    row->addWidget(inputsCard(), 2);
    row->addWidget(stateCard(), 3);
    return window;
}

std::unique_ptr<QWidget> caseScene()
{
    auto window = std::make_unique<QWidget>();
    auto *column = new QVBoxLayout(window.get());
    column->setContentsMargins(Spacing::XL, Spacing::L, Spacing::XL, Spacing::L);
    column->setSpacing(Spacing::M);
    auto *bar = new StepBar;
    bar->setSegments(stageSegments(Stage::Rejected, {u"Mon 16 Nov"_s, u"accepted 18 Nov"_s, u"19 Nov"_s, u"attempt 2"_s, u"2 reasons"_s}));
    column->addWidget(bar);
    auto *tabs = new QTabBar;
    for (const QString &text : {u"Overview"_s, u"Numbers 2"_s, u"Documents 4"_s, u"Fees"_s, u"Timeline"_s})
        tabs->addTab(text);
    tabs->setExpanding(false);
    column->addWidget(tabs);
    auto *card = new Card(u"Numbers"_s);
    auto *table = new TableView;
    table->setModel(caseModel(table));
    table->setItemDelegateForColumn(5, new BadgeDelegate(table));
    table->setEmbedded(true);
    table->resizeColumnsToContents();
    card->body()->addWidget(table);
    column->addWidget(card);
    auto *empty = new EmptyState;
    empty->set(EmptyState::Kind::NothingYet, u"No messages yet"_s, u"Messages to the customer appear here as soon as the request is submitted."_s, u"Write Message"_s);
    column->addWidget(empty, 1);
    return window;
}

std::unique_ptr<QWidget> iconScene()
{
    auto window = std::make_unique<QWidget>();
    auto *grid = new QGridLayout(window.get());
    const QList<Glyph> glyphs = allGlyphs();
    for (int i = 0; i < glyphs.size(); ++i) {
        auto *cell = new QPushButton(themedIcon(glyphs.at(i)), glyphKey(glyphs.at(i)));
        cell->setIconSize({24, 24});
        grid->addWidget(cell, i / 7, i % 7);
    }
    return window;
}

} // namespace

QList<Scene> kitScenes()
{
    return {{u"kit-list"_s, {1280, 800}, listScene, {}},
            {u"kit-controls"_s, {1280, 860}, controlsScene, {}},
            {u"kit-case"_s, {1080, 800}, caseScene, {}},
            {u"kit-icons"_s, {1080, 480}, iconScene, {}}};
}

} // namespace PortDesk
