// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/problem.h"

#include <QWidget>

#include <optional>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace PortDesk {

/// Findings of one kind on one page: told together, confirmed together.
struct FindingKind {
    QString step; ///< title of the page that mends them
    QString code;
    Problem::Severity severity = Problem::Severity::Error;
    QString confirmed; ///< the reason, "" = not confirmed
    QList<Problem> problems = {};

    bool mayConfirm() const { return severity == Problem::Severity::Warning && asksConfirmation(code); }
    /// The same kind, whatever its problems.
    bool isSame(const FindingKind &other) const { return step == other.step && code == other.code && severity == other.severity && confirmed == other.confirmed; }
    friend bool operator==(const FindingKind &, const FindingKind &) = default;
};

/// One kind of findings: sentences with links to their fields, and for a warning that asks for it "Confirm…" with a reason, or what was
/// confirmed with "Undo".
class FindingGroup final : public QWidget
{
    Q_OBJECT
public:
    /// `number` makes the names of the controls unique: "confirm2Button".
    FindingGroup(const FindingKind &kind, int number, QWidget *parent = nullptr);

    const FindingKind &kind() const { return m_kind; }
    /// Opens the question for the reason, with what was typed before.
    void askReason(const QString &typed);
    /// What is typed into the open question; nothing while it is not open.
    std::optional<QString> typed() const;
    bool hasKeyboard() const;

Q_SIGNALS:
    void openRequested(const QString &pointer);
    void confirmed(const QString &reason);
    void withdrawn();

private:
    void addSentences(int from, int to);
    QWidget *sentence(const Problem &problem, bool first);
    void addConfirmed();
    void addQuestion();
    void closeQuestion();

    FindingKind m_kind;
    int m_number;
    QVBoxLayout *m_column;
    QVBoxLayout *m_sentences;
    QWidget *m_question = nullptr;
    QLineEdit *m_reason = nullptr;
    QPushButton *m_ask = nullptr;
};

} // namespace PortDesk
