// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/certificatestore.h"
#include "core/documents/docworker.h"
#include "core/documents/signature.h"

#include <QDialog>

#include <optional>

class QCheckBox;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace PortDesk {

class CertificateForm;
class FormField;
class Prompts;
class SignaturePad;
class SignaturePictureForm;
class TextLabel;

/// Who signs what for whom.
struct SigningFor {
    QString signer; ///< the authorised person
    QString owner;
    QDate day;
    QString hint; ///< about the country, "" when there is nothing to say
};

/// What the ways beside drawing and typing need.
struct SigningTools {
    DocWorker *worker = nullptr;             ///< cuts a signature out of a picture
    CertificateStore *certificates = nullptr;
    Prompts *prompts = nullptr;
    QDateTime now = {};
};

/// The certificate that signs, with its password, which is kept nowhere.
struct CertificateChoice {
    SigningCertificate certificate;
    QString password;
};

/// Signs the letter on screen: drawn, typed, with a picture of a signature or with a certificate. It can be accepted when there is a signature and the person said that they may sign.
/// With a certificate it stays open until the owner, asked by certificateWanted(), has signed (accept()) or says what is wrong (showFailure()).
class SignatureDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit SignatureDialog(const SigningFor &subject, const SigningTools &tools = {}, QWidget *parent = nullptr);

    /// What was signed; counts after accepted().
    Signature signature() const;
    /// The certificate when that is the way; else nothing, and signature() counts.
    std::optional<CertificateChoice> certificate() const;

    /// The certificate did not sign: says why, and the person may try again.
    void showFailure(const Error &error);

Q_SIGNALS:
    void certificateWanted(const PortDesk::CertificateChoice &choice);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Way { Draw, Type, Picture, Certificate };
    Way way() const;
    void addWay(Way way, const QString &title, QWidget *page);
    QString missing() const;
    QWidget *makeDrawn();
    QWidget *makeTyped();
    QLayout *makeButtons();
    void layOut();
    void showWay(int index);
    void refresh();
    void sign();
    void setBusy(bool busy);

    SigningFor m_subject;
    SigningTools m_tools;
    SignaturePictureForm *m_picture = nullptr;
    CertificateForm *m_certificate = nullptr;
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
    bool m_busy = false; ///< the certificate is signing
};

} // namespace PortDesk
