// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/numberverb.h"

#include "core/exchange/numberreport.h"
#include "core/exchange/tableloader.h"

#include <QEventLoop>
#include <QFileInfo>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace PortDesk::Cli {

namespace {

/// Runs the loader until it has answered: the sheet with most rows of those that have numbers, else the first with rows.
Result<NumberTable> loadedTable(const DocumentBytes &document, const QString &country, TableInfo &info)
{
    TableLoader loader;
    QEventLoop loop;
    Result<NumberTable> best = NumberTable();
    bool bestHasNumbers = false;
    int sheet = 0;
    QObject::connect(&loader, &TableLoader::opened, &loop, [&](const TableInfo &found) {
        info = found;
        loader.readSheet(0);
    });
    QObject::connect(&loader, &TableLoader::loaded, &loop, [&](const NumberTable &table) {
        const bool hasNumbers = table.rowCount() > 0 && guessedMapping(table, country).hasNumbers();
        if (sheet == 0 || (hasNumbers && !bestHasNumbers) || (hasNumbers == bestHasNumbers && table.rowCount() > best->rowCount())) {
            best = table;
            bestHasNumbers = hasNumbers;
        }
        if (++sheet < info.sheets.size())
            loader.readSheet(sheet);
        else
            loop.quit();
    });
    QObject::connect(&loader, &TableLoader::failed, &loop, [&](const Error &error) {
        best = error;
        loop.quit();
    });
    loader.open(document);
    loop.exec();
    return best;
}

/// One line or object for each number of a row, and one for a row without.
void printRow(Session &session, const TableRow &cells, const NumberReportRow &row, const NumberCell &cell, QJsonArray &rows)
{
    const QString place = columnName(row.column) + QString::number(cells.number);
    const QString reason = rowReasonKey(row.reason);
    QList<PhoneNumber> numbers = cell.parsed.numbers;
    if (numbers.isEmpty()) {
        PhoneNumber none;
        none.input = cell.text;
        numbers.append(none);
    }
    for (const PhoneNumber &number : std::as_const(numbers)) {
        QJsonObject object = toJson(number);
        object.insert(u"row"_s, cells.number);
        object.insert(u"cell"_s, place);
        object.insert(u"state"_s, rowStateKey(row.state));
        if (row.state == RowState::Duplicate)
            object.insert(u"duplicate"_s, true);
        if (row.reason != RowReason::None)
            object.insert(u"reason"_s, reason);
        if (const QString sentence = rowSentence(row); !sentence.isEmpty())
            object.insert(u"message"_s, sentence);
        rows << object;
        if (!session.json())
            session.out() << u"%1\t%2\t%3\t%4\n"_s.arg(place, number.e164.isEmpty() ? cell.text : number.e164, rowStateKey(row.state),
                                                       reason.isEmpty() ? u"ok"_s : reason);
    }
}

} // namespace

bool isTableFile(const QString &path)
{
    return QStringList{u"xlsx"_s, u"ods"_s, u"csv"_s, u"tsv"_s}.contains(QFileInfo(path).suffix().toLower());
}

int runNumberTable(Session &session, const QString &path)
{
    const auto document = readTableFile(path, session.limits());
    if (!document)
        return session.fail(document.error());
    NumberReading reading;
    reading.country = session.options().value(u"country"_s).toUpper();
    TableInfo info;
    const auto table = loadedTable(*document, reading.country, info);
    if (!table)
        return session.fail({table.error().code, u"%1: %2"_s.arg(path, table.error().message), table.error().detail});
    reading.mapping = guessedMapping(*table, reading.country);
    if (!reading.mapping.hasNumbers())
        return session.fail(
            {Error::Code::Invalid,
             u"%1: no column holds telephone numbers. Numbers without country code need --country CC; a heading such as \"Phone\" names the column."_s
                 .arg(path),
             {}});
    const auto report = readNumberTable(*table, reading);
    if (!report)
        return session.fail({report.error().code, u"%1: %2"_s.arg(path, report.error().message), {}});
    QJsonArray rows;
    for (const NumberReportRow &row : report->rows) {
        const TableRow cells = table->row(row.at);
        printRow(session, cells, row, readNumberCell(cells, reading.mapping, row.column, reading.country), rows);
    }
    if (session.json())
        session.print(QJsonDocument(rows));
    else
        session.out() << u"%1 read: %2 valid, %3 doubtful, %4 duplicate, %5 refused\n"_s.arg(report->rows.size())
                             .arg(report->count(RowState::Valid))
                             .arg(report->count(RowState::Doubtful))
                             .arg(report->count(RowState::Duplicate))
                             .arg(report->count(RowState::Refused));
    return report->count(RowState::Refused) > 0 ? Problems : Done;
}

} // namespace PortDesk::Cli
