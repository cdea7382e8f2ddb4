// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/pdfsignature.h"
#include "ui/theme/tokens.h"

#include <QWidget>

class QLabel;

namespace PortDesk {

class TextLabel;

/// How the shown document is signed, in one quiet line with an icon: who signed with a certificate, and whether the file is still what was signed. Hidden
/// while there is nothing to tell.
class SignatureNote final : public QWidget
{
    Q_OBJECT
public:
    explicit SignatureNote(QWidget *parent = nullptr);

    /// `paperOnly`: carriers there accept only paper signed by hand.
    void showFindings(const SignatureFindings &findings, bool paperOnly);
    void clear();
    QString text() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void tint();

    QLabel *m_icon;
    TextLabel *m_text;
    State m_state = State::Neutral;
};

/// How bad it is: Problem for what was altered, Waiting for what somebody has to look at, Good for what is proven.
State signatureState(const SignatureFindings &findings, bool paperOnly);

/// The reasons for refusing that the findings propose.
QStringList signatureReasons(const SignatureFindings &findings, bool paperOnly);

} // namespace PortDesk
