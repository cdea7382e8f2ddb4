// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/document.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace PortDesk {

class FormField;
class TextLabel;

/// Asks what a picked file is before it is added to a case: kind and date.
class AddDocumentBar final : public QWidget
{
    Q_OBJECT
public:
    explicit AddDocumentBar(QWidget *parent = nullptr);

    /// Shows the bar for a file; kind and date are guesses the person can change.
    void ask(const DocumentBytes &file, const QString &kind, QDate issued);
    void setBusy(bool busy);

Q_SIGNALS:
    void accepted(const PortDesk::DocumentBytes &file, const PortDesk::CaseDocument &document);

private:
    void accept();
    void judge();

    DocumentBytes m_file;
    TextLabel *m_name;
    QComboBox *m_kind;
    QLineEdit *m_date;
    FormField *m_dateField;
    QPushButton *m_add;
};

} // namespace PortDesk
