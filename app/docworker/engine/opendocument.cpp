// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/pagesource.h"

#include "app/docworker/engine/picturesource.h"
#include "app/docworker/engine/popplersource.h"
#include "app/docworker/engine/qtpdfsource.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

Error documentError(const QString &message)
{
    return {Error::Code::Document, message};
}

QSizeF measured(PageSource &source, int page)
{
    const QSizeF size = source.pageSize(page);
    return isPageSize(size) ? size : QSizeF(0, 0);
}

using Opened = Result<std::unique_ptr<PageSource>>;

Opened openPdf(const QByteArray &bytes, const QString &password)
{
    bool locked = false;
    if (auto source = PopplerSource::open(bytes, password, locked))
        return Opened(std::move(source));
    if (locked)
        return documentError(password.isEmpty() ? u"The file is protected with a password. Ask for a file without a password."_s
                                                : u"The password does not open the file. Ask for a file without a password."_s);
    if (auto source = QtPdfSource::open(bytes, password))
        return Opened(std::move(source));
    return documentError(u"The file is damaged or incomplete and cannot be shown. Ask for a new copy of the file."_s);
}

} // namespace

Opened openDocument(const QByteArray &bytes, const QString &password, const IntakeLimits &limits)
{
    const QString type = sniffedType(bytes);
    if (type.isEmpty())
        return documentError(u"The file is not a PDF, JPEG, PNG, TIFF or HEIC. Ask for it as a PDF."_s);
    auto source = type == u"application/pdf" ? openPdf(bytes, password) : PictureSource::open(bytes);
    if (source && (*source)->pages() > limits.maximumPages)
        return documentError(
            u"The file has %1 pages; at most %2 are accepted. Ask for the pages that matter only."_s.arg((*source)->pages())
                .arg(limits.maximumPages));
    return source;
}

QList<QSizeF> pageSizes(PageSource &source)
{
    QList<QSizeF> sizes;
    for (int page = 0; page < source.pages(); ++page)
        sizes.append(measured(source, page));
    return sizes;
}

QList<QSizeF> likelyPageSizes(PageSource &source)
{
    QList<QSizeF> sizes;
    for (int page = 0; page < std::min(source.pages(), source.quicklyMeasured()); ++page)
        sizes.append(measured(source, page));
    if (sizes.isEmpty() || sizes.constFirst().isEmpty())
        return pageSizes(source); // what is like a damaged page is not known
    return sizes + QList<QSizeF>(source.pages() - sizes.size(), sizes.constFirst());
}

DocumentInfo inspected(PageSource &source, const QString &mimeType)
{
    DocumentInfo info;
    info.mimeType = mimeType;
    info.engine = source.engine();
    info.pageSizes = pageSizes(source);
    info.scanned = source.isScan();
    info.warnings = source.warnings();
    return info;
}

bool isPageSize(const QSizeF &points)
{
    constexpr double most = 1e10; // beyond, reckoning with its places loses them
    return points.width() > 0 && points.width() < most && points.height() > 0 && points.height() < most;
}

QSize pixelSize(const QSizeF &points, double dpi)
{
    const auto pixels = [dpi](double length) { return int(std::clamp(std::ceil(length * dpi / 72.0 - 0.01), 1.0, 1.0e6)); };
    return {pixels(points.width()), pixels(points.height())};
}

} // namespace PortDesk
