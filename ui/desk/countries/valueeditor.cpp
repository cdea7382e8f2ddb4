// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/countries/valueeditor.h"

#include "core/countries/fieldcheck.h"
#include "core/countries/rulewords.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/formfield.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr int kShortText = 60;

struct Choice {
    QString text;
    QJsonValue value;
};

bool isRule(const QString &path)
{
    return path.count(u'/') == 1 && (path.startsWith("documents/"_L1) || path.startsWith("fields/"_L1));
}

/// What a person may choose for a value that is one word of a list; empty for other values.
QList<Choice> choicesOf(const QString &path)
{
    const auto words = [&path](const QStringList &keys) {
        QList<Choice> choices;
        for (const QString &key : keys)
            choices.append({ruleText(path, key), key});
        return choices;
    };
    if (path == "signature"_L1)
        return words({u"wet"_s, u"electronic"_s, u"either"_s});
    if (path == "partialPort"_L1)
        return words({u"allowed"_s, u"restricted"_s});
    if (path == "portability"_L1)
        return words({u"yes"_s});
    if (path.startsWith("fields/"_L1) && path.endsWith("/checksum"_L1)) {
        QList<Choice> choices{{ValueEditor::tr("none"), u""_s}};
        for (const IdScheme &scheme : idSchemes())
            choices.append({scheme.name, scheme.name});
        return choices;
    }
    return {};
}

QList<Choice> demandsOf(const QString &path)
{
    if (path.startsWith("fields/"_L1))
        return {{ValueEditor::tr("Compulsory"), QJsonObject{{u"required"_s, true}}},
                {ValueEditor::tr("Not always"), QJsonObject{{u"required"_s, false}}},
                {ValueEditor::tr("Not asked"), QJsonValue::Null}};
    const auto demand = [](bool required, bool base) { return QJsonObject{{u"required"_s, required}, {u"baseProcess"_s, base}}; };
    return {{ValueEditor::tr("Required"), demand(true, false)},
            {ValueEditor::tr("Required, may be declared unavailable"), demand(true, true)},
            {ValueEditor::tr("In some cases"), demand(false, false)},
            {ValueEditor::tr("Not asked"), QJsonValue::Null}};
}

/// The members of a rule that its choice is about.
QJsonValue demandIn(const QString &path, const QJsonValue &rule)
{
    if (!rule.isObject())
        return QJsonValue::Null;
    QJsonObject demand{{u"required"_s, rule[u"required"].toBool()}};
    if (path.startsWith("documents/"_L1))
        demand.insert(u"baseProcess"_s, rule[u"baseProcess"].toBool());
    return demand;
}

QString jsonText(const QJsonValue &value)
{
    const QString inArray = QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
    return inArray.mid(1, inArray.size() - 2);
}

QJsonValue jsonOf(const QString &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(u"[%1]"_s.arg(text).toUtf8());
    return document.array().size() == 1 ? document.array().first() : QJsonValue(QJsonValue::Undefined);
}

QJsonArray linesOf(const QString &text, const QRegularExpression &separator)
{
    QJsonArray lines;
    for (const QString &line : text.split(separator, Qt::SkipEmptyParts)) {
        if (!line.trimmed().isEmpty())
            lines.append(line.trimmed());
    }
    return lines;
}

QString joinedTexts(const QJsonArray &list, const QString &separator)
{
    QStringList texts;
    for (const QJsonValue entry : list)
        texts << entry.toString();
    return texts.join(separator);
}

QLineEdit *lineEdit(const QString &text)
{
    auto *edit = new QLineEdit(text);
    edit->setCursorPosition(0);
    return edit;
}

QPlainTextEdit *textEdit(const QString &text, int lines)
{
    auto *edit = new QPlainTextEdit(text);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight((lines + 1) * edit->fontMetrics().lineSpacing());
    return edit;
}

QComboBox *comboBox(const QList<Choice> &choices, const QJsonValue &value)
{
    auto *combo = new QComboBox;
    for (const Choice &choice : choices)
        combo->addItem(choice.text, choice.value);
    const auto found = std::find_if(choices.cbegin(), choices.cend(), [&value](const Choice &choice) { return choice.value == value; });
    if (found == choices.cend() && !value.isNull())
        combo->addItem(ruleText({}, value), value);
    combo->setCurrentIndex(found == choices.cend() ? combo->count() - 1 : int(found - choices.cbegin()));
    return combo;
}

QString inputName(const QString &path, bool combo)
{
    return QString(path).replace(u'/', u'_') + (combo ? u"Combo"_s : u"Edit"_s);
}

} // namespace

