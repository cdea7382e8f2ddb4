// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/markwriter.h"

#include "app/docworker/engine/markpainter.h"
#include "app/docworker/engine/pagespace.h"
#include "app/docworker/engine/pdfbinder.h"

#include <qpdf/Buffer.hh>
#include <qpdf/Pl_Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <array>
#include <list>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

using Object = QPDFObjectHandle;

// Annotation flags. A note's sign keeps its upright look by itself: readers treat it so whether the file says it or not.
constexpr int kPrinted = 4;
constexpr int kNoZoom = 8;
constexpr int kNoRotate = 16;

Object real(double value)
{
    return Object::newReal(value, 3);
}

Object rectangle(const QRectF &box) // lower left corner and size
{
    return Object::newArray(std::vector<Object>{real(box.left()), real(box.top()), real(box.right()), real(box.bottom())});
}

Object text(const QString &value)
{
    return Object::newUnicodeString(value.toStdString());
}

Object colourOf(const Mark &mark)
{
    const QColor colour = markColour(mark);
    return Object::newArray(std::vector<Object>{real(colour.redF()), real(colour.greenF()), real(colour.blueF())});
}

Object date(const QDateTime &when)
{
    return Object::newString("D:" + when.toUTC().toString(u"yyyyMMddHHmmss"_s).toStdString() + "Z");
}

const char *subtype(MarkKind kind)
{
    switch (kind) {
    case MarkKind::Highlight:
        return "/Highlight";
    case MarkKind::Note:
        return "/Text";
    case MarkKind::Box:
        return "/Square";
    case MarkKind::Ink:
        return "/Ink";
    case MarkKind::Text:
        return "/FreeText";
    case MarkKind::Stamp:
        return "/Stamp";
    }
    return "/Text";
}

/// The annotation's rectangle. Of what does not turn with the page only the upper left corner counts, from there it hangs as displayed.
QRectF ownPlace(const Mark &mark, const QRectF &place, const PageSpace &space)
{
    const QSizeF page = space.displayed();
    const QRectF unit(place.x() / page.width(), place.y() / page.height(), place.width() / page.width(), place.height() / page.height());
    if (mark.kind != MarkKind::Note)
        return space.own(unit);
    const QPointF corner = space.own(unit.topLeft());
    return {corner.x(), corner.y() - place.height(), place.width(), place.height()};
}

/// The four corners of each line: upper left, upper right, lower left, lower right as displayed (the order readers expect).
Object quads(const Mark &mark, const PageSpace &space)
{
    Object points = Object::newArray();
    for (const QRectF &line : mark.lines.isEmpty() ? QList<QRectF>{mark.box} : mark.lines) {
        for (const QPointF &corner : {line.topLeft(), line.topRight(), line.bottomLeft(), line.bottomRight()}) {
            const QPointF own = space.own(corner);
            points.appendItem(real(own.x()));
            points.appendItem(real(own.y()));
        }
    }
    return points;
}

Object strokes(const Mark &mark, const PageSpace &space)
{
    Object list = Object::newArray();
    for (const QList<QPointF> &stroke : mark.strokes) {
        Object points = Object::newArray();
        for (const QPointF &point : stroke) {
            const QPointF own = space.own(point);
            points.appendItem(real(own.x()));
            points.appendItem(real(own.y()));
        }
        list.appendItem(points);
    }
    return list;
}

/// Into an array of the page's own: the old one may be shared with another page.
void append(Object page, Object annotation)
{
    Object all = Object::newArray();
    if (Object old = page.getKey("/Annots"); old.isArray()) {
        for (const Object &item : old.getArrayAsVector())
            all.appendItem(item);
    }
    all.appendItem(annotation);
    page.replaceKey("/Annots", all);
}

