// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/signaturedialog.h"

#include "ui/theme/portdeskstyle.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/signaturepad.h"
#include "ui/widgets/textlabel.h"
#include "ui/wizard/certificateform.h"
#include "ui/wizard/signaturepicture.h"

#include <QCheckBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr int kPreviewPoints = 22;

TextLabel *wrapped(TextLabel *label)
{
    label->setWordWrap(true);
    return label;
}

} // namespace

SignatureDialog::SignatureDialog(const SigningFor &subject, const SigningTools &tools, QWidget *parent)
    : QDialog(parent), m_subject(subject), m_tools(tools), m_who(wrapped(new TextLabel)), m_ways(new QTabBar), m_stack(new QStackedWidget), m_pad(new SignaturePad), m_undo(new QPushButton(tr("&Undo Last Stroke"))),
      m_clear(new QPushButton(tr("C&lear"))), m_name(new QLineEdit(subject.signer)), m_preview(new TextLabel),
      m_authorised(new QCheckBox(tr("I am &authorised to sign for %1").arg(QString(subject.owner).replace(u'&', u"&&"_s)))),
      m_missing(wrapped(new TextLabel({}, TextRole::Caption, TextLabel::Tone::Secondary))), m_sign(new QPushButton(tr("&Sign Letter")))
{
    setObjectName(u"signatureDialog"_s);
    setWindowTitle(tr("Sign the Letter"));
    m_ways->setObjectName(u"signWayTabs"_s);
    m_ways->setAccessibleName(tr("How to sign"));
    m_ways->setExpanding(false);
    m_ways->setDrawBase(false);
    m_authorised->setObjectName(u"authorisedCheck"_s);
    m_missing->setObjectName(u"signMissingLabel"_s);
    layOut();
    connect(m_ways, &QTabBar::currentChanged, this, &SignatureDialog::showWay);
    connect(m_pad, &SignaturePad::strokesChanged, this, &SignatureDialog::refresh);
    connect(m_name, &QLineEdit::textChanged, this, &SignatureDialog::refresh);
    connect(m_authorised, &QCheckBox::toggled, this, &SignatureDialog::refresh);
    refresh();
    m_pad->setFocus();
}

QWidget *SignatureDialog::makeDrawn()
{
    m_pad->setObjectName(u"signaturePad"_s);
    m_undo->setObjectName(u"undoStrokeButton"_s);
    m_clear->setObjectName(u"clearStrokesButton"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(Spacing::S);
    row->addWidget(m_undo);
    row->addWidget(m_clear);
    row->addStretch();
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::S);
    column->addWidget(m_pad, 1);
    column->addLayout(row);
    connect(m_undo, &QPushButton::clicked, m_pad, &SignaturePad::undo);
    connect(m_clear, &QPushButton::clicked, m_pad, &SignaturePad::clear);
    return page;
}

QWidget *SignatureDialog::makeTyped()
{
    m_name->setObjectName(u"signatureNameEdit"_s);
    m_preview->setObjectName(u"signaturePreviewLabel"_s);
    m_preview->setTextFormat(Qt::PlainText);
    m_preview->setAlignment(Qt::AlignCenter);
    QFont face = m_preview->font();
    face.setFamilies({u"Noto Sans"_s}); // as it stands in the letter
    face.setPointSize(kPreviewPoints);
    m_preview->setFont(face);
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::S);
    column->addWidget(new FormField(tr("&Name of the person who signs"), m_name));
    column->addWidget(m_preview, 1);
    return page;
}

QLayout *SignatureDialog::makeButtons()
{
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(u"cancelSigningButton"_s);
    m_sign->setObjectName(u"signButton"_s);
    m_sign->setDefault(true);
    setPrimary(m_sign);
    auto *row = new QHBoxLayout;
    row->setSpacing(Spacing::S);
    row->addWidget(m_missing, 1);
    row->addWidget(cancel);
    row->addWidget(m_sign);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_sign, &QPushButton::clicked, this, &SignatureDialog::sign);
    return row;
}

