// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/scan.h"

#include <optional>
#include <variant>

/// What the desk and portdesk-scanner say to each other over the program's standard input and output.
///
/// A frame is: quint32 length of the rest, then (QDataStream, Qt_6_4) quint16 version, quint32 request id, quint8 kind, body. A request is
/// answered by one last frame (Trouble, the list, the abilities or Done); a scan sends Progress and ScannedPage frames before it. Cancel has
/// the id of the scan it ends and no answer of its own. Drivers are foreign code, so the desk checks every figure before it believes it.
namespace PortDesk::ScannerProtocol {

inline constexpr quint16 kVersion = 1;
inline constexpr quint32 kMaximumFrame = 256U * 1024 * 1024; ///< bytes; a page without loss is the largest thing sent

struct ListDevices
{
};
struct AskAbilities
{
    QString device;
};
struct Scan
{
    QString device;
    ScanSettings settings;
};
struct Cancel
{
};
using Command = std::variant<ListDevices, AskAbilities, Scan, Cancel>;

struct Trouble
{
    ScanTrouble trouble = ScanTrouble::Io;
    QString detail; ///< for the log
};
struct Progress
{
    qint32 page = 1;
    qint32 percent = 0;
};
struct Done
{
    qint32 pages = 0;
};
using Answer = std::variant<Trouble, QList<ScannerDevice>, QList<ScannerSource>, Progress, ScannedPage, Done>;

struct CommandFrame
{
    quint32 id = 0;
    Command command;
};
struct AnswerFrame
{
    quint32 id = 0;
    Answer answer;
};

/// The bytes to write, length included.
QByteArray encoded(const CommandFrame &frame);
QByteArray encoded(const AnswerFrame &frame);

/// Reads a frame without its length. Nothing when it is of another version, cut off, too long or says what cannot be.
std::optional<CommandFrame> decodedCommand(const QByteArray &payload);
std::optional<AnswerFrame> decodedAnswer(const QByteArray &payload);

} // namespace PortDesk::ScannerProtocol
