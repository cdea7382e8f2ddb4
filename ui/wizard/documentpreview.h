// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desk/desksession.h"

#include <QLabel>

namespace PortDesk {

/// The first page of a stored document, as wide as the place allows.
class DocumentPreview final : public QLabel
{
    Q_OBJECT
public:
    explicit DocumentPreview(DeskSession &session, QWidget *parent = nullptr);

    void show(const QString &sha256, const QString &fileName);
    void showBytes(const DocumentBytes &document);
    void clear();

private:
    DeskSession &m_session;
    QString m_shown;
};

} // namespace PortDesk
