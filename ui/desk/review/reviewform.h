// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/portcase.h"

#include <QVariantMap>
#include <QWidget>

class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace PortDesk {

class FormField;
class MessageBar;
class TextLabel;

/// The verdict on one document: reasons to tick, words for the customer, Accept and Refuse.
class ReviewForm final : public QWidget
{
    Q_OBJECT
public:
    explicit ReviewForm(QWidget *parent = nullptr);

    /// `review` is the verdict so far, nullptr while there is none; `closed` says why none can be given now, "" when one can.
    void showDocument(const CaseDocument &document, const Review *review, const QString &when, const QString &closed);
    /// Ticks what the evidence suggests, unless the person ticked something already.
    void suggest(const QStringList &codes);
    /// Asks why the document is accepted although `refusal` stands against it; for those who may override. Until the next document.
    void askOverride(const QString &refusal);
    /// The values of the action "review", without the document; a problem is shown beside its field and the map is empty.
    QVariantMap refusal();
    QVariantMap acceptance();
    void setBusy(bool busy);
    void showProblem(const QString &text);

Q_SIGNALS:
    void acceptWanted();
    void refuseWanted();

private:
    void fillReasons(const CaseDocument &document);
    QStringList ticked() const;
    void tick(const QStringList &codes);
    void setOverriding(bool overriding);

    TextLabel *m_verdict;
    QListWidget *m_reasons;
    FormField *m_reasonsField;
    QPlainTextEdit *m_text;
    FormField *m_textField;
    QPlainTextEdit *m_override;
    FormField *m_overrideField;
    QPushButton *m_accept;
    QPushButton *m_refuse;
    MessageBar *m_bar;
    bool m_touched = false;
};

} // namespace PortDesk
