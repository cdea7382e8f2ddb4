// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/certificateform.h"

#include "ui/models/answer.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QFile>
#include <QFileInfo>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLargestFile = 1024 * 1024;
constexpr int kAboutHeight = 2; ///< lines kept free

} // namespace

CertificateForm::CertificateForm(CertificateStore &store, Prompts &prompts, const QDateTime &now, QWidget *parent)
    : QWidget(parent), m_store(store), m_prompts(prompts), m_now(now), m_choice(new QComboBox), m_password(new QLineEdit), m_import(new QPushButton(tr("I&mport…"))),
      m_remove(new QPushButton(tr("&Remove"))), m_about(new TextLabel({}, TextRole::Body, TextLabel::Tone::Secondary)), m_problem(new TextLabel)
{
    m_choice->setObjectName(u"certificateCombo"_s);
    m_password->setObjectName(u"certificatePasswordEdit"_s);
    m_password->setEchoMode(QLineEdit::Password);
    m_passwordField = new FormField(tr("Pass&word of the certificate"), m_password);
    m_import->setObjectName(u"importCertificateButton"_s);
    m_import->setToolTip(tr("Takes over a certificate with its key from a .p12 or .pfx file"));
    m_remove->setObjectName(u"removeCertificateButton"_s);
    m_about->setObjectName(u"certificateAboutLabel"_s);
    m_about->setWordWrap(true);
    m_about->setMinimumHeight(kAboutHeight * fontMetrics().lineSpacing());
    m_about->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_problem->setObjectName(u"certificateProblemLabel"_s);
    m_problem->setWordWrap(true);
    m_problem->setState(State::Problem);
    layOut();
    connect(m_choice, &QComboBox::currentIndexChanged, this, [this] {
        m_password->clear();
        showProblem({});
        fill(m_choice->currentData().toString());
    });
    connect(m_password, &QLineEdit::textChanged, this, [this] {
        m_passwordField->setError({});
        showProblem({});
        Q_EMIT changed();
    });
    connect(m_import, &QPushButton::clicked, this, &CertificateForm::import);
    connect(m_remove, &QPushButton::clicked, this, &CertificateForm::remove);
    showProblem({});
    fill({});
}

void CertificateForm::layOut()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(Spacing::S);
    row->addWidget(new FormField(tr("Certi&ficate"), m_choice), 1);
    row->addWidget(m_import, 0, Qt::AlignBottom);
    row->addWidget(m_remove, 0, Qt::AlignBottom);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::M);
    column->addLayout(row);
    column->addWidget(m_about);
    column->addWidget(m_passwordField);
    column->addWidget(m_problem);
    column->addStretch(1);
}

void CertificateForm::fill(const QString &id)
{
    const QSignalBlocker quiet(m_choice);
    m_all = m_store.certificates();
    m_choice->clear();
    for (const SigningCertificate &certificate : std::as_const(m_all)) {
        const QString day = locale().toString(certificate.validUntil.date(), u"d\u00a0MMM\u00a0yyyy"_s);
        m_choice->addItem(certificate.validUntil < m_now ? tr("%1 (ran out %2)").arg(certificate.name, day) : tr("%1 (until %2)").arg(certificate.name, day), certificate.id);
    }
    m_choice->setCurrentIndex(std::max(m_choice->findData(id), m_all.isEmpty() ? -1 : 0));
    const bool some = !m_all.isEmpty();
    m_choice->setEnabled(some);
    m_remove->setEnabled(some);
    m_passwordField->setEnabled(some);
    const SigningCertificate chosen = some ? m_all.at(m_choice->currentIndex()) : SigningCertificate();
    if (!some)
        m_about->setText(tr("There is no certificate yet. To import one, choose its .p12 or .pfx file; its password is asked for next."));
    else if (chosen.issuer == chosen.name)
        m_about->setText(tr("Made by its owner. The carrier sees that the letter was not changed, but not who signed it."));
    else
        m_about->setText(tr("Issued by %1.").arg(chosen.issuer));
    Q_EMIT changed();
}

void CertificateForm::showProblem(const QString &sentence)
{
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

void CertificateForm::showFailure(const Error &error)
{
    if (error.code != Error::Code::Invalid)
        return showProblem(error.message);
    m_passwordField->setError(error.message);
    m_passwordField->showError();
    m_password->selectAll();
    m_password->setFocus(Qt::OtherFocusReason);
}

SigningCertificate CertificateForm::certificate() const
{
    const SigningCertificate chosen = m_all.value(m_choice->currentIndex());
    return chosen.validUntil < m_now ? SigningCertificate() : chosen;
}

QString CertificateForm::password() const
{
    return m_password->text();
}

QString CertificateForm::missing() const
{
    if (m_all.isEmpty())
        return tr("Import a certificate.");
    if (certificate().id.isEmpty())
        return tr("The certificate has run out. Import the new one.");
    return password().isEmpty() ? tr("Type the password of the certificate.") : QString();
}

void CertificateForm::import()
{
    const QStringList files = m_prompts.openFiles(this, tr("Import a Certificate"), tr("Certificates (*.p12 *.pfx)"));
    if (files.isEmpty())
        return;
    QFile file(files.first());
    if (file.size() > kLargestFile || !file.open(QIODevice::ReadOnly))
        return showProblem(tr("%1 cannot be read as a certificate. Choose the .p12 or .pfx file that your certificate came in.").arg(QFileInfo(files.first()).fileName()));
    const auto password = m_prompts.password(this, tr("Import a Certificate"), tr("Password of %1").arg(QFileInfo(files.first()).fileName()));
    if (!password)
        return;
    m_import->setEnabled(false);
    whenAnswered(m_store.import(file.readAll(), *password), this, [this](const Result<SigningCertificate> &taken) {
        m_import->setEnabled(true);
        showProblem(taken ? QString() : taken.error().message);
        if (!taken)
            return;
        fill(taken->id);
        m_password->setFocus();
    });
}

void CertificateForm::remove()
{
    const SigningCertificate chosen = m_all.value(m_choice->currentIndex());
    const Question question{tr("Remove the Certificate"), tr("%1 can then no longer sign here. The file it came from stays where it is.").arg(chosen.name), tr("Remove Certificate"), tr("Keep Certificate")};
    if (chosen.id.isEmpty() || !m_prompts.confirm(this, question))
        return;
    const auto removed = m_store.remove(chosen.id);
    showProblem(removed ? QString() : removed.error().message);
    m_password->clear();
    fill({});
}

} // namespace PortDesk
