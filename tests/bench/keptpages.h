// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desk/evidencereader.h"
#include "tests/kit/papers/samplepapers.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDataStream>
#include <QDir>
#include <QFile>
#include <QFuture>

namespace PortDesk::Bench {

/// A folder of things that take long to make, each under a name that says what it was made from. An empty path keeps nothing.
class Keep
{
public:
    explicit Keep(const QString &folder) : m_folder(folder)
    {
        if (!folder.isEmpty())
            QDir().mkpath(folder);
    }

    template<typename T> bool find(const QByteArray &from, T &value) const
    {
        QFile file(path(from));
        if (m_folder.isEmpty() || !file.open(QIODevice::ReadOnly))
            return false;
        QDataStream in(&file);
        in >> value;
        return in.status() == QDataStream::Ok;
    }

    template<typename T> void keep(const QByteArray &from, const T &value) const
    {
        QFile file(path(from));
        if (m_folder.isEmpty() || !file.open(QIODevice::WriteOnly))
            return;
        QDataStream out(&file);
        out << value;
    }

private:
    QString path(const QByteArray &from) const { return m_folder + u'/' + QString::fromLatin1(QCryptographicHash::hash(from, QCryptographicHash::Sha256).toHex()); }

    QString m_folder;
};

/// Pages whose recognition is kept between two runs, by content, question and engine, so that rules of matching are tried without recognising again.
class KeptPages final : public EvidencePages
{
public:
    KeptPages(EvidencePages &pages, const Keep &keep, const QByteArray &engine) : m_pages(pages), m_keep(keep), m_engine(engine) {}

    QFuture<Result<DocumentInfo>> inspect(const DocumentBytes &) override
    {
        DocumentInfo info;
        info.pageSizes.append(QSizeF(595, 842)); // sample papers have one page
        return QtFuture::makeReadyFuture(Result<DocumentInfo>(info));
    }

    QFuture<Result<PageReading>> read(const DocumentBytes &document, int page, const ReadingOptions &options) override
    {
        const QByteArray from = key("read", document, page) + options.languages.join(u'+').toUtf8() + (options.fromPicture ? "!" : "");
        PageReading reading;
        QByteArray kept;
        if (m_keep.find(from, kept)) {
            QDataStream in(kept);
            qint32 source = 0, turns = 0;
            in >> source >> turns >> reading.straightSize >> reading.skew;
            reading.source = TextSource(source);
            reading.quarterTurns = turns;
            reading.words = wordsOf(in);
            return QtFuture::makeReadyFuture(Result<PageReading>(reading));
        }
        return m_pages.read(document, page, options).then(qApp, [this, from](const Result<PageReading> &read) {
            if (read) {
                QByteArray bytes;
                QDataStream out(&bytes, QIODevice::WriteOnly);
                out << qint32(read->source) << qint32(read->quarterTurns) << read->straightSize << read->skew;
                write(out, read->words);
                m_keep.keep(from, bytes);
            }
            return read;
        });
    }

    QFuture<Result<QList<ReadWord>>> readBoxes(const DocumentBytes &document, int page, const QList<QRectF> &boxes, const QStringList &languages) override
    {
        QByteArray from;
        QDataStream question(&from, QIODevice::WriteOnly);
        question << key("boxes", document, page) << languages << boxes;
        QByteArray kept;
        if (m_keep.find(from, kept)) {
            QDataStream in(kept);
            return QtFuture::makeReadyFuture(Result<QList<ReadWord>>(wordsOf(in)));
        }
        return m_pages.readBoxes(document, page, boxes, languages).then(qApp, [this, from](const Result<QList<ReadWord>> &read) {
            if (read) {
                QByteArray bytes;
                QDataStream out(&bytes, QIODevice::WriteOnly);
                write(out, *read);
                m_keep.keep(from, bytes);
            }
            return read;
        });
    }

    QFuture<Result<PageBitmap>> render(const DocumentBytes &document, int page, double dpi) override { return m_pages.render(document, page, dpi); }

private:
    QByteArray key(const char *what, const DocumentBytes &document, int page) const { return m_engine + what + document.sha256.toLatin1() + QByteArray::number(page); }

    static void write(QDataStream &out, const QList<ReadWord> &words)
    {
        out << quint32(words.size());
        for (const ReadWord &word : words)
            out << word.text << word.box << word.straight << word.confidence << word.spaceAfter;
    }

    static QList<ReadWord> wordsOf(QDataStream &in)
    {
        quint32 count = 0;
        in >> count;
        QList<ReadWord> words;
        for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
            ReadWord word;
            in >> word.text >> word.box >> word.straight >> word.confidence >> word.spaceAfter;
            words.append(word);
        }
        return words;
    }

    EvidencePages &m_pages;
    const Keep &m_keep;
    QByteArray m_engine;
};

/// Scans are kept, too: drawing one with noise takes half a second.
inline DocumentBytes keptScan(const Keep &keep, const Test::SamplePaper &paper, const Test::ScanFlaws &flaws)
{
    QByteArray from("scan 1");
    QDataStream out(&from, QIODevice::Append);
    for (const Test::PrintedLine &line : paper.lines)
        out << line.x << line.y << line.text << line.size << line.bold;
    out << flaws.dpi << flaws.skew << flaws.quarterTurns << flaws.noise << flaws.fax;
    QByteArray bytes;
    if (keep.find(from, bytes))
        return documentBytes(bytes, paper.name);
    const DocumentBytes scan = asScan(paper, flaws);
    keep.keep(from, scan.bytes);
    return scan;
}

} // namespace PortDesk::Bench
