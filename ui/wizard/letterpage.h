// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/letter.h"
#include "ui/wizard/documentintake.h"
#include "ui/wizard/lettersigner.h"
#include "ui/wizard/wizardpage.h"

#include <QPointer>

class QComboBox;
class QPushButton;

namespace PortDesk {

class Card;
class ComposedPdfView;
class DayEdit;
class FormField;
class SignatureDialog;
struct CertificateChoice;

/// The letter of authorisation: written from the data, printed or saved, signed on paper, and attached again.
class LetterPage final : public WizardPage
{
    Q_OBJECT
public:
    explicit LetterPage(const WizardContext &context, QWidget *parent = nullptr);

    QString stepTitle() const override { return tr("Letter of authorisation"); }
    QString stepSubtitle() const override;
    QString nextWord() const override { return tr("letter of authorisation"); }
    bool owns(const QString &pointer) const override;
    void enter() override;
    void focusField(const QString &pointer) override;

    /// The composed letter, empty while there is none.
    QByteArray pdf() const;

protected:
    void showProblems() override;

private:
    void makeTools();
    void makeSigned();
    void fillCases();
    void compose();
    void showInstead(const QString &sentence);
    void saveLetter();
    void attach();
    void scan();
    void signOnScreen();
    void signingFailed(const Error &error);
    SigningOrder certificateOrder(const CertificateChoice &choice) const;
    void takeSigned(const QByteArray &signedCopy);
    /// Whether this case's letter may be signed on screen, in the button and a sentence.
    void showSigning();
    void accept(const TakenDocument &taken);
    void showSigned();
    /// What was recognised in the signed copy.
    void showProof();
    void readCode(const DocumentBytes &copy);
    void showHint();
    /// The case whose letter is shown; nullptr while there is none.
    const CasePlan *plan() const;
    /// The signed letter of a case, as an index of the request's documents; -1 when there is none.
    int signedIndex(const CasePlan *plan) const;
    int signedIndex() const { return signedIndex(plan()); }
    int signedCount() const;
    const CountryRecord *record() const;

    QComboBox *m_case;
    TextLabel *m_hint;
    QPushButton *m_print;
    QPushButton *m_save;
    QPushButton *m_sign;
    TextLabel *m_signHint;
    QPushButton *m_attach;
    QPushButton *m_scan;
    QPushButton *m_remove;
    Card *m_signedCard;
    TextLabel *m_signedText;
    TextLabel *m_signedProof;
    DayEdit *m_signedOn;
    FormField *m_signedField;
    ComposedPdfView *m_view;
    DocumentIntake m_intake;
    LetterSigner m_signer;
    QPointer<SignatureDialog> m_signDialog; ///< waits for its certificate
    bool m_withCertificate = false;
    LetterContent m_letter;
    QHash<QString, QString> m_signedLetters; ///< content of the letter when the signed copy was attached, by its hash
    QHash<QString, QString> m_codes; ///< what the QR code of an attached copy says, by its hash
    QString m_refusal;
    int m_newest = 0; ///< of the letters being composed: the last one counts
    bool m_composing = false; ///< what the view shows is older than the letter
    bool m_loading = false;
};

} // namespace PortDesk