class MarkWriter
{
public:
    Result<void> open(const QByteArray &bytes, const QString &password);
    void add(const Mark &mark);
    int pages() { return int(m_pdf.getAllPages().size()); }
    QByteArray written();

private:
    Object form(const Mark &mark, const QRectF &place, const PageSpace &space);
    Object paintedForm(const Mark &mark, const QRectF &place, const QSizeF &page);
    void addOwnKeys(Object annotation, const Mark &mark, const PageSpace &space);
    void removeActions();

    QByteArray m_bytes;
    QPDF m_pdf;
    std::list<QByteArray> m_pictures; ///< qpdf copies streams when it writes: the bytes and
    std::list<QPDF> m_sources;        ///< the files of the pictures must live until then
};

Result<void> MarkWriter::open(const QByteArray &bytes, const QString &password)
{
    m_bytes = bytes;
    try {
        m_pdf.setSuppressWarnings(true);
        m_pdf.processMemoryFile("document", m_bytes.constData(), size_t(m_bytes.size()), password.toLatin1().constData());
        removeActions();
    } catch (const QPDFExc &error) {
        const bool locked = error.getErrorCode() == qpdf_e_password;
        return Error{Error::Code::Document,
                     locked ? u"The file is protected with a password. Ask for a file without a password."_s
                            : u"The file is damaged, so no copy with marks can be written. Ask for a new copy of the file."_s,
                     QString::fromLocal8Bit(error.what())};
    }
    return {};
}

void MarkWriter::removeActions()
{
    Object root = m_pdf.getRoot();
    root.removeKey("/OpenAction");
    root.removeKey("/AA");
    if (Object names = root.getKey("/Names"); names.isDictionary())
        names.removeKey("/JavaScript");
    for (Object page : m_pdf.getAllPages())
        page.removeKey("/AA");
}

Object MarkWriter::paintedForm(const Mark &mark, const QRectF &place, const QSizeF &page)
{
    const QByteArray &picture = m_pictures.emplace_back(paintedMark(mark, place, page));
    QPDF &source = m_sources.emplace_back();
    source.setSuppressWarnings(true);
    source.processMemoryFile("mark", picture.constData(), size_t(picture.size()));
    QPDFPageObjectHelper painted(source.getAllPages().at(0));
    Pl_Buffer content("content");
    painted.pipeContents(&content);
    const auto bytes = content.getBufferSharedPointer();
    Object stream = Object::newStream(&m_pdf, std::string(reinterpret_cast<const char *>(bytes->getBuffer()), bytes->getSize()));
    Object resources = painted.getAttribute("/Resources", false);
    stream.getDict().replaceKey("/Resources",
                                m_pdf.copyForeignObject(resources.isIndirect() ? resources : source.makeIndirectObject(resources)));
    return stream;
}

/// The mark's picture. It is painted as the page is displayed and turned back by the form's matrix.
Object MarkWriter::form(const Mark &mark, const QRectF &place, const PageSpace &space)
{
    static constexpr std::array<const char *, 4> matrices{"[1 0 0 1 0 0]", "[0 1 -1 0 0 0]", "[-1 0 0 -1 0 0]", "[0 -1 1 0 0 0]"};
    const QSizeF page = space.displayed();
    Object stream;
    if (mark.kind == MarkKind::Highlight) {
        stream = Object::newStream(&m_pdf, highlightContent(mark, place, page).toStdString());
        stream.getDict().replaceKey("/Resources", Object::parse("<< /ExtGState << /M << /Type /ExtGState /BM /Multiply >> >> >>"));
    } else {
        stream = paintedForm(mark, place, page);
    }
    Object dict = stream.getDict();
    dict.replaceKey("/Type", Object::newName("/XObject"));
    dict.replaceKey("/Subtype", Object::newName("/Form"));
    dict.replaceKey("/BBox", rectangle(QRectF(QPointF(), place.size())));
    dict.replaceKey("/Matrix", Object::parse(matrices.at(mark.kind == MarkKind::Note ? 0 : size_t(space.degrees / 90))));
    return stream;
}

