// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/certificatestore.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace PortDesk {

class FormField;
class Prompts;
class TextLabel;

/// Which certificate signs: one of the store with its password, or a new one imported from its file.
class CertificateForm final : public QWidget
{
    Q_OBJECT
public:
    CertificateForm(CertificateStore &store, Prompts &prompts, const QDateTime &now, QWidget *parent = nullptr);

    /// The chosen one; an empty id while there is none that is valid.
    SigningCertificate certificate() const;
    QString password() const;
    /// Why it cannot sign yet, "" when it can.
    QString missing() const;
    /// Why it did not sign: a wrong password is said at its field, with the text chosen to be typed anew.
    void showFailure(const Error &error);

Q_SIGNALS:
    void changed();

private:
    void layOut();
    void fill(const QString &id);
    void import();
    void remove();
    void showProblem(const QString &sentence);

    CertificateStore &m_store;
    Prompts &m_prompts;
    QDateTime m_now;
    QList<SigningCertificate> m_all;
    QComboBox *m_choice;
    QLineEdit *m_password;
    FormField *m_passwordField;
    QPushButton *m_import;
    QPushButton *m_remove;
    TextLabel *m_about;
    TextLabel *m_problem;
};

} // namespace PortDesk
