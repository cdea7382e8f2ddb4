// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDate>
#include <QString>

// The number data: what libphonenumber knows of the numbering plans. Ours is newer than the one inside the library, and an
// administrator may load a newer one still. The library reads it once, so a change holds from the next start.
namespace PortDesk {

/// Where number data comes from and how old it is.
struct NumberDataInfo
{
    enum class Origin {
        Loaded,   ///< a file somebody loaded, in numberDataFolder() or installed for all users of the machine
        Supplied, ///< compiled into the program
        Library,  ///< the one inside libphonenumber, of unknown date: both others were unfit
    };
    Origin origin = Origin::Library;
    QString package; ///< "google-libphonenumber 3.2.47"; "" = the file does not say
    QDate date;      ///< day of publication; invalid = the file does not say
    int regions = 0;
    QString problem; ///< a sentence when a loaded file was passed over because it is unfit; else ""

    friend bool operator==(const NumberDataInfo &, const NumberDataInfo &) = default;
};

/// What this process uses. Thread-safe.
const NumberDataInfo &numberDataInUse();
/// What the next start will use.
NumberDataInfo numberDataOfNextStart();
/// One line for people: "google-libphonenumber 3.2.47 of 29 Sep 2026, supplied with PortDesk".
QString numberDataText(const NumberDataInfo &info);

/// The data in memory is complete and right: it can be read, has more than 200 regions, every expression compiles, and well-known numbers
/// of several countries are valid in it. Error::Invalid with a sentence.
Result<NumberDataInfo> checkNumberData(const QByteArray &bytes);

/// The user's own folder for loaded data (it need not exist).
QString numberDataFolder();
/// Checks a file and keeps a copy of it, with the `short.bin` beside it if there is one, for the next start. Error::Invalid for unfit or
/// older data than the supplied one, Error::Io for files.
Result<NumberDataInfo> loadNumberData(const QString &file, const QString &folder = numberDataFolder());
/// Removes the loaded copy, so that the next start uses the supplied data.
Result<void> dropLoadedNumberData(const QString &folder = numberDataFolder());

} // namespace PortDesk
