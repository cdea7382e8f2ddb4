// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QWidget>

namespace PortDesk {

class Prompts;

/// What stands instead of the main window when the store cannot be opened: what happened and three ways on.
class StoreProblem final : public QWidget
{
    Q_OBJECT
public:
    StoreProblem(Prompts &prompts, const QString &storeUrl, const Error &error, QWidget *parent = nullptr);

Q_SIGNALS:
    void retryWanted();
    void otherFileWanted(const QString &path);

private:
    void chooseOther();

    Prompts &m_prompts;
};

} // namespace PortDesk
