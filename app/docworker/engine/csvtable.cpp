// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/tablefile.h"
#include "app/docworker/engine/textencoding.h"

#include <csv.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr int kLinesLookedAt = 50;

/// How often a separator parts the first lines, quoted text left out.
QList<int> partsPerLine(const QString &text, QChar separator)
{
    QList<int> counts;
    int count = 0;
    bool quoted = false, any = false;
    for (qsizetype i = 0; i < text.size() && counts.size() < kLinesLookedAt; ++i) {
        const QChar c = text.at(i);
        if (c == u'"') {
            quoted = !quoted;
        } else if (!quoted && c == u'\n') {
            if (any)
                counts.append(count);
            count = 0;
            any = false;
            continue;
        } else if (!quoted && c == separator) {
            ++count;
        }
        any = true;
    }
    if (any && counts.size() < kLinesLookedAt)
        counts.append(count);
    return counts;
}

/// The separator most lines agree on; a tab when none parts anything. A decimal comma or the comma of an address stands in fewer lines or
/// unevenly.
QString guessedSeparator(const QString &text)
{
    QString best = u"\t"_s;
    qint64 bestScore = 0;
    for (const QChar candidate : {u'\t', u';', u',', u'|'}) {
        QList<int> counts = partsPerLine(text, candidate);
        std::sort(counts.begin(), counts.end());
        const int middle = counts.value(counts.size() / 2);
        const qint64 agreeing = std::count(counts.cbegin(), counts.cend(), middle);
        const qint64 score = middle > 0 ? agreeing * 1000 + middle : 0;
        if (score > bestScore) {
            bestScore = score;
            best = candidate;
        }
    }
    return best;
}

/// Excel's own first line "sep=;".
QString takenSeparatorLine(QString &text)
{
    const qsizetype end = text.indexOf(u'\n');
    const QString line = text.left(end < 0 ? text.size() : end).trimmed();
    if (line.size() != 5 || !line.startsWith(u"sep="_s, Qt::CaseInsensitive))
        return {};
    text[0] = u'\n'; // the line stays, empty, so that the others keep their numbers
    text.remove(1, end < 0 ? text.size() - 1 : end);
    return line.last(1);
}

enum class Quotes {
    Strict,  ///< as RFC 4180 wants them
    Lenient, ///< 5" pipe
    None,    ///< ordinary characters
};

/// libcsv's answers, as rows.
struct CsvRows
{
    TableSink &sink;
    char separator;
    TableRow row = {};
    int number = 0;
    bool swallowed = false; ///< a cell looks like several lines of the file
    Result<void> state = {};

    static void cell(void *text, size_t length, void *self)
    {
        auto *rows = static_cast<CsvRows *>(self);
        const QByteArrayView bytes(static_cast<const char *>(text), qsizetype(length));
        rows->swallowed = rows->swallowed || (bytes.contains('\n') && bytes.contains(rows->separator));
        if (rows->row.cells.size() <= kMaximumTableColumns)
            rows->row.cells.append({QString::fromUtf8(bytes)});
    }
    static void end(int, void *self)
    {
        auto *rows = static_cast<CsvRows *>(self);
        rows->row.number = ++rows->number;
        if (rows->state)
            rows->state = rows->sink.addRow(std::exchange(rows->row, {}));
    }
};

int isBlank(unsigned char c)
{
    return c == ' ';
}

/// Feeds the text to libcsv. The answer is false when its quotation marks are not as `quotes` wants them.
Result<bool> parse(const QByteArray &utf8, char separator, Quotes quotes, TableSink &sink)
{
    csv_parser parser{};
    if (csv_init(&parser, static_cast<unsigned char>(CSV_REPALL_NL | (quotes == Quotes::Strict ? CSV_STRICT | CSV_STRICT_FINI : 0))) != 0)
        return tableError(u"The table could not be read. Try again."_s, u"csv_init"_s);
    csv_set_delim(&parser, static_cast<unsigned char>(separator));
    csv_set_quote(&parser, quotes == Quotes::None ? '\0' : CSV_QUOTE);
    csv_set_space_func(&parser, isBlank); // a tab is a separator
    CsvRows rows{sink, separator};
    constexpr qsizetype piece = 64 * 1024;
    bool whole = true;
    for (qsizetype done = 0; done < utf8.size() && rows.state && whole; done += piece) {
        const size_t length = size_t(qMin(piece, utf8.size() - done));
        whole = csv_parse(&parser, utf8.constData() + done, length, CsvRows::cell, CsvRows::end, &rows) == length;
    }
    constexpr int withinField = 2; // libcsv's FIELD_BEGUN
    const bool open = parser.quoted && parser.pstate == withinField;
    const bool wrongQuotes =
        open || csv_error(&parser) == CSV_EPARSE || (whole && csv_fini(&parser, CsvRows::cell, CsvRows::end, &rows) != 0);
    csv_free(&parser);
    if (!rows.state)
        return rows.state.error();
    if (!whole && !wrongQuotes)
        return tableError(u"The table could not be read: it needs too much memory. Divide it into several files."_s);
    return !wrongQuotes && !(quotes == Quotes::Lenient && rows.swallowed);
}

/// The first line whose quotation marks are odd or stand within a cell.
int firstOddLine(const QByteArray &utf8)
{
    int line = 0;
    int found = 0;
    for (const QByteArray &text : utf8.split('\n')) {
        ++line;
        if (text.count('"') % 2)
            return line;
        if (!found && text.contains('"'))
            found = line;
    }
    return qMax(found, 1);
}

} // namespace

Result<void> readCsv(const QByteArray &bytes, const TableReading &reading, TableSink &sink)
{
    auto decoded = decodedText(bytes, reading.encoding);
    if (!decoded)
        return decoded.error();
    QString text = std::move(decoded->text);
    text.replace(u"\r\n"_s, u"\n"_s);
    text.replace(u'\r', u'\n');
    const QString said = takenSeparatorLine(text);
    const QString separator = !reading.separator.isEmpty() ? reading.separator.left(1) : !said.isEmpty() ? said : guessedSeparator(text);
    if (separator.front().unicode() >= 0x80 || separator.front().isNull())
        return tableError(u"The separator \"%1\" cannot part columns. Choose comma, semicolon, tab or bar."_s.arg(separator));
    const QByteArray utf8 = text.toUtf8();
    const char part = separator.front().toLatin1();
    for (const Quotes quotes : {Quotes::Strict, Quotes::Lenient, Quotes::None}) {
        sink = TableSink();
        if (const auto begun = sink.beginSheet({}); !begun)
            return begun;
        const auto read = parse(utf8, part, quotes, sink);
        if (!read)
            return read.error();
        if (quotes == Quotes::None)
            sink.warn(u"The quotation marks in line %1 do not match, so quotation marks are read as ordinary characters."_s.arg(
                firstOddLine(utf8)));
        if (*read)
            break;
    }
    if (decoded->unreadable > 0)
        sink.warn(u"%1 characters cannot be read as %2. Choose another encoding if names look wrong."_s.arg(decoded->unreadable)
                      .arg(decoded->encoding));
    sink.info.format = u"csv"_s;
    sink.info.reading = {decoded->encoding, separator};
    return {};
}

} // namespace PortDesk
