// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scan/scannernames.h"

#include <QCoreApplication>

#include <algorithm>

namespace PortDesk {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(ScannerNames)
};

bool separates(QChar letter)
{
    return !letter.isLetterOrNumber();
}

/// How many letters the ids of all namesakes begin with together, whole parts only.
qsizetype sharedBeginning(const QStringList &ids)
{
    const QString &first = ids.first();
    qsizetype shared = first.size();
    for (const QString &id : ids) {
        const auto differ = std::mismatch(first.cbegin(), first.cbegin() + std::min(shared, id.size()), id.cbegin());
        shared = differ.first - first.cbegin();
    }
    while (shared > 0 && !separates(first.at(shared - 1)))
        --shared;
    return shared;
}

} // namespace

QStringList scannerNames(const QList<ScannerDevice> &devices)
{
    QStringList names;
    for (const ScannerDevice &device : devices) {
        QStringList namesakes;
        for (const ScannerDevice &other : devices) {
            if (other.name == device.name)
                namesakes << other.id;
        }
        const QString apart = device.id.mid(sharedBeginning(namesakes));
        names << (namesakes.size() == 1 ? device.name : Tr::tr("%1 (%2)", "scanner and what tells it from another of its kind").arg(device.name, apart.isEmpty() ? device.id : apart));
    }
    return names;
}

} // namespace PortDesk
