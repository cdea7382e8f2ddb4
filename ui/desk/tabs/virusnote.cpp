// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/tabs/virusnote.h"

#include "ui/models/answer.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace PortDesk {

VirusNote::VirusNote(QWidget *parent) : QWidget(parent), m_text(new TextLabel({}, TextRole::Caption, TextLabel::Tone::Secondary))
{
    m_text->setObjectName(u"virusNote"_s);
    m_text->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Spacing::M, Spacing::S, Spacing::M, 0);
    column->addWidget(m_text);
    hide();
}

void VirusNote::setDocument(const DocumentBytes &document)
{
    if (m_sha256 == document.sha256)
        return;
    m_sha256 = document.sha256;
    m_text->setState(std::nullopt);
    m_text->setText(tr("Virus check…"));
    show();
    whenAnswered(m_scanner.scan(document.bytes), this, [this, asked = document.sha256](const VirusVerdict &verdict) {
        if (asked == m_sha256)
            showVerdict(verdict);
    });
}

void VirusNote::clearDocument()
{
    m_sha256.clear();
    hide();
}

void VirusNote::showVerdict(const VirusVerdict &verdict)
{
    switch (verdict.state) {
    case VirusVerdict::State::Clean:
        m_text->setState(std::nullopt);
        m_text->setText(tr("Virus check: nothing found"));
        break;
    case VirusVerdict::State::Found:
        m_text->setState(State::Problem);
        m_text->setText(tr("Virus check: \"%1\" found. Do not pass this file on; refuse it and ask for a clean copy.").arg(verdict.name));
        break;
    case VirusVerdict::State::NotScanned:
        m_text->setState(State::Waiting);
        m_text->setText(tr("Not scanned for viruses. %1").arg(verdict.reason));
        break;
    }
}

} // namespace PortDesk
