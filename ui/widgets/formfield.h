// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace PortDesk {

class TextLabel;

/// Label, input, hint and error of one value. The error stands under the field in words ("Error: …"), is also the input's
/// accessible description, appears only when editing ends and goes at once when it is fixed.
class FormField final : public QWidget
{
    Q_OBJECT
public:
    /// Takes ownership of `input` (line edit, text edit, combo box, date edit, spin box, or a widget with its own inputs).
    /// The field's objectName is the input's with "Field" for its kind: "cityEdit" -> "cityField".
    FormField(const QString &label, QWidget *input, QWidget *parent = nullptr);

    QWidget *input() const { return m_input; }
    QString label() const { return m_labelText; }
    void setLabel(const QString &label);
    /// Adds "(required)" to the label, in words.
    void setRequired(bool required);
    bool isRequired() const { return m_required; }
    void setHint(const QString &hint);

    /// The present verdict on the value; "" = fine. A new sentence waits until editing ends; a fixed one goes at once.
    void setError(const QString &sentence);
    /// Shows a waiting error now (the person pressed Next, or came here by a link).
    void showError();
    /// Something to look at that does not stop the person; stands under the field in words, "" = nothing.
    void setWarning(const QString &sentence);
    QString visibleWarning() const { return m_warning; }
    /// The error as it is shown, without the "Error: ".
    QString visibleError() const { return m_visible; }
    bool hasError() const { return !m_error.isEmpty(); }

    /// Text of the input, whatever its kind (line edit, text edits, combo box's current data or text, date edit as ISO).
    QString text() const;
    void setText(const QString &text);

Q_SIGNALS:
    void edited();        ///< the person changed the value
    void editingFinished(); ///< the person left the input

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void connectInput();
    void touched();
    void finished();
    void refresh();
    void describe();

    QWidget *m_input;
    TextLabel *m_label;
    TextLabel *m_hint;
    QWidget *m_errorRow;
    QLabel *m_errorIcon;
    TextLabel *m_errorText;
    TextLabel *m_warningText;
    QString m_labelText;
    QString m_error;
    QString m_visible;
    QString m_warning;
    bool m_required = false;
    bool m_editing = false;
};

} // namespace PortDesk
