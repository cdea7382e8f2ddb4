// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/reading.h"

namespace PortDesk::Test {

/// A page as a typewriter sets it: one row of words per line, every character 6 pt wide and 11 pt high, 14 pt from line to line. Five blanks make a column.
inline PageReading typedPage(const QStringList &lines, TextSource source = TextSource::Layer, float confidence = 1)
{
    constexpr double width = 6, height = 11, step = 14;
    PageReading page;
    page.source = source;
    page.straightSize = {595, 842};
    for (qsizetype row = 0; row < lines.size(); ++row) {
        const QString &line = lines.at(row);
        for (qsizetype i = 0; i < line.size();) {
            if (line.at(i) == u' ') {
                ++i;
                continue;
            }
            qsizetype end = i;
            while (end < line.size() && line.at(end) != u' ')
                ++end;
            const QRectF straight(40 + double(i) * width, 40 + double(row) * step, double(end - i) * width, height);
            const QRectF box(straight.x() / 595, straight.y() / 842, straight.width() / 595, straight.height() / 842);
            page.words.append({line.mid(i, end - i), box, straight, confidence, true});
            i = end;
        }
    }
    return page;
}

} // namespace PortDesk::Test
