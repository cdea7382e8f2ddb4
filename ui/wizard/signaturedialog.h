// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/signature.h"

#include <QDialog>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace PortDesk {

class FormField;
class SignaturePad;
class TextLabel;

/// Who signs what for whom.
struct SigningFor {
    QString signer; ///< the authorised person
    QString owner;
    QDate day;
    QString hint; ///< about the country, "" when there is nothing to say
};

/// Signs the letter on screen: drawn, or typed. It can be accepted when there is a signature and the person said that they may sign.
class SignatureDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit SignatureDialog(const SigningFor &subject, QWidget *parent = nullptr);

    /// What was signed; counts after accepted().
    Signature signature() const;

private:
    QWidget *makeDrawn();
    QWidget *makeTyped();
    QLayout *makeButtons();
    void layOut();
    void showWay(int way);
    void refresh();

    SigningFor m_subject;
    TextLabel *m_who;
    QTabBar *m_ways;
    QStackedWidget *m_stack;
    SignaturePad *m_pad;
    QPushButton *m_undo;
    QPushButton *m_clear;
    QLineEdit *m_name;
    TextLabel *m_preview;
    QCheckBox *m_authorised;
    TextLabel *m_missing;
    QPushButton *m_sign;
};

} // namespace PortDesk
