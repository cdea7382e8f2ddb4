// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settingsview.h"

#include "core/base/mailaddress.h"
#include "core/desk/desklimits.h"
#include "ui/shell/numberdatacard.h"
#include "ui/shell/protectioncard.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/card.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/keyvaluegrid.h"
#include "ui/widgets/scrollpage.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr int kColumnWidth = 560;
constexpr qint64 kMebibyte = 1024 * 1024;

} // namespace

SettingsView::SettingsView(const QString &storeUrl, Prompts &prompts, DocWorker &worker, QWidget *parent)
    : QWidget(parent), m_deskAddress(new QLineEdit), m_role(new QComboBox), m_name(new QLineEdit), m_address(new QLineEdit), m_theme(new QComboBox), m_zoom(new QComboBox),
      m_maximumDocument(new QSpinBox)
{
    setObjectName(u"settingsView"_s);
    auto *content = new QWidget;
    content->setMaximumWidth(kColumnWidth);
    auto *inner = new QVBoxLayout(content);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(Spacing::L);
    addPerson(inner);
    addLook(inner);
    addCalendars(inner);
    addMessages(inner);
    addStore(inner, storeUrl);
    inner->addWidget(new NumberDataCard(prompts));
    inner->addWidget(new ProtectionCard(worker));
    inner->addStretch(1);
    auto *scroll = new ScrollPage;
    scroll->setContent(content);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Spacing::XL, Spacing::L, Spacing::XL, Spacing::XL);
    column->setSpacing(Spacing::L);
    column->addWidget(new TextLabel(tr("Settings"), TextRole::Title));
    column->addWidget(scroll, 1);
}

void SettingsView::addPerson(QVBoxLayout *column)
{
    m_role->setObjectName(u"roleCombo"_s);
    m_role->addItem(tr("I want to port my numbers"), roleKey(Role::Customer));
    m_role->addItem(tr("I work at a porting desk"), roleKey(Role::Agent));
    m_role->addItem(tr("I lead a porting desk"), roleKey(Role::Supervisor));
    m_name->setObjectName(u"settingsNameEdit"_s);
    m_address->setObjectName(u"settingsAddressEdit"_s);
    auto *address = new FormField(tr("Your e-mail"), m_address);
    address->setHint(tr("Stands as the sender of messages."));
    auto *card = new Card(tr("You"));
    card->body()->setSpacing(Spacing::M);
    auto *role = new FormField(tr("What you do"), m_role);
    role->setHint(tr("Who leads a desk may go on where a rule stands in the way, with a reason that the timeline keeps."));
    card->body()->addWidget(role);
    card->body()->addWidget(new FormField(tr("Your name"), m_name));
    card->body()->addWidget(address);
    column->addWidget(card);
    connect(m_role, &QComboBox::activated, this, &SettingsView::collect);
    connect(m_name, &QLineEdit::editingFinished, this, &SettingsView::collect);
    connect(m_address, &QLineEdit::editingFinished, this, &SettingsView::collect);
}

void SettingsView::addLook(QVBoxLayout *column)
{
    m_theme->setObjectName(u"themeCombo"_s);
    m_theme->addItem(tr("As the desktop"), themeModeKey(Theme::Mode::Auto));
    m_theme->addItem(tr("Light"), themeModeKey(Theme::Mode::Light));
    m_theme->addItem(tr("Dark"), themeModeKey(Theme::Mode::Dark));
    m_zoom->setObjectName(u"zoomCombo"_s);
    for (const int step : zoomSteps())
        m_zoom->addItem(tr("%1 %").arg(step), step);
    auto *zoom = new FormField(tr("Size"), m_zoom);
    zoom->setHint(tr("Holds from the next start."));
    auto *card = new Card(tr("Look"));
    card->body()->setSpacing(Spacing::M);
    card->body()->addWidget(new FormField(tr("Colours"), m_theme));
    card->body()->addWidget(zoom);
    column->addWidget(card);
    connect(m_theme, &QComboBox::activated, this, &SettingsView::collect);
    connect(m_zoom, &QComboBox::activated, this, &SettingsView::collect);
}

