// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/scanpages.h"

#include "app/docworker/engine/pictures.h"

#include <QRegularExpression>
#include <QTransform>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include <cmath>
#include <new>
#include <utility>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr size_t kLongestScanContent = 600; // raw bytes of "q 595 0 0 842 0 0 cm /Im0 Do Q", however it is written
constexpr int kDeepestFirstPage = 32;       // levels of the tree of pages
constexpr double kTolerance = 1.0;          // points by which a scan may miss the edge of its page

struct Found
{
    QPDFObjectHandle image;
    ScanPages::Scan scan;
};

/// The page's content when it is short and coded in a way that cannot blow up; else empty.
QByteArray shortContent(QPDFObjectHandle page)
{
    QPDFObjectHandle content = page.getKey("/Contents");
    if (content.isArray() && content.getArrayNItems() == 1)
        content = content.getArrayItem(0);
    if (!content.isStream())
        return {};
    QPDFObjectHandle filter = content.getDict().getKey("/Filter");
    const bool plain = filter.isNull() || filter.isNameAndEquals("/FlateDecode") ||
                       (filter.isArray() && filter.getArrayNItems() == 1 && filter.getArrayItem(0).isNameAndEquals("/FlateDecode"));
    if (!plain || content.getRawStreamData()->getSize() > kLongestScanContent)
        return {};
    const auto data = content.getStreamData(qpdf_dl_generalized);
    return data->getSize() > kLongestScanContent * 4
               ? QByteArray()
               : QByteArray(reinterpret_cast<const char *>(data->getBuffer()), qsizetype(data->getSize()));
}

/// The name of the one picture drawn, when it covers `box` upright.
QString coveringPicture(const QByteArray &content, const QRectF &box)
{
    static const QRegularExpression pattern(
        u"^\\s*q\\s+(?:1 0 0 1 0 0 cm\\s+)?([\\d.]+) 0(?:\\.0+)? 0(?:\\.0+)? ([\\d.]+) (-?[\\d.]+) (-?[\\d.]+) cm\\s*(/\\S+) Do\\s+Q\\s*$"_s);
    const auto match = pattern.match(QString::fromLatin1(content));
    if (!match.hasMatch())
        return {};
    const QRectF drawn(match.captured(3).toDouble(), match.captured(4).toDouble(), match.captured(1).toDouble(),
                       match.captured(2).toDouble());
    const bool covers = std::abs(drawn.left() - box.left()) <= kTolerance && std::abs(drawn.top() - box.top()) <= kTolerance &&
                        std::abs(drawn.right() - box.right()) <= kTolerance && std::abs(drawn.bottom() - box.bottom()) <= kTolerance;
    return covers ? match.captured(5) : QString();
}

QRectF pageBox(QPDFPageObjectHelper &page)
{
    const auto box = page.getCropBox().getArrayAsRectangle();
    return {box.llx, box.lly, box.urx - box.llx, box.ury - box.lly};
}

/// Whether a picture can be in the file at all: the dictionary of a stream is always there in plain bytes. One that writes its names in an odd way is no scan
/// for us, and Poppler shows it.
bool hasPictures(const QByteArray &bytes)
{
    constexpr QByteArrayView name("/Image");
    for (qsizetype at = bytes.indexOf(name); at >= 0; at = bytes.indexOf(name, at + name.size())) {
        const qsizetype next = at + name.size();
        if (next >= bytes.size() || QByteArrayView(" \t\r\n\f/<>[]()%").contains(bytes.at(next)))
            return true;
    }
    return false;
}

/// The first page, without looking at all the others; null where the tree of pages is not as simple as it should be.
QPDFObjectHandle firstPage(QPDF &pdf)
{
    QPDFObjectHandle node = pdf.getRoot().getKey("/Pages");
    for (int level = 0; level < kDeepestFirstPage && node.isDictionary(); ++level) {
        QPDFObjectHandle kids = node.getKey("/Kids");
        if (!kids.isArray() || kids.getArrayNItems() == 0)
            break;
        node = kids.getArrayItem(0);
        if (node.isDictionary() && !node.hasKey("/Kids"))
            return node;
    }
    return QPDFObjectHandle::newNull();
}

QPDFObjectHandle pageObject(QPDF &pdf, int number)
{
    if (QPDFObjectHandle first = number == 0 ? firstPage(pdf) : QPDFObjectHandle::newNull(); first.isDictionary())
        return first;
    const auto &pages = pdf.getAllPages();
    return number >= 0 && size_t(number) < pages.size() ? pages[size_t(number)] : QPDFObjectHandle::newNull();
}

