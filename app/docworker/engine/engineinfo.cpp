// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/engineinfo.h"

#include <libheif/heif.h>
#include <poppler-version.h>
#include <qpdf/QPDF.hh>
#include <tesseract/baseapi.h>

namespace PortDesk {

QString engineVersions()
{
    return QStringLiteral("Poppler %1, qpdf %2, Tesseract %3, libheif %4, Qt %5")
        .arg(Poppler::Version::string(), QString::fromStdString(QPDF::QPDFVersion()), QString::fromLatin1(tesseract::TessBaseAPI::Version()),
             QString::fromLatin1(heif_get_version()), QString::fromLatin1(qVersion()));
}

} // namespace PortDesk
