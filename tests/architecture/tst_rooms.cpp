// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

/// Which rooms a room may include; itself is always allowed. A room that is not listed here fails the test.
const QHash<QString, QStringList> &knows()
{
    static const QStringList values{u"core/base"_s, u"core/numbers"_s, u"core/places"_s, u"core/countries"_s, u"core/cases"_s};
    static const QStringList kit{u"ui/theme"_s, u"ui/widgets"_s, u"ui/models"_s, u"ui/delegates"_s};
    static const QStringList front = values + QStringList{u"core/documents"_s, u"core/evidence"_s, u"core/exchange"_s, u"core/messages"_s, u"core/desk"_s};
    static const QStringList allCore = front + QStringList{u"core/storage"_s};
    static const QHash<QString, QStringList> table{
        {u"core/base"_s, {}},
        {u"core/accounts"_s, {u"core/base"_s}},
        {u"core/numbers"_s, {u"core/base"_s}},
        {u"core/places"_s, {u"core/base"_s}},
        {u"core/countries"_s, {u"core/base"_s, u"core/numbers"_s, u"core/places"_s}},
        {u"core/cases"_s, {u"core/base"_s, u"core/numbers"_s, u"core/places"_s, u"core/countries"_s}},
        {u"core/documents"_s, values},
        {u"core/messages"_s, values},
        {u"core/evidence"_s, values + QStringList{u"core/documents"_s}},
        {u"core/exchange"_s, values + QStringList{u"core/documents"_s}},
        {u"core/storage"_s, values + QStringList{u"core/documents"_s, u"core/messages"_s}},
        {u"core/desk"_s, values + QStringList{u"core/documents"_s, u"core/evidence"_s, u"core/exchange"_s, u"core/messages"_s, u"core/storage"_s}},
        {u"ui/theme"_s, {u"core/base"_s}},
        {u"ui/widgets"_s, values + QStringList{u"ui/theme"_s}},
        {u"ui/models"_s, front + QStringList{u"ui/theme"_s, u"ui/widgets"_s}},
        {u"ui/delegates"_s, front + QStringList{u"ui/theme"_s, u"ui/widgets"_s, u"ui/models"_s}},
        {u"ui/viewer"_s, front + kit},
        {u"ui/scan"_s, {u"core/base"_s, u"core/documents"_s, u"ui/theme"_s, u"ui/widgets"_s, u"ui/models"_s}},
        {u"ui/wizard"_s, front + kit + QStringList{u"ui/viewer"_s, u"ui/scan"_s}},
        {u"ui/desk"_s, front + kit + QStringList{u"ui/viewer"_s, u"ui/scan"_s}},
        {u"ui/shell"_s, front + kit + QStringList{u"ui/viewer"_s, u"ui/wizard"_s, u"ui/desk"_s}},
        {u"app/desktop"_s, allCore + kit + QStringList{u"ui/shell"_s}},
        {u"app/cli"_s, allCore},
        {u"app/scanner"_s, {u"core/documents"_s, u"core/base"_s}},
        {u"app/docworker"_s, {u"app/docworker/engine"_s, u"core/documents"_s, u"core/base"_s}},
        {u"app/signer"_s, {u"app/docworker/engine"_s, u"core/documents"_s, u"core/base"_s}},
        {u"app/docworker/engine"_s, values + QStringList{u"core/documents"_s}},
    };
    return table;
}

QString roomOf(const QString &path)
{
    if (path.startsWith("app/docworker/engine/"_L1))
        return u"app/docworker/engine"_s;
    return path.section(u'/', 0, 1);
}