void SettingsView::addCalendars(QVBoxLayout *column)
{
    auto *text = new TextLabel(tr("Public holidays of every country and region decide the deadlines. Add days your desk or a carrier does not work, or take out days it does."), TextRole::Body,
                               TextLabel::Tone::Secondary);
    text->setWordWrap(true);
    auto *open = new QPushButton(tr("Holi&days…"));
    open->setObjectName(u"holidaysButton"_s);
    auto *card = new Card(tr("Calendars"));
    card->body()->setSpacing(Spacing::M);
    card->body()->addWidget(text);
    card->body()->addWidget(open, 0, Qt::AlignLeft);
    column->addWidget(card);
    m_calendars = card;
    connect(open, &QPushButton::clicked, this, &SettingsView::holidaysWanted);
}

void SettingsView::addMessages(QVBoxLayout *column)
{
    m_deskAddress->setObjectName(u"deskAddressEdit"_s);
    m_deskAddressField = new FormField(tr("The desk's e-mail"), m_deskAddress);
    m_deskAddressField->setHint(tr("Reminders and overdue cases are written to it. Kept with the store, for everybody who uses it."));
    auto *card = new Card(tr("Messages"));
    card->body()->addWidget(m_deskAddressField);
    column->addWidget(card);
    m_messages = card;
    connect(m_deskAddress, &QLineEdit::editingFinished, this, &SettingsView::keepDeskAddress);
}

void SettingsView::setDeskVisible(bool visible)
{
    m_calendars->setVisible(visible);
    m_messages->setVisible(visible);
}

void SettingsView::showDeskAddress(const QString &address)
{
    m_keptDeskAddress = address;
    m_deskAddress->setText(address);
}

void SettingsView::keepDeskAddress()
{
    const QString address = m_deskAddress->text().trimmed();
    const bool wrong = !address.isEmpty() && !isMailAddress(address);
    m_deskAddressField->setError(wrong ? tr("“%1” is not an e-mail address. Correct it, or leave it empty.").arg(address) : QString());
    m_deskAddressField->showError();
    if (wrong || address == m_keptDeskAddress)
        return;
    m_keptDeskAddress = address;
    Q_EMIT deskAddressChanged(address);
}

void SettingsView::addStore(QVBoxLayout *column, const QString &storeUrl)
{
    auto *card = new Card(tr("Store"));
    auto *grid = new KeyValueGrid;
    grid->addRow(tr("File"), storeUrl);
    card->body()->addWidget(grid);
    m_maximumDocument->setObjectName(u"maximumDocumentSpin"_s);
    m_maximumDocument->setRange(int(kSmallestDocumentLimit / kMebibyte), int(kLargestDocumentLimit / kMebibyte));
    m_maximumDocument->setSuffix(tr(" MiB"));
    m_maximumDocument->setKeyboardTracking(false);
    auto *largest = new FormField(tr("Largest document"), m_maximumDocument);
    largest->setHint(tr("Kept with the store, for everybody who uses it."));
    card->body()->addWidget(largest);
    connect(m_maximumDocument, &QSpinBox::valueChanged, this, [this](int mebibytes) { Q_EMIT maximumDocumentChanged(mebibytes * kMebibyte); });
    column->addWidget(card);
}

void SettingsView::show(const PersonalSettings &settings)
{
    m_settings = settings;
    m_role->setCurrentIndex(m_role->findData(roleKey(settings.role.value_or(Role::Agent))));
    m_name->setText(settings.name);
    m_address->setText(settings.address);
    m_theme->setCurrentIndex(m_theme->findData(themeModeKey(settings.theme)));
    m_zoom->setCurrentIndex(m_zoom->findData(settings.zoom));
}

void SettingsView::showMaximumDocument(qint64 bytes)
{
    const QSignalBlocker quiet(m_maximumDocument);
    m_maximumDocument->setValue(int(bytes / kMebibyte));
}

void SettingsView::collect()
{
    PersonalSettings settings = m_settings;
    settings.role = roleFromKey(m_role->currentData().toString());
    settings.name = m_name->text().trimmed();
    settings.address = m_address->text().trimmed();
    settings.theme = themeModeFromKey(m_theme->currentData().toString());
    settings.zoom = m_zoom->currentData().toInt();
    m_settings = settings;
    Q_EMIT changed(settings);
}

} // namespace PortDesk
