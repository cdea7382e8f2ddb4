// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/tablekit.h"
#include "tests/kit/hostile/hostilefiles.h"
#include "tests/kit/hostile/mutations.h"

#include <QDir>
#include <QRegularExpression>

#include <algorithm>

using namespace PortDesk;
using namespace PortDesk::HostileFiles;
using namespace PortDesk::TableKit;
using namespace Qt::StringLiterals;

/// Files that are to be tables and mean harm, through the real loader and worker: a table within the limits or a sentence, and the next file is read.
class TestHostileTables final : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void survives_data();
    void survives();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void survivesChanges();
};

void TestHostileTables::survives_data()
{
    QTest::addColumn<QByteArray>("bytes");
    for (const HostileFile &file : hostileTables())
        QTest::newRow(file.name.constData()) << file.bytes;
}

/// The worker's own limits of bytes, rows and processor time answer; what no limit foresees stops the worker, which is said, too.
void TestHostileTables::survives()
{
    QFETCH(QByteArray, bytes);
    const Read read = readAll(documentBytes(bytes, u"list.xlsx"_s));
    QVERIFY2(read.error != u"no answer", "no answer");
    QVERIFY2(read.error.isEmpty() || read.error.endsWith(u'.'), qPrintable(read.error));
    QVERIFY(read.table.rowCount() <= 10 && read.table.columnCount() <= kMaximumTableColumns);
    for (int row = 0; row < read.table.rowCount(); ++row) {
        for (const TableCell &cell : read.table.row(row).cells)
            QVERIFY(cell.text.size() <= kMaximumCellText && !cell.text.contains(u"root:")); // no file of this machine came along
    }
    for (QDir folder = QDir::current();; folder.cdUp()) {
        QVERIFY2(folder.entryList({u"*escaped*"_s}).isEmpty(), qPrintable(folder.path()));
        if (folder.isRoot())
            break;
    }
    QVERIFY(QDir::temp().entryList({u"*escaped*"_s}).isEmpty());
}

void TestHostileTables::saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *file, const char *sentence) { QTest::newRow(file) << QString::fromLatin1(file) << QString::fromLatin1(sentence); };
    row("archives in archives in archives", "an archive, not a table");
    row("300,000 entries", "an archive, not a table");
    row("directory cut off", "damaged or incomplete");
    row("directory missing", "damaged or incomplete");
    row("encrypted entries", "protected with a password");
    row("billion laughs", "damaged or incomplete");
    row("one long entity many times", "damaged or incomplete");
    row("ODS, a billion rows repeated", "more than 1,000,000 rows");
    row("a long shared string in a million rows", "more text than can be read at once");
    row("a sheet of 10 GB", "takes too long to read for what it holds|unpacks to more than 512 MB"); // whichever limit a machine comes to first
}

void TestHostileTables::saysWhatIsWrong()
{
    QFETCH(QString, file);
    QFETCH(QString, sentence);
    const QList<HostileFile> all = hostileTables();
    const auto hostile = std::find_if(all.cbegin(), all.cend(), [&file](const HostileFile &one) { return QLatin1StringView(one.name) == file; });
    QVERIFY(hostile != all.cend());
    const Read read = readAll(documentBytes(hostile->bytes, u"list.xlsx"_s));
    QVERIFY2(read.error.contains(QRegularExpression(sentence)), qPrintable(read.error));
}

/// Each file with bytes changed here and there.
void TestHostileTables::survivesChanges()
{
    const DocumentBytes whole = tableFixture(u"cells.xlsx"_s);
    for (quint32 seed = 1; seed <= 25; ++seed) {
        const Read read = readAll(documentBytes(mutated(whole.bytes, seed), u"list.xlsx"_s));
        QVERIFY2(read.error.isEmpty() || read.error.endsWith(u'.'), qPrintable(read.error));
    }
}

QTEST_GUILESS_MAIN(TestHostileTables)
#include "tst_hostiletables.moc"
