// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QRect>
#include <QStringList>

#include <memory>

struct Pix;
namespace tesseract {
class TessBaseAPI;
}

namespace PortDesk {

/// Reads words in straight pictures with Tesseract (LSTM, one thread). The engine with its language data is kept between pages; another
/// set of languages is loaded anew.
class Recogniser
{
public:
    /// A word as it was recognised.
    struct Piece
    {
        QString text;
        QRect box;            ///< pixels of the picture
        float confidence = 0; ///< 0..1
        bool endsLine = false;
    };

    Recogniser();
    ~Recogniser();

    /// Words of a whole page in reading order. Errors: Error::Document when it takes longer than kPageMs; Error::Io when no language data
    /// are installed.
    Result<QList<Piece>> page(Pix *picture, double dpi, const QStringList &languages);
    /// Words of one line.
    Result<QList<Piece>> line(Pix *picture, double dpi, const QStringList &languages);

    /// Of those asked for, the ones whose data are installed; English when none is left.
    static QStringList installed(const QStringList &languages);

    /// Milliseconds of processor time this process has used. Limits are counted in them: on a busy machine an honest page takes long by the clock, and is no more
    /// work than ever.
    static qint64 processorMs();

    static constexpr int kPageMs = 20'000; ///< of processor time; how long anybody waits is the client's affair
    static constexpr int kLineMs = 2'000;

private:
    Result<void> prepare(const QStringList &languages);
    Result<QList<Piece>> recognised(Pix *picture, double dpi, int milliseconds);

    std::unique_ptr<tesseract::TessBaseAPI> m_engine;
    QStringList m_languages; ///< of the engine
};

} // namespace PortDesk
