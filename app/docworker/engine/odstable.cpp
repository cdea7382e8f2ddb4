// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/cellformat.h"
#include "app/docworker/engine/tablefile.h"
#include "app/docworker/engine/ziparchive.h"

#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

bool isIn(const QXmlStreamReader &xml, QStringView what)
{
    // urn:oasis:names:tc:opendocument:xmlns:table:1.0
    return xml.namespaceUri().contains(u":xmlns:") && xml.namespaceUri().contains(QString(u':' + what.toString() + u':'));
}

QString withoutZeros(const QString &text)
{
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit() && !(digits.isEmpty() && c == u'0'))
            digits += c;
    }
    return digits;
}

class OdsReader
{
public:
    OdsReader(QXmlStreamReader &xml, TableSink &sink) : m_xml(xml), m_sink(sink) {}
    Result<void> read();

private:
    int repeated(const QXmlStreamAttributes &attributes, const QString &name) const;
    QString attribute(const QXmlStreamAttributes &attributes, const QString &name) const;
    Result<void> readRow();
    void readCell(TableRow &row);
    QString paragraphs();
    QString paragraph();
    TableCell cellOf(const QXmlStreamAttributes &attributes, const QString &shown) const;
    void noteMerged(const QXmlStreamAttributes &attributes, int column);

    QXmlStreamReader &m_xml;
    TableSink &m_sink;
    int m_row = 0; ///< rows before the present one
};

QString OdsReader::attribute(const QXmlStreamAttributes &attributes, const QString &name) const
{
    for (const auto &found : attributes) {
        if (found.name() == name)
            return found.value().toString();
    }
    return {};
}

int OdsReader::repeated(const QXmlStreamAttributes &attributes, const QString &name) const
{
    constexpr int most = 2'000'000; // far above the rows of any sheet; keeps the sums below in their type
    return qBound(1, attribute(attributes, name).toInt(), most);
}

Result<void> OdsReader::read()
{
    int inTable = 0;
    while (!m_xml.atEnd()) {
        m_xml.readNext();
        if (m_xml.isEndElement() && m_xml.name() == u"table" && isIn(m_xml, u"table"))
            --inTable;
        if (!m_xml.isStartElement() || !isIn(m_xml, u"table"))
            continue;
        if (m_xml.name() == u"table" && inTable++ == 0) {
            m_row = 0;
            if (const auto begun = m_sink.beginSheet(attribute(m_xml.attributes(), u"name"_s)); !begun)
                return begun;
        } else if (m_xml.name() == u"table-row" && inTable == 1) {
            if (const auto done = readRow(); !done)
                return done;
        }
    }
    return {};
}

Result<void> OdsReader::readRow()
{
    const int times = repeated(m_xml.attributes(), u"number-rows-repeated"_s);
    TableRow row;
    while (!m_xml.atEnd()) {
        m_xml.readNext();
        if (m_xml.isEndElement() && m_xml.name() == u"table-row")
            break;
        if (m_xml.isStartElement() && (m_xml.name() == u"table-cell" || m_xml.name() == u"covered-table-cell"))
            readCell(row);
        else if (m_xml.isStartElement())
            m_xml.skipCurrentElement();
    }
    while (!row.cells.isEmpty() && row.cells.last() == TableCell{})
        row.cells.removeLast();
    row.number = m_row + 1;
    if (const auto added = row.cells.isEmpty() ? Result<void>() : m_sink.addRow(row, times); !added)
        return added;
    constexpr qint64 farBelowEverySheet = 1'000'000'000;
    m_row = int(qMin(qint64(m_row) + times, farBelowEverySheet));
    return {};
}

void OdsReader::readCell(TableRow &row)
{
    const auto attributes = m_xml.attributes();
    const int times = repeated(attributes, u"number-columns-repeated"_s);
    noteMerged(attributes, int(row.cells.size()));
    const TableCell cell = cellOf(attributes, paragraphs());
    // One column more than the limit is kept, so that the sink says what is left out; a sheet of formats only has thousands of empty ones.
    for (int i = 0; i < times && row.cells.size() <= kMaximumTableColumns; ++i)
        row.cells.append(cell);
}

