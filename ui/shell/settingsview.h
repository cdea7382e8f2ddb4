// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/settings.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QSpinBox;
class QVBoxLayout;

namespace PortDesk {

class DocWorker;
class FormField;
class Prompts;

/// Who is at the desk, how it looks, what it works with. Every change holds at once.
class SettingsView final : public QWidget
{
    Q_OBJECT
public:
    SettingsView(const QString &storeUrl, Prompts &prompts, DocWorker &worker, QWidget *parent = nullptr);

    void show(const PersonalSettings &settings);
    /// What the desk shares, the door to the holidays and its own address; for those who work with deadlines.
    void setDeskVisible(bool visible);
    /// Where messages for the desk itself go; "" = none was entered.
    void showDeskAddress(const QString &address);
    /// The largest document the desk takes, in bytes.
    void showMaximumDocument(qint64 bytes);

Q_SIGNALS:
    void changed(const PortDesk::PersonalSettings &settings);
    void maximumDocumentChanged(qint64 bytes);
    void deskAddressChanged(const QString &address);
    void holidaysWanted();

private:
    void addPerson(QVBoxLayout *column);
    void addLook(QVBoxLayout *column);
    void addStore(QVBoxLayout *column, const QString &storeUrl);
    void addCalendars(QVBoxLayout *column);
    void addMessages(QVBoxLayout *column);
    void keepDeskAddress();
    void collect();

    PersonalSettings m_settings;
    QWidget *m_calendars = nullptr;
    QWidget *m_messages = nullptr;
    QString m_keptDeskAddress;
    QLineEdit *m_deskAddress;
    FormField *m_deskAddressField = nullptr;
    QComboBox *m_role;
    QLineEdit *m_name;
    QLineEdit *m_address;
    QComboBox *m_theme;
    QComboBox *m_zoom;
    QSpinBox *m_maximumDocument; ///< MiB
};

} // namespace PortDesk
