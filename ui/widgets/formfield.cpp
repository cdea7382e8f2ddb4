// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/formfield.h"

#include "ui/theme/icons.h"
#include "ui/theme/portdeskstyle.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/textlabel.h"

#include <QAccessible>
#include <QComboBox>
#include <QDateEdit>
#include <QEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QSpinBox>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

QString fieldName(const QString &inputName)
{
    static const QRegularExpression kind(u"(Edit|Combo|Spin|Box|Input|Form|View|Table)$"_s);
    QString name = inputName;
    return name.isEmpty() ? name : name.remove(kind) + u"Field"_s;
}

} // namespace

FormField::FormField(const QString &label, QWidget *input, QWidget *parent)
    : QWidget(parent), m_input(input), m_label(new TextLabel({}, TextRole::Body)), m_hint(new TextLabel({}, TextRole::Caption, TextLabel::Tone::Secondary)),
      m_errorRow(new QWidget), m_errorIcon(new QLabel), m_errorText(new TextLabel), m_warningText(new TextLabel)
{
    setObjectName(fieldName(input->objectName()));
    QFont strong = textFont(TextRole::Body);
    strong.setWeight(QFont::Medium);
    m_label->setFont(strong);
    m_label->setBuddy(input);
    m_hint->setWordWrap(true);
    m_errorText->setWordWrap(true);
    m_errorText->setState(State::Problem);
    m_errorText->setObjectName(u"errorLabel"_s);
    m_warningText->setWordWrap(true);
    m_warningText->setState(State::Waiting);
    m_warningText->setObjectName(u"warningLabel"_s);
    m_warningText->hide();
    auto *row = new QHBoxLayout(m_errorRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Spacing::XS + 2);
    row->addWidget(m_errorIcon, 0, Qt::AlignTop);
    row->addWidget(m_errorText, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::XS);
    column->addWidget(m_label);
    column->addWidget(input);
    column->addWidget(m_hint);
    column->addWidget(m_errorRow);
    column->addWidget(m_warningText);
    setFocusProxy(input);
    setLabel(label);
    setHint({});
    refresh();
    connectInput();
}

void FormField::connectInput()
{
    m_input->installEventFilter(this);
    const auto edit = [this] { touched(); };
    const auto done = [this] { finished(); };
    if (auto *line = qobject_cast<QLineEdit *>(m_input)) {
        connect(line, &QLineEdit::textEdited, this, edit);
        connect(line, &QLineEdit::editingFinished, this, done);
    } else if (auto *plain = qobject_cast<QPlainTextEdit *>(m_input)) {
        connect(plain, &QPlainTextEdit::textChanged, this, edit);
    } else if (auto *combo = qobject_cast<QComboBox *>(m_input)) {
        connect(combo, &QComboBox::currentIndexChanged, this, edit);
        connect(combo, &QComboBox::editTextChanged, this, edit);
        connect(combo, &QComboBox::activated, this, done);
        if (combo->lineEdit())
            combo->lineEdit()->installEventFilter(this);
    } else if (auto *date = qobject_cast<QDateTimeEdit *>(m_input)) {
        connect(date, &QDateTimeEdit::dateTimeChanged, this, edit);
        connect(date, &QDateTimeEdit::editingFinished, this, done);
    } else if (auto *spin = qobject_cast<QSpinBox *>(m_input)) {
        connect(spin, &QSpinBox::valueChanged, this, edit);
        connect(spin, &QSpinBox::editingFinished, this, done);
    }
}

void FormField::setLabel(const QString &label)
{
    m_labelText = label;
    //: %1 is the label of a field that must be filled in
    m_label->setText(m_required ? tr("%1 (required)").arg(label) : label);
    m_label->setVisible(!label.isEmpty());
    describe();
}

void FormField::setRequired(bool required)
{
    m_required = required;
    setLabel(m_labelText);
}

void FormField::setHint(const QString &hint)
{
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    describe();
}

void FormField::setError(const QString &sentence)
{
    m_error = sentence;
    if (sentence.isEmpty() || !m_visible.isEmpty() || !m_editing)
        showError();
}

void FormField::showError()
{
    if (m_visible == m_error)
        return;
    m_visible = m_error;
    refresh();
}

void FormField::setWarning(const QString &sentence)
{
    if (m_warning == sentence)
        return;
    m_warning = sentence;
    m_warningText->setText(sentence.isEmpty() ? QString() : tr("Please check: %1").arg(sentence));
    m_warningText->setVisible(!sentence.isEmpty());
    describe();
}

void FormField::refresh()
{
    m_errorRow->setVisible(!m_visible.isEmpty());
    m_errorText->setText(m_visible.isEmpty() ? QString() : tr("Error: %1").arg(m_visible));
    m_errorIcon->setPixmap(glyphPixmap(Glyph::Warning, 15, tokensFor(this).problem.text, devicePixelRatioF()));
    setInputState(m_input, !m_visible.isEmpty());
    describe();
}

void FormField::describe()
{
    QString name = m_label->text();
    name.remove(u'&');
    m_input->setAccessibleName(name);
    QStringList parts{m_hint->text(), m_errorText->text(), m_warningText->text()};
    parts.removeAll(QString());
    m_input->setAccessibleDescription(parts.join(u' '));
}

void FormField::touched()
{
    m_editing = m_input->hasFocus() || (m_input->focusWidget() && m_input->focusWidget()->hasFocus());
    Q_EMIT edited();
}

void FormField::finished()
{
    m_editing = false;
    Q_EMIT editingFinished();
    showError();
}

bool FormField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && !qobject_cast<QLineEdit *>(m_input))
        finished();
    if (event->type() == QEvent::PaletteChange && watched == m_input)
        refresh();
    return QWidget::eventFilter(watched, event);
}

QString FormField::text() const
{
    if (const auto *line = qobject_cast<QLineEdit *>(m_input))
        return line->text();
    if (const auto *plain = qobject_cast<QPlainTextEdit *>(m_input))
        return plain->toPlainText();
    if (const auto *combo = qobject_cast<QComboBox *>(m_input))
        return !combo->isEditable() && combo->currentData().isValid() ? combo->currentData().toString() : combo->currentText();
    if (const auto *date = qobject_cast<QDateTimeEdit *>(m_input))
        return date->date().toString(Qt::ISODate);
    if (const auto *spin = qobject_cast<QSpinBox *>(m_input))
        return QString::number(spin->value());
    return {};
}

void FormField::setText(const QString &text)
{
    if (this->text() == text)
        return;
    if (auto *line = qobject_cast<QLineEdit *>(m_input)) {
        line->setText(text);
    } else if (auto *plain = qobject_cast<QPlainTextEdit *>(m_input)) {
        plain->setPlainText(text);
    } else if (auto *combo = qobject_cast<QComboBox *>(m_input)) {
        const int index = combo->findData(text);
        combo->setCurrentIndex(index >= 0 ? index : combo->findText(text));
        if (combo->isEditable() && combo->currentIndex() < 0)
            combo->setEditText(text);
    } else if (auto *date = qobject_cast<QDateTimeEdit *>(m_input)) {
        date->setDate(QDate::fromString(text, Qt::ISODate));
    } else if (auto *spin = qobject_cast<QSpinBox *>(m_input)) {
        spin->setValue(text.toInt());
    }
}

} // namespace PortDesk
