// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/docworker.h"

#include <QFile>
#include <QImage>
#include <QTest>

#include <optional>

/// What the tests of the document worker share: samples, a client of the freshly built worker, and waiting for its answers.
namespace PortDesk::DocWorkerKit {

inline DocumentBytes sample(const QString &name)
{
    QFile file(QStringLiteral(PORTDESK_SAMPLES_DIR "/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("sample missing: %s", qPrintable(name));
    return documentBytes(file.readAll(), name);
}

inline DocWorkerOptions options()
{
    DocWorkerOptions made;
    made.program = QStringLiteral(PORTDESK_BIN_DIR "/portdesk-docworker");
    return made;
}

/// Waits for the answer with a running event loop, as a program does.
template<typename T> Result<T> answerOf(QFuture<Result<T>> future)
{
    const bool finished = QTest::qWaitFor([&] { return future.isFinished(); }, 60'000);
    if (!finished || future.resultCount() == 0)
        return Error{Error::Code::Internal, QStringLiteral("no answer")};
    return future.result();
}

/// "" or what went wrong, for QVERIFY2.
template<typename T> QByteArray problemOf(const Result<T> &result)
{
    return result.ok() ? QByteArray() : (result.error().message + QStringLiteral(" / ") + result.error().detail).toUtf8();
}

inline QImage imageOf(const PageBitmap &bitmap)
{
    // copied: the picture may outlive the answer
    return QImage(bitmap.pixels.get(), bitmap.width, bitmap.height, bitmap.bytesPerLine, QImage::Format_RGB32).copy();
}

inline double darkShare(const QImage &image)
{
    qint64 dark = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            dark += qGray(image.pixel(x, y)) < 128;
    }
    return double(dark) / (double(image.width()) * image.height());
}

inline QString textOf(const QList<Word> &words)
{
    QString text;
    for (const Word &word : words)
        text += word.text + (word.spaceAfter ? QStringLiteral(" ") : QStringLiteral("\n"));
    return text;
}

inline QRect boxOn(const QImage &image, const QRectF &box)
{
    return QRectF(box.x() * image.width(), box.y() * image.height(), box.width() * image.width(), box.height() * image.height())
        .toAlignedRect();
}

inline std::optional<Word> wordWith(const QList<Word> &words, const QString &part)
{
    for (const Word &word : words) {
        if (word.text.contains(part))
            return word;
    }
    return {};
}

} // namespace PortDesk::DocWorkerKit
