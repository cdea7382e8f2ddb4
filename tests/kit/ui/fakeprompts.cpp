// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/ui/fakeprompts.h"

#include <QTest>

namespace PortDesk {

namespace {

template<typename T> T next(QQueue<T> &answers, const QString &what)
{
    if (!answers.isEmpty())
        return answers.dequeue();
    QTest::qFail(qPrintable(QStringLiteral("Nobody prepared an answer to: ") + what), __FILE__, __LINE__);
    return {};
}

} // namespace

bool FakePrompts::confirm(QWidget *, const Question &question)
{
    questions.append(question);
    return next(m_confirms, question.text);
}

QStringList FakePrompts::openFiles(QWidget *, const QString &title, const QString &)
{
    return next(m_opens, title);
}

QString FakePrompts::saveFile(QWidget *, const QString &title, const QString &suggestedName, const QString &)
{
    suggestedNames.append(suggestedName);
    return next(m_saves, title);
}

std::optional<QString> FakePrompts::password(QWidget *, const QString &, const QString &label)
{
    return next(m_passwords, label);
}

void FakePrompts::message(QWidget *, State, const QString &, const QString &text)
{
    messages.append(text);
}

} // namespace PortDesk