QStringList sources(const QStringList &tops)
{
    QStringList found;
    const QDir root(QStringLiteral(PORTDESK_SOURCE_DIR));
    for (const QString &top : tops) {
        QDirIterator it(root.filePath(top), {u"*.h"_s, u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext())
            found << root.relativeFilePath(it.next());
    }
    found.sort();
    return found;
}

QString read(const QString &relative)
{
    QFile file(QDir(QStringLiteral(PORTDESK_SOURCE_DIR)).filePath(relative));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

/// The house plan as a test: arrows between rooms point down only, and some libraries stay in their room.
class TestRooms : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void arrowsPointDown();
    void librariesStayInTheirRoom_data();
    void librariesStayInTheirRoom();
    void everySourceIsLicensed();
    void filesKeepTheirSize();
    void testsDoNotSleep();
};

void TestRooms::arrowsPointDown()
{
    static const QRegularExpression include(u"^\\s*#\\s*include\\s+\"([^\"]+)\""_s, QRegularExpression::MultilineOption);
    const QStringList files = sources({u"core"_s, u"ui"_s, u"app"_s});
    QVERIFY(files.size() > 20);
    QStringList wrong;
    for (const QString &file : files) {
        const QString room = roomOf(file);
        QVERIFY2(knows().contains(room), qPrintable(u"no such room in the house plan: "_s + room));
        for (auto it = include.globalMatch(read(file)); it.hasNext();) {
            const QString included = it.next().captured(1);
            if (!included.contains(u'/'))
                continue; // generated: x.moc
            const QString target = roomOf(included);
            if (target != room && !knows().value(room).contains(target))
                wrong << u"%1 includes %2"_s.arg(file, included);
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestRooms::librariesStayInTheirRoom_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QStringList>("allowed");
    QTest::newRow("SQL in the storage room") << u"#include <(QSql|sqlite3)"_s << QStringList{u"core/storage/"_s};
    QTest::newRow("Poppler, qpdf and Tesseract in the engine") << u"#include <(poppler|qpdf/|tesseract/|leptonica/|libheif/|zxing|ZXing|tiffio|csv\\.h)"_s << QStringList{u"app/docworker/engine/"_s};
    QTest::newRow("NSS in the engine") << u"#include <(nss|cert|p12|pk11pub|secerr|secitem|secmod)\\.h"_s << QStringList{u"app/docworker/engine/"_s};
    QTest::newRow("scanner drivers in their own program") << u"#include <(libinsane/|sane/)"_s << QStringList{u"app/scanner/"_s};
    QTest::newRow("libarchive reads in the engine and writes our own packages") << u"#include <archive"_s << QStringList{u"app/docworker/engine/"_s, u"core/exchange/zipwriter"_s};
    QTest::newRow("GMime in messages") << u"#include <gmime"_s << QStringList{u"core/messages/"_s};
    QTest::newRow("libphonenumber in numbers") << u"#include <phonenumbers/"_s << QStringList{u"core/numbers/"_s};
    QTest::newRow("ICU in base, and where bytes become text") << u"#include <unicode/"_s << QStringList{u"core/base/"_s, u"app/docworker/engine/textencoding.cpp"_s};
    QTest::newRow("no widgets or pixels in core") << u"#include <(QWidget|QDialog|QApplication|QImage|QPixmap|QPainter|QColor)"_s
                                                  << QStringList{u"ui/"_s, u"app/desktop/"_s, u"app/docworker/"_s, u"app/scanner/"_s};
}

void TestRooms::librariesStayInTheirRoom()
{
    QFETCH(QString, pattern);
    QFETCH(QStringList, allowed);
    const QRegularExpression forbidden(pattern);
    QStringList wrong;
    for (const QString &file : sources({u"core"_s, u"ui"_s, u"app"_s})) {
        const bool home = std::any_of(allowed.cbegin(), allowed.cend(), [&](const QString &room) { return file.startsWith(room); });
        if (!home && forbidden.match(read(file)).hasMatch())
            wrong << file;
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestRooms::everySourceIsLicensed()
{
    QStringList wrong;
    for (const QString &file : sources({u"core"_s, u"ui"_s, u"app"_s, u"tests"_s})) {
        if (!read(file).startsWith("// SPDX-FileCopyrightText:"_L1))
            wrong << file;
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestRooms::filesKeepTheirSize()
{
    QStringList wrong;
    for (const QString &file : sources({u"core"_s, u"ui"_s, u"app"_s, u"tests"_s})) {
        if (read(file).count(u'\n') > 600)
            wrong << file;
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(u"over 600 lines, should be two: "_s + wrong.join(u'\n')));
}

/// A test waits for what it expects, never for a time: a fixed pause is too short on a busy machine and too long on any other.
void TestRooms::testsDoNotSleep()
{
    static const QRegularExpression pause(u"\\b(qWait|qSleep|m?u?sleep|sleep_for|singleShot)\\s*\\("_s);
    const QString self = u"tests/architecture/"_s;
    QStringList wrong;
    for (const QString &file : sources({u"tests"_s})) {
        if (!file.startsWith(self) && pause.match(read(file)).hasMatch())
            wrong << file;
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestRooms)
#include "tst_rooms.moc"
