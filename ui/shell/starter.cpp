// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/starter.h"

#include "ui/models/answer.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/storeproblem.h"

namespace PortDesk {

Starter::Starter(DeskSessionOptions options, Prompts &prompts, Theme &theme) : m_options(std::move(options)), m_prompts(prompts), m_theme(theme) {}

Starter::~Starter() = default;

void Starter::start()
{
    m_session = std::make_unique<DeskSession>(m_options);
    whenAnswered(m_session->open(), this, [this](const Result<MigrationOutcome> &result) { opened(result); });
}

MainWindow *Starter::mainWindow() const
{
    return qobject_cast<MainWindow *>(m_window.get());
}

void Starter::opened(const Result<MigrationOutcome> &result)
{
    std::unique_ptr<QWidget> window = result ? makeMain() : makeProblem(result.error());
    window->show();
    // The old window goes after the new one is there: a program without a window would end.
    m_window.swap(window);
    Q_EMIT windowShown();
}

std::unique_ptr<QWidget> Starter::makeMain()
{
    auto window = std::make_unique<MainWindow>(*m_session, m_prompts, m_theme);
    if (m_role)
        window->openHome(*m_role, PersonalSettings::load().name, false);
    return window;
}

std::unique_ptr<QWidget> Starter::makeProblem(const Error &error)
{
    auto window = std::make_unique<StoreProblem>(m_prompts, m_options.storeUrl, error);
    // The window that asks is replaced by the answer: not while its own button is being handled.
    connect(window.get(), &StoreProblem::retryWanted, this, &Starter::start, Qt::QueuedConnection);
    connect(
        window.get(), &StoreProblem::otherFileWanted, this,
        [this](const QString &path) {
            m_options.storeUrl = path;
            start();
        },
        Qt::QueuedConnection);
    return window;
}

} // namespace PortDesk
