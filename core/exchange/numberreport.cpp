// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/numberreport.h"

#include <QtConcurrentMap>

#include <numeric>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr int kRowsAtOnce = 200;  // one piece of work
constexpr int kPiecesAtOnce = 16; // between two looks at "Cancel"
constexpr int kMaximumNumbers = 1'000'000;

struct ReadRow
{
    NumberReportRow row;
    QStringList e164;
};

/// Reads some rows; runs on any thread.
QList<ReadRow> readPiece(const NumberTable &table, const NumberReading &reading, int first)
{
    QList<int> columns = reading.mapping.columnsOf(TableColumn::Number) + reading.mapping.columnsOf(TableColumn::RangeFirst);
    std::sort(columns.begin(), columns.end());
    QList<ReadRow> read;
    int at = first;
    for (const TableRow &row : table.rows(first, kRowsAtOnce)) {
        const bool filled = std::any_of(columns.cbegin(), columns.cend(), [&](int column) { return row.cell(column) != TableCell{}; });
        for (const int column : std::as_const(columns)) {
            // With several columns of numbers an empty one is no fault, unless all of them are empty.
            if (row.cell(column) == TableCell{} && (filled || column != columns.first()))
                continue;
            const NumberCell cell = readNumberCell(row, reading.mapping, column, reading.country);
            ReadRow made{{at, quint8(column), cell.state, cell.reason, cell.formula, int(cell.parsed.numbers.size()), 0, {}}, {}};
            for (const PhoneNumber &phone : cell.parsed.numbers)
                made.e164.append(phone.e164);
            made.row.e164 = made.e164.value(0);
            read.append(std::move(made));
        }
        ++at;
    }
    return read;
}

/// Finds duplicates in the order of the table and counts.
class Counter
{
public:
    Counter(const NumberTable &table, const NumberReading &reading) : m_table(table), m_reading(reading) {}
    NumberReport report;

    void add(ReadRow &read)
    {
        NumberReportRow &row = read.row;
        if (row.state == RowState::Valid || row.state == RowState::Doubtful)
            lookForDuplicates(read);
        ++report.counts[size_t(row.state)];
        if (row.state == RowState::Valid || row.state == RowState::Doubtful)
            report.numbers += row.count;
        report.rows.append(std::move(row));
    }

private:
    void lookForDuplicates(ReadRow &read)
    {
        int known = 0;
        int earlier = 0; // index + 1
        bool inRequest = false;
        for (const QString &e164 : std::as_const(read.e164)) {
            const int seen = m_seen.value(e164);
            inRequest = inRequest || (!seen && m_reading.inRequest.contains(e164));
            known += seen || m_reading.inRequest.contains(e164);
            if (seen && !earlier)
                earlier = seen;
            if (!seen)
                m_seen.insert(e164, read.row.at + 1);
        }
        if (known == 0)
            return;
        const bool all = known == read.e164.size();
        read.row.state = all ? RowState::Duplicate : RowState::Doubtful;
        read.row.reason = !all ? RowReason::PartDuplicate : inRequest ? RowReason::InRequest : RowReason::InTableBefore;
        read.row.earlierRow = earlier ? m_table.row(earlier - 1).number : 0;
    }

    const NumberTable &m_table;
    const NumberReading &m_reading;
    QHash<QString, int> m_seen; ///< E.164 -> index of its first row + 1
};

QString csvCell(QString text)
{
    if (!text.isEmpty() && QStringView(u"=+-@\t").contains(text.front()))
        text.prepend(u'\''); // spreadsheet programs would calculate it
    return u'"' + text.replace(u'"', u"\"\""_s) + u'"';
}

} // namespace

QSet<QString> numbersOfRequest(const Request &request)
{
    QSet<QString> numbers;
    for (const RequestNumber &row : request.numbers) {
        if (row.range.isEmpty()) {
            const PhoneNumber phone = parseNumber(row.number, request.country);
            if (!phone.e164.isEmpty())
                numbers.insert(phone.e164);
            continue;
        }
        const auto range = expandRange(row.range, request.country);
        for (const PhoneNumber &phone : range ? *range : QList<PhoneNumber>())
            numbers.insert(phone.e164);
    }
    return numbers;
}

Result<NumberReport> readNumberTable(const NumberTable &table, const NumberReading &reading, const std::function<bool(int, int)> &progress)
{
    if (!reading.mapping.hasNumbers())
        return Error{Error::Code::Invalid, u"No column holds the numbers. Choose \"Phone number\" above the column that does."_s};
    const int first = reading.mapping.headerRow + 1;
    const int total = table.rowCount() - first;
    Counter counter(table, reading);
    for (int start = first; start < table.rowCount(); start += kRowsAtOnce * kPiecesAtOnce) {
        if (progress && !progress(start - first, total))
            return Error{Error::Code::Cancelled, u"Stopped."_s};
        QList<int> pieces;
        for (int at = start; at < table.rowCount() && pieces.size() < kPiecesAtOnce; at += kRowsAtOnce)
            pieces.append(at);
        auto read = QtConcurrent::blockingMapped<QList<QList<ReadRow>>>(pieces, [&](int at) { return readPiece(table, reading, at); });
        for (QList<ReadRow> &piece : read) {
            for (ReadRow &row : piece)
                counter.add(row);
        }
        if (counter.report.numbers > kMaximumNumbers)
            return Error{Error::Code::Invalid, u"The table holds more than 1,000,000 numbers. Divide it into several requests."_s};
    }
    if (progress)
        progress(total, total);
    return counter.report;
}

QByteArray reportAsCsv(const NumberTable &table, const NumberReport &report)
{
    QString text = u"row,cell,text,state,reason,number,count\r\n"_s;
    for (const NumberReportRow &row : report.rows) {
        const TableRow cells = table.row(row.at);
        const QStringList values{QString::number(cells.number),
                                 columnName(row.column) + QString::number(cells.number),
                                 cells.cell(row.column).text,
                                 rowStateKey(row.state),
                                 rowSentence(row),
                                 row.e164,
                                 QString::number(row.count)};
        QStringList quoted;
        for (const QString &value : values)
            quoted.append(csvCell(value));
        text += quoted.join(u',') + u"\r\n"_s;
    }
    return "\xef\xbb\xbf" + text.toUtf8();
}

} // namespace PortDesk
