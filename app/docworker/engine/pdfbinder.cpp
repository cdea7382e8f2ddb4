// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/pdfbinder.h"

#include "app/docworker/engine/pictures.h"
#include "app/docworker/engine/rowfilters.h"

#include <QBuffer>
#include <QImageReader>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFAnnotationObjectHelper.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <algorithm>
#include <list>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

/// A picture ready for a page: its stream's data and what the PDF must know of it.
struct PagePicture
{
    std::string data;
    bool jpeg = false;     ///< already coded; otherwise packed samples
    bool filtered = false; ///< PackedSamples
    QSize size;
    const char *colours = "/DeviceRGB";
    int bits = 8;
    QSizeF points; ///< as stored, before turning
    int degrees = 0;
};

/// Turns that /Rotate can say; mirrored pictures are coded anew.
std::optional<int> degreesOf(QImageIOHandler::Transformations transformation)
{
    switch (transformation) {
    case QImageIOHandler::TransformationNone:
        return 0;
    case QImageIOHandler::TransformationRotate90:
        return 90;
    case QImageIOHandler::TransformationRotate180:
        return 180;
    case QImageIOHandler::TransformationRotate270:
        return 270;
    default:
        return {};
    }
}

/// The JPEG as it is, when readers of PDF understand it so: grey or RGB, not mirrored. (CMYK JPEGs need their inversion told; they are
/// coded anew.)
std::optional<PagePicture> unchangedJpeg(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer);
    const auto degrees = degreesOf(reader.transformation());
    const QImage image = decodedJpeg(bytes);
    if (!degrees || image.isNull())
        return {};
    const bool grey = image.format() == QImage::Format_Grayscale8;
    const qsizetype frame = [&] { // of the start-of-frame segment, which tells the number of components
        for (qsizetype at = 2; at + 9 < bytes.size() && uchar(bytes[at]) == 0xff;) {
            const uchar marker = uchar(bytes[at + 1]);
            if (marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc)
                return at;
            at += 2 + ((uchar(bytes[at + 2]) << 8) | uchar(bytes[at + 3]));
        }
        return qsizetype(-1);
    }();
    if (frame < 0 || uchar(bytes[frame + 9]) != (grey ? 1 : 3))
        return {};
    return PagePicture{bytes.toStdString(), true, false, image.size(), grey ? "/DeviceGray" : "/DeviceRGB", 8, paperSize(image), *degrees};
}

PagePicture coded(const QImage &picture)
{
    PagePicture page{{}, false, false, picture.size(), "/DeviceRGB", 8, paperSize(picture), 0};
    QImage samples = picture;
    qsizetype rowBytes = qsizetype(picture.width()) * 3;
    if (picture.format() == QImage::Format_Mono) {
        samples.convertTo(QImage::Format_Mono); // 1 bit
        if (samples.colorCount() == 2 && qGray(samples.color(0)) > qGray(samples.color(1)))
            samples.invertPixels();
        page.bits = 1;
        rowBytes = (picture.width() + 7) / 8;
    } else if (picture.format() == QImage::Format_Grayscale8) {
        rowBytes = picture.width();
    } else {
        samples.convertTo(QImage::Format_RGB888);
    }
    if (rowBytes != qsizetype(picture.width()) * 3)
        page.colours = "/DeviceGray";
    QByteArray rows;
    rows.reserve(rowBytes * picture.height());
    for (int y = 0; y < samples.height(); ++y)
        rows.append(reinterpret_cast<const char *>(samples.constScanLine(y)), rowBytes);
    const PackedSamples packed = packedSamples(rows, rowBytes, qMax<qsizetype>(1, rowBytes / qMax(1, picture.width())));
    page.data = packed.stream.toStdString();
    page.filtered = packed.filtered;
    return page;
}

Error notAccepted(const DocumentBytes &document)
{
    return {Error::Code::Document, u"The file \"%1\" is not a PDF, JPEG, PNG, TIFF or HEIC."_s.arg(document.fileName)};
}

Error unreadable(const DocumentBytes &document, const QPDFExc &error)
{
    const bool locked = error.getErrorCode() == qpdf_e_password;
    return {Error::Code::Document,
            (locked ? u"The file \"%1\" is protected with a password. Ask for a file without a password."_s
                    : u"The file \"%1\" is damaged. Ask for a new copy of the file."_s)
                .arg(document.fileName),
            QString::fromLocal8Bit(error.what())};
}

