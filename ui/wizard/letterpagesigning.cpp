// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// Signing on screen: the part of LetterPage that has the dialog and the signer. The rest of the class is in letterpage.cpp.
#include "core/desk/desksession.h"
#include "core/documents/letterrows.h"
#include "ui/viewer/composedpdfview.h"
#include "ui/widgets/textlabel.h"
#include "ui/wizard/letterpage.h"
#include "ui/wizard/signaturedialog.h"

#include <QComboBox>
#include <QPushButton>

namespace PortDesk {
using namespace Qt::StringLiterals;

void LetterPage::showSigning()
{
    const CountryRecord *rules = record();
    const ScreenSigning signing = rules ? screenSigning(*rules) : ScreenSigning();
    const bool busy = m_signer.isBusy() || m_intake.running() > 0;
    m_sign->setEnabled(signing.allowed && !m_letter.html.isEmpty() && m_view->isLoaded() && !m_composing && !busy);
    m_sign->setAccessibleDescription(signing.sentence);
    m_signHint->setText(signing.sentence);
    m_signHint->setVisible(!signing.sentence.isEmpty());
    m_case->setEnabled(!busy); // the signed copy belongs to the case it was made for
}

void LetterPage::signOnScreen()
{
    const CountryRecord *rules = record();
    if (!rules)
        return;
    const SigningFor subject{signerOf(request()), request().owner.displayName(), draft().today(), screenSigning(*rules).sentence};
    const auto words = LetterWords::load(*rules);
    const SigningTools tools{&context().session.worker(), &context().session.certificates(), &context().prompts, context().session.clock().now()};
    auto *dialog = new SignatureDialog(subject, tools, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, letter = pdf(), label = words ? words->text(u"sign"_s) : QString()] {
        if (dialog->certificate())
            return; // signed already
        m_refusal.clear();
        m_withCertificate = false;
        m_signer.sign(letter, label, dialog->signature());
        showSigning();
    });
    connect(dialog, &SignatureDialog::certificateWanted, this, [this, dialog, letter = pdf(), label = words ? words->text(u"sign"_s) : QString()](const CertificateChoice &choice) {
        m_refusal.clear();
        m_withCertificate = true;
        m_signDialog = dialog;
        m_signer.sign(letter, label, certificateOrder(choice));
        showSigning();
    });
    dialog->open();
}

/// Where the dialog still stands it says what is wrong, and nothing has to be entered again.
void LetterPage::signingFailed(const Error &error)
{
    const bool inDialog = m_withCertificate && m_signDialog && m_signDialog->isVisible();
    if (inDialog)
        m_signDialog->showFailure(error);
    else if (!m_withCertificate)
        m_refusal = error.message;
    showSigning();
    showProblems();
}

/// English like the note beside every signature on screen, in words that the reading of evidence knows.
SigningOrder LetterPage::certificateOrder(const CertificateChoice &choice) const
{
    const QString text = u"Signed electronically by %1, %2"_s.arg(choice.certificate.name, draft().today().toString(Qt::ISODate));
    return {{}, choice.certificate.id, choice.password, 0, {}, text, u"Letter of authorisation for "_s + request().owner.displayName(), context().session.clock().now()};
}

void LetterPage::takeSigned(const QByteArray &signedCopy)
{
    if (m_withCertificate && !(m_signDialog && m_signDialog->isVisible()))
        return showSigning(); // the person cancelled meanwhile
    if (m_withCertificate)
        m_signDialog->accept();
    m_intake.takeBytes(signedCopy, tr("letter of authorisation, signed on screen.pdf"));
    showSigning();
}

} // namespace PortDesk
