// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/filledtemplate.h"

#include <QRegularExpression>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

Error broken(const QString &message)
{
    return {Error::Code::Internal, message};
}

/// The values for each repetition of a section; empty = the section is left out.
QList<QVariantMap> repetitions(const QVariant &value, const QVariantMap &outer)
{
    QList<QVariantMap> result;
    if (value.typeId() == QMetaType::QVariantList) {
        for (const QVariant &entry : value.toList()) {
            QVariantMap inner = outer;
            inner.insert(entry.toMap());
            result.append(inner);
        }
    } else if (value.typeId() == QMetaType::Bool ? value.toBool() : !value.toString().isEmpty()) {
        result.append(outer);
    }
    return result;
}

Result<QString> fill(const QString &text, const QVariantMap &values)
{
    static const QRegularExpression tag(u"\\{\\{([#/]?)([A-Za-z]+)\\}\\}"_s);
    QString result;
    qsizetype at = 0;
    for (auto match = tag.match(text); match.hasMatch(); match = tag.match(text, at)) {
        result += text.mid(at, match.capturedStart() - at);
        const QString name = match.captured(2);
        at = match.capturedEnd();
        if (match.captured(1) == "/"_L1)
            return broken(u"The section \"%1\" ends without a beginning."_s.arg(name));
        if (!values.contains(name))
            return broken(u"There is no value for \"%1\"."_s.arg(name));
        if (match.captured(1).isEmpty()) {
            result += values.value(name).toString();
            continue;
        }
        const QString closing = u"{{/%1}}"_s.arg(name);
        const qsizetype end = text.indexOf(closing, at);
        if (end < 0)
            return broken(u"The section \"%1\" is not closed."_s.arg(name));
        for (const QVariantMap &inner : repetitions(values.value(name), values)) {
            auto filled = fill(text.mid(at, end - at), inner);
            if (!filled)
                return filled;
            result += *filled;
        }
        at = end + closing.size();
    }
    return result + text.mid(at);
}

} // namespace

Result<QString> filledTemplate(const QString &text, const QVariantMap &values)
{
    static const QRegularExpression aloneOnItsLine(u"^[ \\t]*(\\{\\{[#/][A-Za-z]+\\}\\})[ \\t]*\\n"_s, QRegularExpression::MultilineOption);
    QString compact = text;
    compact.replace(aloneOnItsLine, u"\\1"_s);
    return fill(compact, values);
}

} // namespace PortDesk