Error noSuchPage(const DocumentBytes &document, int page)
{
    return {Error::Code::Invalid, u"The file \"%1\" has no page %2."_s.arg(document.fileName).arg(page + 1)};
}

/// Takes from a page what leads to other pages. Scanners give every page the pictures of all: what a page does not show belongs to somebody
/// else.
void cutLoose(QPDFPageObjectHelper &page)
{
    page.removeUnreferencedResources();
    for (const char *key : {"/AA", "/B", "/PieceInfo", "/StructParents"})
        page.getObjectHandle().removeKey(key);
    for (QPDFAnnotationObjectHelper &annotation : page.getAnnotations())
        annotation.getObjectHandle().removeKey("/Parent"); // of a form's field, which has places on other pages
}

class Binder
{
public:
    Binder() { m_target.emptyPDF(); }
    Result<void> add(const DocumentBytes &document);
    /// Some of its pages only.
    Result<void> add(const DocumentBytes &document, const QString &password, const QList<int> &pages);
    /// Turns the pages from `first` on.
    void turn(size_t first, int degrees);
    size_t pages() { return m_target.getAllPages().size(); }
    QByteArray written();

private:
    Result<void> addPicture(const DocumentBytes &document);
    Result<void> addPictures(const DocumentBytes &document, const QList<int> &pages);
    Result<void> addPdf(const DocumentBytes &document);
    Result<void> addPdf(const DocumentBytes &document, const QString &password, const QList<int> &pages);
    void addPage(PagePicture picture);

    QPDF m_target;
    std::list<QPDF> m_sources; ///< qpdf copies streams when it writes; the sources must live until then
};

Result<void> Binder::add(const DocumentBytes &document)
{
    const QString type = sniffedType(document.bytes);
    if (type.isEmpty())
        return notAccepted(document);
    return type == u"application/pdf" ? addPdf(document) : addPicture(document);
}

Result<void> Binder::add(const DocumentBytes &document, const QString &password, const QList<int> &pages)
{
    const QString type = sniffedType(document.bytes);
    if (type.isEmpty())
        return notAccepted(document);
    return type == u"application/pdf" ? addPdf(document, password, pages) : addPictures(document, pages);
}

Result<void> Binder::addPdf(const DocumentBytes &document)
{
    QPDF &source = m_sources.emplace_back();
    try {
        source.setSuppressWarnings(true);
        source.processMemoryFile("document", document.bytes.constData(), size_t(document.bytes.size()));
        QPDFPageDocumentHelper target(m_target);
        for (QPDFPageObjectHelper &page : QPDFPageDocumentHelper(source).getAllPages()) {
            page.getObjectHandle().removeKey("/AA"); // actions do not travel
            target.addPage(page, false);
        }
    } catch (const QPDFExc &error) {
        return unreadable(document, error);
    }
    return {};
}

Result<void> Binder::addPdf(const DocumentBytes &document, const QString &password, const QList<int> &pages)
{
    QPDF &source = m_sources.emplace_back();
    try {
        source.setSuppressWarnings(true);
        source.processMemoryFile("document", document.bytes.constData(), size_t(document.bytes.size()), password.toLatin1().constData());
        std::vector<QPDFPageObjectHelper> all = QPDFPageDocumentHelper(source).getAllPages();
        for (const int number : pages) {
            if (size_t(number) >= all.size())
                return noSuchPage(document, number);
            QPDFPageObjectHelper &page = all[size_t(number)];
            cutLoose(page);
            QPDFPageDocumentHelper(m_target).addPage(page, false);
        }
    } catch (const QPDFExc &error) {
        return unreadable(document, error);
    }
    return {};
}

Result<void> Binder::addPictures(const DocumentBytes &document, const QList<int> &pages)
{
    const int count = picturePages(document.bytes);
    for (const int number : pages) {
        if (number >= qMax(1, count))
            return noSuchPage(document, number);
        if (count <= 1)
            return addPicture(document); // a JPEG stays as it is
        const auto picture = pictureOf(document.bytes, number);
        if (!picture)
            return picture.error();
        addPage(coded(*picture));
    }
    return {};
}

