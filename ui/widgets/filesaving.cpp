// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/filesaving.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

namespace PortDesk {

Result<void> saveToFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    const QString sentence = QCoreApplication::translate("FileSaving", "%1 could not be written: %2. Choose another folder and save again.");
    return Error{Error::Code::Io, sentence.arg(QFileInfo(path).fileName(), file.errorString()), path};
}

} // namespace PortDesk