void MarkWriter::addOwnKeys(Object annotation, const Mark &mark, const PageSpace &space)
{
    const QColor colour = markColour(mark);
    switch (mark.kind) {
    case MarkKind::Highlight:
        annotation.replaceKey("/QuadPoints", quads(mark, space));
        break;
    case MarkKind::Ink:
        annotation.replaceKey("/InkList", strokes(mark, space));
        break;
    case MarkKind::Note:
        annotation.replaceKey("/Name", Object::newName("/Note"));
        break;
    case MarkKind::Stamp:
        annotation.replaceKey("/Name", Object::newName("/PortDesk"));
        break;
    case MarkKind::Text:
        annotation.replaceKey("/DA", Object::newString(u"/Helv 11 Tf %1 %2 %3 rg"_s.arg(colour.redF(), 0, 'f', 3)
                                                           .arg(colour.greenF(), 0, 'f', 3)
                                                           .arg(colour.blueF(), 0, 'f', 3)
                                                           .toStdString()));
        annotation.removeKey("/C"); // of a free text it would be the background
        break;
    case MarkKind::Box:
        annotation.replaceKey("/BS", Object::parse("<< /W 1.5 /S /S >>"));
        break;
    }
}

void MarkWriter::add(const Mark &mark)
{
    Object page = m_pdf.getAllPages().at(size_t(mark.page));
    QPDFPageObjectHelper helper(page);
    const PageSpace space = pageSpace(helper);
    const QSizeF displayed = space.displayed();
    const QRectF place = markPlace(mark, displayed);
    Object annotation = Object::newDictionary();
    annotation.replaceKey("/Type", Object::newName("/Annot"));
    annotation.replaceKey("/Subtype", Object::newName(subtype(mark.kind)));
    annotation.replaceKey("/Rect", rectangle(ownPlace(mark, place, space)));
    annotation.replaceKey("/P", page);
    annotation.replaceKey("/F", Object::newInteger(mark.kind == MarkKind::Note ? kPrinted | kNoZoom | kNoRotate : kPrinted));
    annotation.replaceKey("/C", colourOf(mark));
    annotation.replaceKey("/NM", text(mark.id));
    annotation.replaceKey("/T", text(mark.author));
    annotation.replaceKey("/Contents", text(mark.text));
    if (mark.created.isValid())
        annotation.replaceKey("/CreationDate", date(mark.created));
    if (mark.modified.isValid())
        annotation.replaceKey("/M", date(mark.modified));
    addOwnKeys(annotation, mark, space);
    Object appearance = Object::newDictionary();
    appearance.replaceKey("/N", form(mark, place, space));
    annotation.replaceKey("/AP", appearance);
    append(page, m_pdf.makeIndirectObject(annotation));
}

QByteArray MarkWriter::written()
{
    QPDFWriter writer(m_pdf);
    writer.setOutputMemory();
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char *>(buffer->getBuffer()), qsizetype(buffer->getSize())};
}

} // namespace

Result<QByteArray> markedPdf(const DocumentBytes &document, const QString &password, const QList<Mark> &marks)
{
    QByteArray bytes = document.bytes;
    if (sniffedType(bytes) != u"application/pdf") {
        auto wrapped = boundPdf({document});
        if (!wrapped)
            return wrapped.error();
        bytes = std::move(*wrapped);
    }
    MarkWriter writer;
    if (const auto opened = writer.open(bytes, password); !opened)
        return opened.error();
    for (const Mark &mark : marks) {
        if (mark.page < 0 || mark.page >= writer.pages())
            return Error{Error::Code::Invalid, u"A mark stands on page %1, which the document does not have."_s.arg(mark.page + 1)};
        if (!mark.sha256.isEmpty() && mark.sha256 != document.sha256)
            return Error{Error::Code::Invalid, u"A mark belongs to another document."_s, mark.id};
        writer.add(mark);
    }
    return writer.written();
}

} // namespace PortDesk