void SignatureDialog::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Spacing::XL, Spacing::L, Spacing::XL, Spacing::L);
    column->setSpacing(Spacing::M);
    column->addWidget(new TextLabel(tr("Sign the letter of authorisation"), TextRole::Title));
    m_who->setObjectName(u"signerLabel"_s);
    m_who->setTextFormat(Qt::PlainText);
    column->addWidget(m_who);
    auto *hint = wrapped(new TextLabel(m_subject.hint, TextRole::Body, TextLabel::Tone::Secondary));
    hint->setVisible(!m_subject.hint.isEmpty());
    column->addWidget(hint);
    column->addWidget(m_ways);
    addWay(Way::Draw, tr("&Draw"), makeDrawn());
    addWay(Way::Type, tr("&Type"), makeTyped());
    if (m_tools.worker && m_tools.prompts) {
        m_picture = new SignaturePictureForm(*m_tools.worker, *m_tools.prompts);
        connect(m_picture, &SignaturePictureForm::changed, this, &SignatureDialog::refresh);
        addWay(Way::Picture, tr("&Picture"), m_picture);
    }
    if (m_tools.certificates && m_tools.prompts) {
        m_certificate = new CertificateForm(*m_tools.certificates, *m_tools.prompts, m_tools.now);
        connect(m_certificate, &CertificateForm::changed, this, &SignatureDialog::refresh);
        addWay(Way::Certificate, tr("C&ertificate"), m_certificate);
    }
    column->addWidget(m_stack, 1);
    column->addWidget(m_authorised);
    column->addLayout(makeButtons());
    resize(600, 460);
}

void SignatureDialog::addWay(Way way, const QString &title, QWidget *page)
{
    m_ways->setTabData(m_ways->addTab(title), int(way));
    m_stack->addWidget(page);
}

SignatureDialog::Way SignatureDialog::way() const
{
    return Way(m_ways->tabData(m_ways->currentIndex()).toInt());
}

void SignatureDialog::showWay(int index)
{
    m_stack->setCurrentIndex(index);
    refresh();
}

void SignatureDialog::keyPressEvent(QKeyEvent *event)
{
    if (way() == Way::Picture && event->matches(QKeySequence::Paste) && m_picture->paste())
        return;
    QDialog::keyPressEvent(event);
}

QString SignatureDialog::missing() const
{
    if (way() == Way::Certificate && !m_certificate->missing().isEmpty())
        return m_certificate->missing();
    if (way() != Way::Certificate && signature().isEmpty())
        return way() == Way::Draw ? tr("Sign in the field above.") : way() == Way::Type ? tr("Type the name of the person who signs.") : tr("Choose a picture of the signature.");
    return m_authorised->isChecked() ? QString() : tr("Confirm that you are authorised to sign.");
}

void SignatureDialog::refresh()
{
    m_undo->setEnabled(!m_pad->isEmpty());
    m_clear->setEnabled(!m_pad->isEmpty());
    m_preview->setText(m_name->text().trimmed());
    m_who->setText(tr("%1 signs for %2 on %3.").arg(signature().signer, m_subject.owner, locale().toString(m_subject.day, u"d\u00a0MMMM\u00a0yyyy"_s)));
    const QString what = m_busy ? tr("The letter is being signed…") : missing();
    m_missing->setText(what);
    m_sign->setEnabled(what.isEmpty());
    m_sign->setAccessibleDescription(what);
}

void SignatureDialog::sign()
{
    const auto choice = certificate();
    if (!choice)
        return accept();
    setBusy(true);
    Q_EMIT certificateWanted(*choice);
}

void SignatureDialog::setBusy(bool busy)
{
    m_busy = busy;
    for (QWidget *widget : QList<QWidget *>{m_ways, m_stack, m_authorised})
        widget->setEnabled(!busy);
    refresh();
}

void SignatureDialog::showFailure(const Error &error)
{
    setBusy(false);
    m_certificate->showFailure(error);
}

Signature SignatureDialog::signature() const
{
    Signature signature;
    signature.day = m_subject.day;
    signature.signer = m_subject.signer;
    switch (way()) {
    case Way::Draw:
        signature.strokes = m_pad->strokes();
        signature.pad = m_pad->size();
        break;
    case Way::Type:
        signature.typed = m_name->text().trimmed();
        signature.signer = signature.typed;
        break;
    case Way::Picture:
        signature.picture = m_picture->picture();
        break;
    case Way::Certificate:
        if (const QString name = m_certificate->certificate().name; !name.isEmpty())
            signature.signer = name;
        break;
    }
    return signature;
}

std::optional<CertificateChoice> SignatureDialog::certificate() const
{
    if (way() != Way::Certificate)
        return std::nullopt;
    return CertificateChoice{m_certificate->certificate(), m_certificate->password()};
}

} // namespace PortDesk