void OdsReader::noteMerged(const QXmlStreamAttributes &attributes, int column)
{
    const int columns = repeated(attributes, u"number-columns-spanned"_s);
    const int rows = repeated(attributes, u"number-rows-spanned"_s);
    if (columns > 1 || rows > 1)
        m_sink.addMerged(columnName(column) + QString::number(m_row + 1) + u':' + columnName(column + columns - 1) +
                         QString::number(m_row + rows));
}

/// The paragraphs of the cell, without comments and drawings. The reader stands on the start of the cell.
QString OdsReader::paragraphs()
{
    QStringList lines;
    while (!m_xml.atEnd()) {
        m_xml.readNext();
        if (m_xml.isEndElement())
            break;
        if (m_xml.isStartElement() && m_xml.name() == u"p" && isIn(m_xml, u"text"))
            lines.append(paragraph());
        else if (m_xml.isStartElement())
            m_xml.skipCurrentElement();
    }
    return lines.join(u'\n');
}

QString OdsReader::paragraph()
{
    QString text;
    for (int depth = 1; depth > 0 && !m_xml.atEnd();) {
        m_xml.readNext();
        if (m_xml.isEndElement())
            --depth;
        else if (m_xml.isCharacters())
            text += m_xml.text();
        if (!m_xml.isStartElement())
            continue;
        if (m_xml.name() == u"annotation") {
            m_xml.skipCurrentElement();
            continue;
        }
        ++depth;
        if (m_xml.name() == u"s")
            text += QString(qMin(repeated(m_xml.attributes(), u"c"_s), 1000), u' ');
        else if (m_xml.name() == u"tab")
            text += u'\t';
        else if (m_xml.name() == u"line-break")
            text += u'\n';
    }
    return text;
}

TableCell OdsReader::cellOf(const QXmlStreamAttributes &attributes, const QString &shown) const
{
    const QString type = attribute(attributes, u"value-type"_s);
    const bool formula = !attribute(attributes, u"formula"_s).isEmpty();
    if (formula && type.isEmpty() && shown.isEmpty())
        return {{}, CellKind::NoResult, true};
    if (type == u"float" || type == u"currency" || type == u"percentage") {
        const QString stored = shownNumber(attribute(attributes, u"value"_s), {});
        // What is shown has the leading zeros and the plus, unless it is rounded.
        return {withoutZeros(shown) == withoutZeros(stored) ? shown : stored, CellKind::Number, formula};
    }
    if (type == u"date" || type == u"time")
        return {attribute(attributes, type + u"-value"_s), CellKind::Date, formula};
    if (type == u"boolean")
        return {attribute(attributes, u"boolean-value"_s) == u"true" ? u"TRUE"_s : u"FALSE"_s, CellKind::Truth, formula};
    if (formula && (shown.startsWith(u'#') || shown.startsWith(u"Err:"_s)))
        return {shown, CellKind::Failure, true};
    const QString value = attribute(attributes, u"string-value"_s);
    return {shown.isEmpty() ? value : shown, CellKind::Text, formula};
}

/// An encrypted file says so in its manifest only.
bool isEncrypted(ZipArchive &archive)
{
    const auto manifest = archive.part(u"META-INF/manifest.xml"_s);
    constexpr qint64 enough = 1024 * 1024;
    return manifest && manifest->read(enough).contains("encryption-data");
}

} // namespace

Result<void> readOds(ZipArchive &archive, TableSink &sink)
{
    if (isEncrypted(archive))
        return tableError(u"The file is protected with a password. Save it without a password and choose it again."_s);
    const auto part = archive.part(u"content.xml"_s);
    if (!part)
        return archive.failure(u"content.xml cannot be opened"_s);
    QXmlStreamReader xml(part.get());
    if (const auto done = OdsReader(xml, sink).read(); !done)
        return done;
    if (xml.hasError())
        return archive.failure(u"content.xml: "_s + xml.errorString());
    if (sink.info.sheets.isEmpty())
        return tableError(u"There is no table in this file. Save the table as .ods or .xlsx and choose that file."_s);
    sink.info.format = u"ods"_s;
    return {};
}

} // namespace PortDesk
