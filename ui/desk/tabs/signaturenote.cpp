// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/tabs/signaturenote.h"

#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr int kIcon = 14;

bool anyIs(const SignatureFindings &findings, SignatureIntegrity integrity)
{
    return std::any_of(findings.signatures.cbegin(), findings.signatures.cend(), [integrity](const PdfSignature &s) { return s.integrity == integrity; });
}

} // namespace

State signatureState(const SignatureFindings &findings, bool paperOnly)
{
    if (anyIs(findings, SignatureIntegrity::Altered) || (paperOnly && findings.isElectronic()))
        return State::Problem;
    const auto proven = [](const PdfSignature &s) { return s.integrity == SignatureIntegrity::Intact && s.trust == CertificateTrust::Trusted; };
    if (findings.signatures.isEmpty())
        return State::Neutral;
    return std::all_of(findings.signatures.cbegin(), findings.signatures.cend(), proven) ? State::Good : State::Waiting;
}

QStringList signatureReasons(const SignatureFindings &findings, bool paperOnly)
{
    QStringList codes;
    if (anyIs(findings, SignatureIntegrity::Altered))
        codes << u"SIGNATURE_BROKEN"_s;
    if (paperOnly && findings.isElectronic())
        codes << u"LOA_NOT_BY_HAND"_s;
    return codes;
}

SignatureNote::SignatureNote(QWidget *parent) : QWidget(parent), m_icon(new QLabel), m_text(new TextLabel({}, TextRole::Caption, TextLabel::Tone::Secondary))
{
    setObjectName(u"signatureNoteArea"_s);
    m_text->setObjectName(u"signatureNote"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, Spacing::S, 0, 0); // the sides are the owner's
    row->setSpacing(Spacing::S);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addWidget(m_text, 1);
    hide();
}

void SignatureNote::showFindings(const SignatureFindings &findings, bool paperOnly)
{
    QStringList lines;
    for (const PdfSignature &signature : findings.signatures)
        lines << u"%1: %2"_s.arg(integrityText(signature.integrity), signatureSentence(signature));
    if (lines.isEmpty() && findings.saysElectronic)
        lines << tr("The document says that it was signed electronically, without a certificate.");
    if (paperOnly && findings.isElectronic())
        lines << tr("Carriers there accept only the paper signed by hand.");
    m_text->setText(lines.join(u'\n'));
    m_state = signatureState(findings, paperOnly);
    m_text->setState(m_state == State::Problem || m_state == State::Waiting ? std::optional(m_state) : std::nullopt);
    tint();
    setVisible(!lines.isEmpty());
}

void SignatureNote::clear()
{
    m_text->clear();
    hide();
}

QString SignatureNote::text() const
{
    return m_text->text();
}

void SignatureNote::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

void SignatureNote::tint()
{
    const Glyph glyph = m_state == State::Problem ? Glyph::Cross : m_state == State::Waiting ? Glyph::Warning : m_state == State::Good ? Glyph::Check : Glyph::Edit;
    const Tokens &tokens = tokensFor(this);
    const QColor colour = m_state == State::Neutral ? tokens.secondary : tokens.state(m_state).text;
    m_icon->setPixmap(glyphPixmap(glyph, kIcon, colour, devicePixelRatioF()));
}

} // namespace PortDesk