std::optional<Found> findScan(QPDF &pdf, int number)
{
    QPDFObjectHandle object = pageObject(pdf, number);
    if (!object.isDictionary())
        return {};
    QPDFPageObjectHelper page(object);
    if (page.getObjectHandle().hasKey("/Annots") || page.getObjectHandle().hasKey("/UserUnit"))
        return {};
    const QString name = coveringPicture(shortContent(page.getObjectHandle()), pageBox(page));
    if (name.isEmpty())
        return {};
    QPDFObjectHandle objects = page.getAttribute("/Resources", false).getKey("/XObject");
    QPDFObjectHandle image = objects.isDictionary() ? objects.getKey(name.toStdString()) : QPDFObjectHandle::newNull();
    if (!image.isStream() || !image.getDict().getKey("/Subtype").isNameAndEquals("/Image"))
        return {};
    auto length = [dict = image.getDict()](const char *key) mutable {
        return dict.getKey(key).isInteger() ? dict.getKey(key).getIntValueAsInt() : 0;
    };
    const QSize size(length("/Width"), length("/Height"));
    QPDFObjectHandle turned = page.getAttribute("/Rotate", false);
    const int degrees = turned.isInteger() ? turned.getIntValueAsInt() : 0;
    if (!isPaintable(size) || degrees % 90 != 0)
        return {};
    return Found{image, {size, ((degrees / 90) % 4 + 4) % 4}};
}

bool isPlain(QPDFObjectHandle dict, const char *filter)
{
    QPDFObjectHandle space = dict.getKey("/ColorSpace");
    return dict.getKey("/Filter").isNameAndEquals(filter) &&
           (space.isNameAndEquals("/DeviceGray") || space.isNameAndEquals("/DeviceRGB")) && !dict.hasKey("/Decode") &&
           !dict.hasKey("/SMask") && !dict.hasKey("/Mask") && !dict.hasKey("/ImageMask");
}

QByteArray bytesOf(const Buffer &buffer)
{
    return {reinterpret_cast<const char *>(const_cast<Buffer &>(buffer).getBuffer()), qsizetype(buffer.getSize())};
}

/// Grey or RGB samples of 8 bits, or grey of 1 bit, as this program's own scans have them.
QImage imageOfSamples(Found &found)
{
    QPDFObjectHandle dict = found.image.getDict();
    const bool grey = dict.getKey("/ColorSpace").isNameAndEquals("/DeviceGray");
    QPDFObjectHandle depth = dict.getKey("/BitsPerComponent");
    const int bits = depth.isInteger() ? depth.getIntValueAsInt() : 0;
    if (bits != 8 && !(grey && bits == 1))
        return {};
    const QSize size = found.scan.size;
    const qsizetype row = bits == 1 ? (size.width() + 7) / 8 : qsizetype(size.width()) * (grey ? 1 : 3);
    const QByteArray samples = bytesOf(*found.image.getStreamData(qpdf_dl_generalized));
    if (samples.size() < row * size.height())
        return {};
    QImage image(reinterpret_cast<const uchar *>(samples.constData()), size.width(), size.height(), row,
                 bits == 1 ? QImage::Format_Mono
                 : grey    ? QImage::Format_Grayscale8
                           : QImage::Format_RGB888);
    if (bits == 1)
        image.setColorTable({qRgb(0, 0, 0), qRgb(255, 255, 255)});
    return image.convertToFormat(grey ? QImage::Format_Grayscale8 : QImage::Format_RGB32).copy(); // the samples go
}

QImage decodedPicture(Found &found)
{
    QPDFObjectHandle dict = found.image.getDict();
    if (isPlain(dict, "/DCTDecode") && !dict.hasKey("/DecodeParms"))
        return decodedJpeg(bytesOf(*found.image.getRawStreamData()));
    return isPlain(dict, "/FlateDecode") ? imageOfSamples(found) : QImage();
}

} // namespace

ScanPages::ScanPages(const QByteArray &bytes, const QString &password) : m_bytes(bytes), m_password(password.toLatin1()), m_hasPictures(hasPictures(bytes)) {}

QPDF *ScanPages::pdf() const
{
    if (std::exchange(m_isRead, true))
        return m_pdf.get();
    try {
        m_pdf = std::make_unique<QPDF>();
        m_pdf->setSuppressWarnings(true);
        m_pdf->setAttemptRecovery(false); // a repaired file may show other things than Poppler's repair
        m_pdf->processMemoryFile("document", m_bytes.constData(), size_t(m_bytes.size()), m_password.constData());
    } catch (const std::exception &) {
        m_pdf.reset();
    }
    return m_pdf.get();
}

ScanPages::~ScanPages() = default;

std::optional<ScanPages::Scan> ScanPages::scan(int page) const
{
    try {
        if (const auto found = m_hasPictures && pdf() ? findScan(*m_pdf, page) : std::nullopt)
            return found->scan;
    } catch (const std::exception &) {
        // damaged page: not a scan for us, Poppler shows what it can
    }
    return {};
}

ActiveContent ScanPages::activeContent() const
{
    try {
        if (pdf())
            return PortDesk::activeContent(*m_pdf);
    } catch (const std::bad_alloc &) {
        throw;
    } catch (const std::exception &) {
        // damaged: what the bytes say must do
    }
    return PortDesk::activeContent(m_bytes);
}

QImage ScanPages::decoded(int page) const
{
    try {
        auto found = m_hasPictures && pdf() ? findScan(*m_pdf, page) : std::nullopt;
        const QImage image = found ? decodedPicture(*found) : QImage();
        return !found || image.size() != found->scan.size ? QImage()
                                                          : image.transformed(QTransform().rotate(90.0 * found->scan.quarterTurns));
    } catch (const std::bad_alloc &) {
        throw; // the end of this process, see WorkerServer
    } catch (const std::exception &) {
        return {};
    }
}

} // namespace PortDesk
