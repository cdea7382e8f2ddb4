// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/lettercomposer.h"

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QFontDatabase>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QTextBlock>
#include <QTextDocument>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr int kResolution = 1200; // device pixels per inch
constexpr double kMarginMm = 18;
constexpr double kFooterMm = 10; // kept free above the lower margin
constexpr double kBodyPoints = 10;
constexpr double kFooterPoints = 8;
constexpr int kPixelsPerModule = 4; // of the QR code at 96 dpi; "width" in the letter's HTML may say otherwise
constexpr int kQuietModules = 4;

constexpr double kPageCodeMm = 18; // the code on later pages, in the margin below the text
constexpr double kPageCodeGapMm = 2;

/// A document that knows its QR code and loads nothing else: no file of the machine gets into a letter.
class LetterDocument final : public QTextDocument
{
public:
    explicit LetterDocument(const QImage &qr) : m_qr(qr) {}
    void setQr(const QImage &qr)
    {
        m_qr = qr;
        addResource(ImageResource, QUrl(u"qr:"_s), qr); // in place of what layout has asked for already
    }

protected:
    QVariant loadResource(int type, const QUrl &name) override
    {
        return type == ImageResource && name == QUrl(u"qr:"_s) ? QVariant(m_qr) : QVariant();
    }

private:
    QImage m_qr;
};

Result<QImage> qrImage(const QString &text)
{
    if (text.isEmpty())
        return QImage();
    try {
        const auto matrix = ZXing::MultiFormatWriter(ZXing::BarcodeFormat::QRCode)
                                .setEncoding(ZXing::CharacterSet::UTF8)
                                .setMargin(kQuietModules)
                                .setEccLevel(4)
                                .encode(text.toStdWString(), 0, 0);
        QImage image(matrix.width(), matrix.height(), QImage::Format_Grayscale8);
        for (int y = 0; y < matrix.height(); ++y) {
            for (int x = 0; x < matrix.width(); ++x)
                image.scanLine(y)[x] = matrix.get(x, y) ? 0 : 255;
        }
        return image.scaled(image.size() * kPixelsPerModule, Qt::IgnoreAspectRatio, Qt::FastTransformation);
    } catch (const std::exception &error) {
        return Error{Error::Code::Invalid, u"The text of the QR code is too long. Use a shorter reference."_s,
                     QString::fromLocal8Bit(error.what())};
    }
}

/// Han letters differ by language; the fallback fonts are named because the system's own choice takes other faces for some scripts.
QStringList families(const QString &language)
{
    QString han = u"Noto Sans CJK SC"_s;
    if (language.startsWith(u"ja"))
        han = u"Noto Sans CJK JP"_s;
    else if (language.startsWith(u"ko"))
        han = u"Noto Sans CJK KR"_s;
    else if (language.startsWith(u"zh-TW") || language.startsWith(u"zh-HK") || language.contains(u"Hant"))
        han = u"Noto Sans CJK TC"_s;
    return {u"Noto Sans"_s,
            u"Noto Sans Arabic"_s,
            u"Noto Sans Hebrew"_s,
            u"Noto Sans Thai"_s,
            u"Noto Sans Devanagari"_s,
            u"Noto Sans Armenian"_s,
            u"Noto Sans Georgian"_s,
            han};
}

QFont letterFont(const LetterContent &letter, double points)
{
    QFont font;
    font.setFamilies(families(letter.language));
    font.setPointSizeF(points);
    return font;
}

class Composition
{
public:
    explicit Composition(const LetterContent &letter, const QImage &qr, const QPageSize &size);
    Result<QByteArray> run();

private:
    void paintPage(QPainter &painter, int page);
    void paintFooter(QPainter &painter, int page);
    Result<QImage> codeOf(int page) const;
    QRectF codePlace() const;
    bool codesEveryPage() const { return m_letter.qrText.contains("{page}"_L1); }
    static double pixels(double mm) { return mm / 25.4 * kResolution; }

    const LetterContent &m_letter;
    LetterDocument m_document;
    QBuffer m_buffer;
    QPdfWriter m_writer;
    QSizeF m_body; ///< device pixels
};