Result<void> Binder::addPicture(const DocumentBytes &document)
{
    if (sniffedType(document.bytes) == u"image/jpeg") {
        if (auto jpeg = unchangedJpeg(document.bytes)) {
            addPage(std::move(*jpeg));
            return {};
        }
    }
    const int pages = qMax(1, picturePages(document.bytes));
    for (int page = 0; page < pages; ++page) {
        const auto picture = pictureOf(document.bytes, page);
        if (!picture)
            return Error{picture.error().code, u"\"%1\": %2"_s.arg(document.fileName, picture.error().message), picture.error().detail};
        addPage(coded(*picture));
    }
    return {};
}

void Binder::addPage(PagePicture picture)
{
    auto image = QPDFObjectHandle::newStream(&m_target, picture.data);
    auto dict = image.getDict();
    const auto number = [](qint64 value) { return QPDFObjectHandle::newInteger(value); };
    dict.replaceKey("/Type", QPDFObjectHandle::newName("/XObject"));
    dict.replaceKey("/Subtype", QPDFObjectHandle::newName("/Image"));
    dict.replaceKey("/Width", number(picture.size.width()));
    dict.replaceKey("/Height", number(picture.size.height()));
    dict.replaceKey("/ColorSpace", QPDFObjectHandle::newName(picture.colours));
    dict.replaceKey("/BitsPerComponent", number(picture.bits));
    dict.replaceKey("/Filter", QPDFObjectHandle::newName(picture.jpeg ? "/DCTDecode" : "/FlateDecode"));
    if (picture.filtered) {
        auto parameters = QPDFObjectHandle::newDictionary();
        parameters.replaceKey("/Predictor", number(15));
        parameters.replaceKey("/Colors", number(picture.colours == std::string_view("/DeviceRGB") ? 3 : 1));
        parameters.replaceKey("/BitsPerComponent", number(picture.bits));
        parameters.replaceKey("/Columns", number(picture.size.width()));
        dict.replaceKey("/DecodeParms", parameters);
    }
    const std::string width = QByteArray::number(picture.points.width(), 'f', 3).toStdString();
    const std::string height = QByteArray::number(picture.points.height(), 'f', 3).toStdString();
    auto page = QPDFObjectHandle::parse("<< /Type /Page /MediaBox [0 0 " + width + " " + height + "] /Resources << /XObject << >> >> >>");
    page.getKey("/Resources").getKey("/XObject").replaceKey("/Im0", image);
    page.replaceKey("/Contents", QPDFObjectHandle::newStream(&m_target, "q " + width + " 0 0 " + height + " 0 0 cm /Im0 Do Q\n"));
    if (picture.degrees != 0)
        page.replaceKey("/Rotate", number(picture.degrees));
    QPDFPageDocumentHelper(m_target).addPage(QPDFPageObjectHelper(m_target.makeIndirectObject(page)), false);
}

void Binder::turn(size_t first, int degrees)
{
    auto pages = QPDFPageDocumentHelper(m_target).getAllPages();
    for (size_t page = first; page < pages.size(); ++page)
        pages.at(page).rotatePage(degrees, true);
}

QByteArray Binder::written()
{
    QPDFWriter writer(m_target);
    writer.setOutputMemory();
    writer.setDeterministicID(true); // the same pages are the same file
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char *>(buffer->getBuffer()), qsizetype(buffer->getSize())};
}

} // namespace

Result<QByteArray> boundPdf(const QList<DocumentBytes> &documents, const QList<qint32> &quarterTurns)
{
    if (documents.isEmpty())
        return Error{Error::Code::Invalid, u"There is no file to make a PDF of."_s};
    Binder binder;
    for (qsizetype i = 0; i < documents.size(); ++i) {
        const size_t before = binder.pages();
        if (const auto added = binder.add(documents.at(i)); !added)
            return added.error();
        if (const int turns = quarterTurns.value(i); turns != 0)
            binder.turn(before, 90 * turns);
    }
    return binder.written();
}

Result<QByteArray> extractedPages(const DocumentBytes &document, const QString &password, const QList<int> &pages)
{
    const bool odd = std::any_of(pages.cbegin(), pages.cend(), [&](int page) { return page < 0 || pages.count(page) > 1; });
    if (pages.isEmpty() || odd)
        return Error{Error::Code::Invalid, u"Say which pages are wanted, each once."_s};
    Binder binder;
    if (const auto added = binder.add(document, password, pages); !added)
        return added.error();
    return binder.written();
}

} // namespace PortDesk
