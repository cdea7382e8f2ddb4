// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/cellformat.h"
#include "app/docworker/engine/tablefile.h"
#include "app/docworker/engine/ziparchive.h"

#include <QHash>
#include <QRegularExpression>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

// Of all shared strings together: they are kept while the sheets are read.
constexpr qsizetype kMostStrings = 5'000'000;
constexpr qsizetype kMostCharacters = 150'000'000;

/// "_x0007_" stands for a control character (ECMA-376 part 1, 22.9.2.19).
QString unescaped(const QString &text)
{
    if (!text.contains(u"_x"))
        return text;
    static const QRegularExpression escape(u"_x([0-9A-Fa-f]{4})_"_s);
    QString result;
    qsizetype done = 0;
    for (auto it = escape.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        result += QStringView(text).mid(done, match.capturedStart() - done);
        result += QChar(match.captured(1).toUShort(nullptr, 16));
        done = match.capturedEnd();
    }
    result += QStringView(text).mid(done);
    return result;
}

/// The text of a string item: its runs without the phonetic guide. The reader stands on the start of the item.
QString itemText(QXmlStreamReader &xml)
{
    QString text;
    int depth = 1;
    while (depth > 0 && !xml.atEnd()) {
        xml.readNext();
        if (xml.isEndElement()) {
            --depth;
        } else if (xml.isStartElement() && xml.name() == u"t") {
            text += xml.readElementText(QXmlStreamReader::SkipChildElements);
        } else if (xml.isStartElement() && xml.name() == u"rPh") {
            xml.skipCurrentElement();
        } else if (xml.isStartElement()) {
            ++depth;
        }
    }
    return unescaped(text);
}

/// Column and row of "AB12", 0-based and 1-based; false when it is no address.
bool cellAddress(QStringView text, int &column, int &row)
{
    qsizetype i = 0;
    int letters = 0;
    for (; i < text.size() && text[i] >= u'A' && text[i] <= u'Z' && i < 3; ++i)
        letters = letters * 26 + (text[i].unicode() - u'A' + 1);
    bool ok = false;
    const int number = text.mid(i).toInt(&ok);
    if (letters == 0 || !ok || number < 1)
        return false;
    column = letters - 1;
    row = number;
    return true;
}

/// A part named in a relationship of another part.
QString partPath(const QString &folder, const QString &target)
{
    QStringList path = target.startsWith(u'/') ? QStringList() : folder.split(u'/', Qt::SkipEmptyParts);
    for (const QString &step : target.split(u'/', Qt::SkipEmptyParts)) {
        if (step == u"..") {
            if (!path.isEmpty())
                path.removeLast();
        } else if (step != u".") {
            path.append(step);
        }
    }
    return path.join(u'/');
}

class XlsxReader
{
public:
    XlsxReader(ZipArchive &archive, TableSink &sink) : m_archive(archive), m_sink(sink) {}
    Result<void> read();

private:
    struct Relation
    {
        QString type; ///< last word of its name: "worksheet"
        QString path;
    };
    struct SheetEntry
    {
        QString name, path;
        bool hidden = false;
    };
    template<typename Read> Result<void> readPart(const QString &path, Read read);
    Result<QHash<QString, Relation>> relations(const QString &path);
    Result<QString> workbookPath();
    Result<QList<SheetEntry>> sheetEntries();
    Result<void> readSheet(QXmlStreamReader &xml);
    Result<void> readRow(QXmlStreamReader &xml);
    TableCell readCell(QXmlStreamReader &xml) const;
    TableCell cellOf(QStringView type, const QString &stored, int style) const;

    ZipArchive &m_archive;
    TableSink &m_sink;
    XlsxStyles m_styles;
    QStringList m_strings;
    QHash<QString, Relation> m_relations;
    bool m_from1904 = false;
    int m_row = 0;
};

template<typename Read> Result<void> XlsxReader::readPart(const QString &path, Read read)
{
    const auto part = m_archive.part(path);
    if (!part)
        return m_archive.failure(path + u" is missing"_s);
    QXmlStreamReader xml(part.get());
    if (const Result<void> done = read(xml); !done)
        return done.error();
    if (xml.hasError())
        return m_archive.failure(path + u": "_s + xml.errorString());
    return {};
}

Result<QHash<QString, XlsxReader::Relation>> XlsxReader::relations(const QString &path)
{
    const QString folder = path.section(u'/', 0, -2);
    const QString file = (folder.isEmpty() ? QString() : folder + u'/') + u"_rels/"_s + path.section(u'/', -1) + u".rels"_s;
    QHash<QString, Relation> found;
    const Result<void> read = readPart(file, [&](QXmlStreamReader &xml) {
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() != u"Relationship")
                continue;
            const auto a = xml.attributes();
            found.insert(a.value(u"Id"_s).toString(),
                         {a.value(u"Type"_s).toString().section(u'/', -1), partPath(folder, a.value(u"Target"_s).toString())});
        }
        return Result<void>();
    });
    return read ? Result<QHash<QString, Relation>>(found) : read.error();
}

Result<QString> XlsxReader::workbookPath()
{
    const auto found = relations({});
    if (!found)
        return found.error();
    for (const Relation &relation : *found) {
        if (relation.type == u"officeDocument")
            return relation.path;
    }
    return m_archive.failure(u"no officeDocument"_s);
}

