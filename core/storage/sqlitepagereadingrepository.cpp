// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/sqlitepagereadingrepository.h"

#include <QDataStream>
#include <QIODevice>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr quint16 kFormat = 1;           ///< of the packed words; another one is no answer
constexpr quint32 kMostWords = 200'000;  ///< of a page that is believed
constexpr auto kStream = QDataStream::Qt_6_4;
constexpr int kWholeDocument = -1;       ///< in place of a page
const QString kSignatureOptions = u"signatures 1"_s; ///< with the version of what is looked for

QString optionsText(const ReadingOptions &options)
{
    return (options.fromPicture ? u"picture "_s : u"page "_s) + options.languages.join(u'+');
}

QByteArray packed(const PageReading &reading)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(kStream);
    out << kFormat << quint8(reading.source == TextSource::Ocr) << reading.straightSize << qint32(reading.quarterTurns) << reading.skew << quint32(reading.words.size());
    for (const ReadWord &word : reading.words)
        out << word.text << word.box << word.straight << word.confidence << word.spaceAfter;
    return qCompress(bytes, 1);
}

std::optional<PageReading> unpacked(const QByteArray &stored)
{
    const QByteArray bytes = qUncompress(stored);
    QDataStream in(bytes);
    in.setVersion(kStream);
    quint16 format = 0;
    quint8 ocr = 0;
    qint32 turns = 0;
    quint32 count = 0;
    PageReading reading;
    in >> format >> ocr >> reading.straightSize >> turns >> reading.skew >> count;
    if (in.status() != QDataStream::Ok || format != kFormat || count > kMostWords)
        return {};
    reading.source = ocr ? TextSource::Ocr : TextSource::Layer;
    reading.quarterTurns = turns;
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        ReadWord word;
        in >> word.text >> word.box >> word.straight >> word.confidence >> word.spaceAfter;
        reading.words.append(word);
    }
    if (in.status() != QDataStream::Ok || !in.atEnd())
        return {};
    return reading;
}

} // namespace

Result<std::optional<PageReading>> SqlitePageReadingRepository::find(const PageReadingKey &key)
{
    Statement select(m_connection, u"select words from page_reading where sha256 = ? and page = ? and options = ?"_s);
    if (auto done = select.run(key.sha256, key.page, optionsText(key.options)); !done)
        return done.error();
    if (select.next())
        return unpacked(select.bytes(0));
    if (auto failure = select.failure())
        return *failure;
    return std::optional<PageReading>();
}

Result<void> SqlitePageReadingRepository::keep(const PageReadingKey &key, const PageReading &reading)
{
    Statement write(m_connection, u"insert into page_reading (sha256, page, options, words) values (?, ?, ?, ?) "
                                  "on conflict (sha256, page, options) do update set words = excluded.words"_s);
    return write.run(key.sha256, key.page, optionsText(key.options), packed(reading));
}

Result<std::optional<SignatureFindings>> SqlitePageReadingRepository::findSignatures(const QString &sha256)
{
    Statement select(m_connection, u"select words from page_reading where sha256 = ? and page = ? and options = ?"_s);
    if (auto done = select.run(sha256, kWholeDocument, kSignatureOptions); !done)
        return done.error();
    SignatureFindings findings;
    if (select.next() && findingsFromJson(select.bytes(0), findings))
        return std::optional(findings);
    if (auto failure = select.failure())
        return *failure;
    return std::optional<SignatureFindings>();
}

Result<void> SqlitePageReadingRepository::keepSignatures(const QString &sha256, const SignatureFindings &findings)
{
    Statement write(m_connection, u"insert into page_reading (sha256, page, options, words) values (?, ?, ?, ?) "
                                  "on conflict (sha256, page, options) do update set words = excluded.words"_s);
    return write.run(sha256, kWholeDocument, kSignatureOptions, findingsToJson(findings));
}

Result<void> SqlitePageReadingRepository::forget(const QString &sha256)
{
    Statement remove(m_connection, u"delete from page_reading where sha256 = ?"_s);
    return remove.run(sha256);
}

} // namespace PortDesk
