// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

/// Files that are made to crash, to hang or to fill the memory of what reads them. None of them does anything but that.
namespace PortDesk::HostileFiles {

struct HostileFile
{
    QByteArray name; ///< of the test's row
    QByteArray bytes;
};

/// Forms that draw the next one ten times, twelve deep: no reader comes to the end.
QByteArray billionLaughs();
/// A pattern whose tiles are a ten thousandth of a point apart.
QByteArray tinyTiles();

QList<HostileFile> hostilePdfs();
QList<HostileFile> hostilePictures();
/// Archives, workbooks, OpenDocument sheets and text that are to be tables.
QList<HostileFile> hostileTables();

} // namespace PortDesk::HostileFiles
