// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/popplersource.h"

#include "app/docworker/engine/boxfilter.h"
#include "app/docworker/engine/markreader.h"
#include "app/docworker/engine/pdfsignatures.h"
#include "app/docworker/engine/outlinereader.h"

#include <poppler-form.h>
#include <poppler-qt6.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr double kMaximumScanDpi = 650; // decoded for painting; sharper pictures are seldom and Poppler paints them as well

// Otherwise text from hostile files runs through qDebug.
void dropMessage(const QString &, const QVariant &) {}

bool opensSomewhere(const Poppler::Document &document)
{
    for (int page = 0; page < document.numPages(); ++page) {
        if (document.page(page))
            return true;
    }
    return false;
}

void copyRows(const QImage &from, QImage &to)
{
    const size_t bytes = size_t(qMin(from.width(), to.width())) * 4;
    for (int y = 0; y < qMin(from.height(), to.height()); ++y)
        memcpy(to.scanLine(y), from.constScanLine(y), bytes);
}

/// Counts by how many clockwise quarter turns a word would become upright. Words of right-to-left scripts run the other way and do not
/// count.
void countDirection(const Poppler::TextBox &box, std::array<int, 4> &directions)
{
    const QString text = box.text();
    const auto last = int(text.size()) - 1;
    if (last < 2 || text.isRightToLeft())
        return;
    const QPointF run = box.charBoundingBox(last).center() - box.charBoundingBox(0).center();
    if (std::abs(run.x()) >= std::abs(run.y()))
        ++directions[run.x() >= 0 ? 0 : 2];
    else
        ++directions[run.y() > 0 ? 3 : 1];
}

} // namespace

std::unique_ptr<PageSource> PopplerSource::open(const QByteArray &bytes, const QString &password, bool &locked)
{
    Poppler::setDebugErrorFunction(dropMessage, {});
    const QByteArray secret = password.toLatin1();
    auto document = Poppler::Document::loadFromData(bytes, secret, secret);
    locked = document && document->isLocked();
    if (!document || locked || document->numPages() < 1)
        return nullptr;
    // More pages than anybody accepts need not be looked at one by one; the caller refuses them.
    if (document->numPages() <= IntakeLimits().maximumPages && !opensSomewhere(*document))
        return nullptr;
    document->setRenderBackend(Poppler::Document::SplashBackend);
    document->setRenderHint(Poppler::Document::Antialiasing);
    document->setRenderHint(Poppler::Document::TextAntialiasing);
    return std::unique_ptr<PageSource>(new PopplerSource(std::move(document), bytes, password));
}

PopplerSource::PopplerSource(std::unique_ptr<Poppler::Document> document, const QByteArray &bytes, const QString &password)
    : m_document(std::move(document)), m_bytes(bytes), m_scans(bytes, password)
{
}

PopplerSource::~PopplerSource() = default;

int PopplerSource::pages() const
{
    return m_document->numPages();
}

QSizeF PopplerSource::pageSize(int page)
{
    const auto opened = m_document->page(page);
    return opened ? opened->pageSizeF() : QSizeF();
}

QImage PopplerSource::render(int page, const QSize &full, const QRect &tile)
{
    const auto opened = m_document->page(page);
    if (!opened)
        return {};
    const QSizeF points = opened->pageSizeF();
    if (!isPageSize(points))
        return {};
    const double dpiX = 72.0 * full.width() / points.width();
    const double dpiY = 72.0 * full.height() / points.height();
    const QImage image = opened->renderToImage(dpiX, dpiY, tile.x(), tile.y(), tile.width(), tile.height());
    return image.format() == QImage::Format_RGB32 || image.format() == QImage::Format_ARGB32 ? image
                                                                                             : image.convertToFormat(QImage::Format_RGB32);
}

QImage PopplerSource::decodedScan(int page)
{
    if (m_decodedPage == page)
        return m_decoded;
    m_decodedPage = page;
    m_decoded = {};
    const QSizeF points = pageSize(page);
    const auto scan = m_scans.scan(page);
    if (!scan || points.isEmpty())
        return {};
    m_decoded = m_scans.decoded(page);
    // Other codings (fax, JPEG 2000, CMYK): painted once by Poppler, pixel by pixel, and kept.
    const QSize upright = scan->quarterTurns % 2 ? scan->size.transposed() : scan->size;
    if (m_decoded.isNull() && upright.width() * 72.0 / points.width() <= kMaximumScanDpi)
        m_decoded = render(page, upright, QRect(QPoint(), upright));
    return m_decoded;
}

Result<void> PopplerSource::paint(int page, const QSize &full, const QRect &tile, QImage &target)
{
    if (const QImage scan = decodedScan(page); !scan.isNull()) {
        paintScaled(scan, full, tile, target);
        return {};
    }
    const QImage image = render(page, full, tile);
    if (image.isNull())
        return Error{Error::Code::Document, u"Page %1 is damaged and cannot be shown. Ask for a new copy of the file."_s.arg(page + 1)};
    copyRows(image, target);
    return {};
}

PageText PopplerSource::text(int page)
{
    const auto opened = m_document->page(page);
    if (!opened)
        return {};
    const QSizeF size = opened->pageSizeF();
    if (!isPageSize(size))
        return {};
    QList<Word> words;
    std::array<int, 4> directions{};
    for (const auto &box : opened->textList()) {
        countDirection(*box, directions);
        const QRectF at = box->boundingBox(); // points from the crop box, as displayed
        const QRectF unit(at.x() / size.width(), at.y() / size.height(), at.width() / size.width(), at.height() / size.height());
        if (!box->text().trimmed().isEmpty())
            words.append({box->text(), unit.intersected(QRectF(0, 0, 1, 1)), box->hasSpaceAfter()});
    }
    return {words, int(std::max_element(directions.cbegin(), directions.cend()) - directions.cbegin())};
}

QList<Mark> PopplerSource::marks(int page)
{
    const auto opened = m_document->page(page);
    return opened ? marksOf(*opened, page) : QList<Mark>();
}

QList<PdfSignature> PopplerSource::signatures()
{
    return signaturesOf(*m_document, m_bytes);
}

QList<OutlineEntry> PopplerSource::outline()
{
    return outlineOf(*m_document);
}

bool PopplerSource::isScan()
{
    for (int page = 0; page < pages(); ++page) {
        if (!m_scans.scan(page))
            return false;
    }
    return true;
}

QStringList PopplerSource::warnings()
{
    ActiveContent content = m_scans.activeContent();
    content |= {.scripts = !m_document->scripts().isEmpty(),
                .files = m_document->hasEmbeddedFiles(),
                .xfa = m_document->formType() == Poppler::Document::XfaForm};
    return warningsOf(content);
}

} // namespace PortDesk
