// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/docworker/engine/pagesource.h"
#include "app/docworker/engine/recogniser.h"
#include "app/docworker/engine/straightener.h"
#include "core/documents/reading.h"

#include <optional>

namespace PortDesk {

/// Reads the words of pages, from their text layer or from their picture.
class PageReader
{
public:
    /// Decides per page: the text layer when it tells all of the page, else (and always with `fromPicture`) the picture, turned upright and
    /// straight, recognised by Tesseract. `document` names the open document, for what is kept between two calls.
    Result<PageReading> read(PageSource &source, const QString &document, int page, const ReadingOptions &options);
    /// The half of read() that meets the file: the reading when the text layer tells all of the page, else nothing, and the picture is kept ready.
    Result<std::optional<PageReading>> prepareReading(PageSource &source, const QString &document, int page, const ReadingOptions &options);
    /// The half of readBoxes() that meets the file.
    Result<void> prepareBoxes(PageSource &source, const QString &document, int page);
    /// Reads each rectangle (0..1 of the page as displayed) from the picture as one line, whatever the text layer says: what the eye sees
    /// there. One word per rectangle: its texts joined, its lowest confidence; no text and confidence 0 where nothing is to be seen.
    Result<QList<ReadWord>> readBoxes(PageSource &source, const QString &document, int page, const QList<QRectF> &boxes,
                                      const QStringList &languages);

    static constexpr int kMostBoxes = 500;

private:
    struct Prepared
    {
        QString document;
        int page = -1;
        bool level = false; ///< the angle of the lines was taken out, too
        bool wanted = false; ///< the text layer was looked at and does not tell all of the page, or is not asked for
        double dpi = 0;
        QSize given; ///< of the picture as displayed
        StraightPicture straight;
    };
    Result<void> prepare(PageSource &source, const QString &document, int page, bool level);
    QRectF onPage(const QRectF &box) const;
    QRectF onStraight(const QRectF &box) const;
    Result<ReadWord> readBox(const QRectF &box, const QStringList &languages);

    Recogniser m_recogniser;
    Prepared m_prepared; ///< the page read last: its boxes are often asked for next
};

} // namespace PortDesk