ValueEditor::Kind ValueEditor::kindOf(const QString &path, const QJsonValue &value)
{
    if (isRule(path))
        return path.startsWith("fields/"_L1) ? Kind::Field : Kind::Document;
    if (!choicesOf(path).isEmpty())
        return Kind::Word;
    const bool wholeNumber = path.endsWith("Days"_L1) || path == "leadTimeMinimum"_L1 || path == "leadTimeMaximum"_L1 || path == "maximumNumbers"_L1;
    if (value.isDouble() || (value.isNull() && wholeNumber))
        return Kind::Number;
    if (value.isBool())
        return Kind::Flag;
    if (path == "loaLanguages"_L1)
        return Kind::Words;
    const QJsonArray list = value.toArray();
    const bool texts = value.isArray() && std::all_of(list.begin(), list.end(), [](const QJsonValue &entry) { return entry.isString(); });
    if (path == "loaFields"_L1 || (texts && !list.isEmpty()) || (texts && !path.contains(u'/')))
        return Kind::Lines;
    const bool text = value.isNull() && (path.endsWith("Note"_L1) || path == "portingWindow"_L1 || path == "regulator"_L1);
    return value.isString() || text ? Kind::Text : Kind::Json;
}

ValueEditor::ValueEditor(const QString &label, const QString &path, const QJsonValue &value, QWidget *parent)
    : QWidget(parent), m_path(path), m_original(isRule(path) ? demandIn(path, value) : value), m_kind(kindOf(path, value))
{
    setObjectName(QString(path).replace(u'/', u'_') + u"Editor"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::XS);
    QWidget *input = makeInput(m_original);
    input->setObjectName(inputName(path, qobject_cast<QComboBox *>(input)));
    m_field = new FormField(label, input);
    if (m_kind == Kind::Lines)
        m_field->setHint(tr("One line for each."));
    else if (m_kind == Kind::Words)
        m_field->setHint(tr("Two letters each, with commas: de, en."));
    else if (m_kind == Kind::Json)
        m_field->setHint(tr("As JSON, in the shape of the country's file."));
    column->addWidget(m_field);
    connect(m_field, &FormField::edited, this, [this] {
        m_field->setError({});
        Q_EMIT edited();
    });
    if (path.contains(u'/') || path == "restrictions"_L1 || path == "commonRejections"_L1)
        return;
    m_undocumented = new QCheckBox(tr("Not documented, ask the carrier"));
    m_undocumented->setObjectName(QString(path).replace(u'/', u'_') + u"UndocumentedBox"_s);
    m_undocumented->setAccessibleName(tr("%1: not documented, ask the carrier").arg(label));
    m_undocumented->setChecked(value.isNull());
    m_field->setEnabled(!value.isNull());
    column->addWidget(m_undocumented);
    connect(m_undocumented, &QCheckBox::toggled, this, [this](bool undocumented) {
        m_field->setEnabled(!undocumented);
        Q_EMIT edited();
    });
}

QWidget *ValueEditor::makeInput(const QJsonValue &value)
{
    switch (m_kind) {
    case Kind::Document:
    case Kind::Field: return comboBox(demandsOf(m_path), value);
    case Kind::Word: return comboBox(choicesOf(m_path), value);
    case Kind::Flag: return comboBox({{tr("Yes"), true}, {tr("No"), false}}, value);
    case Kind::Number: return lineEdit(value.isNull() ? QString() : QString::number(value.toDouble()));
    case Kind::Words: return lineEdit(joinedTexts(value.toArray(), u", "_s));
    case Kind::Lines: return textEdit(joinedTexts(value.toArray(), u"\n"_s), 6);
    case Kind::Text: {
        const QString text = value.toString();
        return m_path.endsWith("/pattern"_L1) || text.size() < kShortText ? static_cast<QWidget *>(lineEdit(text)) : textEdit(text, 3);
    }
    case Kind::Json: break;
    }
    return textEdit(value.isNull() ? QString() : jsonText(value), 4);
}

/// What stands in the input; Undefined when it cannot be read.
QJsonValue ValueEditor::entered() const
{
    if (const auto *combo = qobject_cast<const QComboBox *>(m_field->input()))
        return combo->currentData().toJsonValue();
    const QString text = m_field->text();
    switch (m_kind) {
    case Kind::Number: {
        bool isNumber = false;
        const int number = text.trimmed().toInt(&isNumber);
        return isNumber ? QJsonValue(number) : QJsonValue(QJsonValue::Undefined);
    }
    case Kind::Words: return linesOf(text.toLower(), QRegularExpression(u"[,;\\s]+"_s));
    case Kind::Lines: return linesOf(text, QRegularExpression(u"\\n"_s));
    case Kind::Json: return jsonOf(text);
    default: return text.trimmed();
    }
}

QJsonValue ValueEditor::value() const
{
    return m_undocumented && m_undocumented->isChecked() ? QJsonValue(QJsonValue::Null) : entered();
}

bool ValueEditor::isChanged() const
{
    const QJsonValue now = value();
    const bool stillEmpty = m_original.isNull() && (now == QJsonValue(u""_s) || now == QJsonValue(QJsonArray()));
    return now != m_original && !stillEmpty;
}

QString ValueEditor::problem()
{
    if (!value().isUndefined())
        return {};
    const QString sentence = m_kind == Kind::Number ? tr("Enter a whole number.") : tr("This is not JSON.");
    m_field->setError(sentence);
    m_field->showError();
    return sentence;
}

} // namespace PortDesk