Result<QList<XlsxReader::SheetEntry>> XlsxReader::sheetEntries()
{
    const auto workbook = workbookPath();
    if (!workbook)
        return workbook.error();
    const auto found = relations(*workbook);
    if (!found)
        return found.error();
    m_relations = *found;
    QList<SheetEntry> entries;
    bool isWorkbook = false;
    const Result<void> read = readPart(*workbook, [&](QXmlStreamReader &xml) {
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            const auto a = xml.attributes();
            isWorkbook = isWorkbook || xml.name() == u"workbook";
            if (xml.name() == u"workbookPr")
                m_from1904 = a.value(u"date1904"_s) == u"1" || a.value(u"date1904"_s) == u"true";
            if (xml.name() != u"sheet")
                continue;
            QString id;
            for (const auto &attribute : a) { // of two namespaces, the transitional and the strict one
                if (attribute.name() == u"id" && !attribute.prefix().isEmpty())
                    id = attribute.value().toString();
            }
            const Relation relation = m_relations.value(id);
            if (relation.type == u"worksheet")
                entries.append(
                    {a.value(u"name"_s).toString(), relation.path, a.hasAttribute(u"state"_s) && a.value(u"state"_s) != u"visible"});
        }
        return Result<void>();
    });
    if (!read)
        return read.error();
    if (!isWorkbook || entries.isEmpty())
        return tableError(u"There is no table in this file. Save the table as .xlsx and choose that file."_s);
    return entries;
}

Result<void> XlsxReader::read()
{
    const auto entries = sheetEntries();
    if (!entries)
        return entries.error();
    for (const Relation &relation : std::as_const(m_relations)) {
        Result<void> done;
        if (relation.type == u"styles" && m_archive.contains(relation.path))
            done = readPart(relation.path, [&](QXmlStreamReader &xml) {
                m_styles.read(xml);
                return Result<void>();
            });
        if (relation.type == u"sharedStrings" && m_archive.contains(relation.path))
            done = readPart(relation.path, [&, characters = qsizetype(0)](QXmlStreamReader &xml) mutable {
                while (!xml.atEnd()) {
                    if (xml.readNext() != QXmlStreamReader::StartElement || xml.name() != u"si")
                        continue;
                    m_strings.append(itemText(xml).left(kMaximumCellText + 1)); // one more, so that the sink says that it is left out
                    characters += m_strings.last().size();
                    if (m_strings.size() > kMostStrings || characters > kMostCharacters)
                        return Result<void>(tableError(u"The table holds more text than can be read at once. Save only the columns with the numbers and addresses."_s));
                }
                return Result<void>();
            });
        if (!done)
            return done;
    }
    for (const SheetEntry &entry : *entries) {
        if (const auto begun = m_sink.beginSheet(entry.name, entry.hidden); !begun)
            return begun;
        if (const auto done = readPart(entry.path, [&](QXmlStreamReader &xml) { return readSheet(xml); }); !done)
            return done;
    }
    m_sink.info.format = u"xlsx"_s;
    return {};
}

Result<void> XlsxReader::readSheet(QXmlStreamReader &xml)
{
    m_row = 0;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"row") {
            if (const auto done = readRow(xml); !done)
                return done;
        } else if (xml.name() == u"mergeCell") {
            m_sink.addMerged(xml.attributes().value(u"ref"_s).left(40).toString());
        }
    }
    return {};
}

Result<void> XlsxReader::readRow(QXmlStreamReader &xml)
{
    bool numbered = false;
    const int number = xml.attributes().value(u"r"_s).toInt(&numbered);
    m_row = numbered && number > 0 ? number : m_row + 1;
    TableRow row;
    row.number = m_row;
    int next = 0; // column of a cell that does not say its own
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isEndElement() && xml.name() == u"row")
            break;
        if (!xml.isStartElement() || xml.name() != u"c")
            continue;
        int column = next;
        int said = 0;
        cellAddress(xml.attributes().value(u"r"_s), column, said);
        next = column + 1;
        // One column more than the limit is kept, so that the sink says what is left out.
        if (column > kMaximumTableColumns)
            column = kMaximumTableColumns;
        if (row.cells.size() <= column)
            row.cells.resize(column + 1);
        row.cells[column] = readCell(xml);
    }
    return m_sink.addRow(std::move(row));
}

TableCell XlsxReader::readCell(QXmlStreamReader &xml) const
{
    const QString type = xml.attributes().value(u"t"_s).toString();
    const int style = xml.attributes().value(u"s"_s).toInt();
    QString stored;
    QString inlined;
    bool formula = false, valued = false;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isEndElement() && xml.name() == u"c")
            break;
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"f") {
            formula = true;
            xml.skipCurrentElement();
        } else if (xml.name() == u"v") {
            valued = true;
            stored = xml.readElementText(QXmlStreamReader::SkipChildElements);
        } else if (xml.name() == u"is") {
            inlined = itemText(xml);
        } else {
            xml.skipCurrentElement();
        }
    }
    TableCell cell = type == u"inlineStr" ? TableCell{inlined} : cellOf(type, stored, style);
    if (formula && (!valued || (stored.isEmpty() && type != u"str")))
        cell = {{}, CellKind::NoResult};
    cell.formula = formula;
    return cell;
}

TableCell XlsxReader::cellOf(QStringView type, const QString &stored, int style) const
{
    if (stored.isEmpty())
        return {};
    if (type == u"s")
        return {m_strings.value(stored.toInt())};
    if (type == u"str")
        return {unescaped(stored)};
    if (type == u"b")
        return {stored == u"1" || stored == u"true" ? u"TRUE"_s : u"FALSE"_s, CellKind::Truth};
    if (type == u"e")
        return {stored, CellKind::Failure};
    if (type == u"d")
        return {stored, CellKind::Date};
    const NumberFormat format = m_styles.format(style);
    return format.date ? TableCell{shownDate(stored, m_from1904), CellKind::Date}
                       : TableCell{shownNumber(stored, format), CellKind::Number};
}

} // namespace

Result<void> readXlsx(ZipArchive &archive, TableSink &sink)
{
    return XlsxReader(archive, sink).read();
}

} // namespace PortDesk