Composition::Composition(const LetterContent &letter, const QImage &qr, const QPageSize &size)
    : m_letter(letter), m_document(qr), m_writer(&m_buffer)
{
    m_buffer.open(QIODevice::WriteOnly);
    m_writer.setResolution(kResolution);
    m_writer.setTitle(letter.title);
    m_writer.setCreator(QStringLiteral("PortDesk " PORTDESK_VERSION));
    m_writer.setPageSize(size);
    m_writer.setPageMargins({});
    const QSizeF paper = QSizeF(size.sizePoints()) * kResolution / 72.0;
    m_body = QSizeF(paper.width() - 2 * pixels(kMarginMm), paper.height() - 2 * pixels(kMarginMm) - pixels(kFooterMm));
}

Result<QByteArray> Composition::run()
{
    m_document.documentLayout()->setPaintDevice(&m_writer);
    m_document.setDefaultFont(letterFont(m_letter, kBodyPoints));
    QTextOption option = m_document.defaultTextOption();
    option.setTextDirection(m_letter.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    m_document.setDefaultTextOption(option);
    m_document.setDocumentMargin(0);
    m_document.setDefaultStyleSheet(u"table { border-style: solid }"_s); // Qt's own default is a frame in relief, pale at two sides
    m_document.setHtml(m_letter.html);
    m_document.setPageSize(m_body);
    QPainter painter;
    if (!painter.begin(&m_writer))
        return Error{Error::Code::Internal, u"The letter could not be composed. Try again."_s};
    for (int page = 0; page < m_document.pageCount(); ++page) {
        if (page > 0)
            m_writer.newPage();
        if (page == 0 || codesEveryPage()) {
            const auto code = codeOf(page);
            if (!code)
                return code.error();
            if (page == 0)
                m_document.setQr(*code);
            else
                painter.drawImage(codePlace(), *code);
        }
        paintPage(painter, page);
        paintFooter(painter, page);
    }
    painter.end();
    return m_buffer.data();
}

void Composition::paintPage(QPainter &painter, int page)
{
    const QRectF view(0, page * m_body.height(), m_body.width(), m_body.height());
    painter.save();
    painter.translate(pixels(kMarginMm), pixels(kMarginMm) - view.top());
    QAbstractTextDocumentLayout::PaintContext context;
    painter.setClipRect(view);
    context.clip = view;
    context.palette.setColor(QPalette::Text, Qt::black);
    m_document.documentLayout()->draw(&painter, context);
    painter.restore();
}

/// Every page says which of the letter it is, so that a pile of scanned letters can be put in order.
Result<QImage> Composition::codeOf(int page) const
{
    QString text = m_letter.qrText;
    text.replace("{pages}"_L1, QString::number(m_document.pageCount())).replace("{page}"_L1, QString::number(page + 1));
    return qrImage(text);
}

QRectF Composition::codePlace() const
{
    const double side = pixels(kPageCodeMm);
    return {pixels(kMarginMm) + m_body.width() - side, pixels(kMarginMm) + m_body.height() + pixels(kPageCodeGapMm), side, side};
}

void Composition::paintFooter(QPainter &painter, int page)
{
    QString text = m_letter.footer;
    text.replace(u"%1"_s, QString::number(page + 1)).replace(u"%2"_s, QString::number(m_document.pageCount()));
    painter.save();
    painter.setFont(letterFont(m_letter, kFooterPoints));
    painter.setPen(QColor(0x55, 0x55, 0x55));
    painter.setLayoutDirection(m_letter.rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    QRectF place(pixels(kMarginMm), pixels(kMarginMm) + m_body.height(), m_body.width(), pixels(kFooterMm));
    if (page > 0 && codesEveryPage())
        place.adjust(pixels(kPageCodeMm), 0, -pixels(kPageCodeMm), 0);
    painter.drawText(place, Qt::AlignHCenter | Qt::AlignBottom | Qt::TextWordWrap, text);
    painter.restore();
}

} // namespace

Result<QByteArray> composedLetter(const LetterContent &letter)
{
    if (letter.pageSize != u"A4" && letter.pageSize != u"Letter")
        return Error{Error::Code::Invalid, u"The paper size \"%1\" is not known. Use \"A4\" or \"Letter\"."_s.arg(letter.pageSize)};
    const auto qr = qrImage(letter.qrText);
    if (!qr)
        return qr.error();
    return Composition(letter, *qr, QPageSize(letter.pageSize == u"A4" ? QPageSize::A4 : QPageSize::Letter)).run();
}

} // namespace PortDesk
