// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QHeaderView;
class QSplitter;
class QWidget;

namespace PortDesk {

/// Keeps a window's place, a splitter's parts or a header's columns in the user's settings under `key`, now and whenever
/// it is destroyed. A state of another version of the columns is ignored by Qt and the defaults stay.
void rememberGeometry(QWidget *window, const QString &key);
void rememberSplitter(QSplitter *splitter, const QString &key);
/// Call after the model is set, else the columns do not exist yet.
void rememberHeader(QHeaderView *header, const QString &key);

} // namespace PortDesk
