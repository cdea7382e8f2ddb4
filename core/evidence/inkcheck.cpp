// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/inkcheck.h"

#include <QCoreApplication>
#include <QRect>

#include <algorithm>

namespace PortDesk {

namespace {

constexpr int kDark = 150;            ///< grey level; pens of any colour are darker than paper
constexpr double kRuledLine = 0.5;    ///< of the place's width, in one stretch
constexpr double kLeastWidth = 0.05;  ///< of the page
constexpr double kLeastHeight = 0.01;
constexpr double kLeastInk = 0.0015;  ///< of the place
constexpr double kBelowLabel = 0.06;  ///< of the page: where the line does not stand beside the label
constexpr float kReadWord = 0.5f;     ///< handwriting is recognised as words that are less sure

/// The dark pixels of a part of a page.
class InkMap
{
public:
    InkMap(const PageBitmap &page, const QRect &part) : m_part(part), m_dark(qsizetype(part.width()) * part.height())
    {
        for (int y = 0; y < part.height(); ++y) {
            const auto *row = reinterpret_cast<const quint32 *>(page.pixels.get() + qsizetype(part.y() + y) * page.bytesPerLine);
            for (int x = 0; x < part.width(); ++x) {
                const quint32 rgb = row[part.x() + x];
                const int grey = int(((rgb >> 16 & 0xff) * 11 + (rgb >> 8 & 0xff) * 16 + (rgb & 0xff) * 5) / 32);
                m_dark[at(x, y)] = grey < kDark;
            }
        }
    }

    void clear(const QRect &onPage)
    {
        const QRect box = onPage.translated(-m_part.topLeft()).intersected(QRect(QPoint(), m_part.size()));
        for (int y = box.top(); y <= box.bottom(); ++y) {
            for (int x = box.left(); x <= box.right(); ++x)
                m_dark[at(x, y)] = false;
        }
    }

    void clearRuledLines()
    {
        for (int y = 0; y < m_part.height(); ++y) {
            int run = 0, longest = 0;
            for (int x = 0; x < m_part.width(); ++x) {
                run = m_dark[at(x, y)] ? run + 1 : 0;
                longest = std::max(longest, run);
            }
            if (longest > kRuledLine * m_part.width())
                clear(QRect(m_part.x(), m_part.y() + y, m_part.width(), 1));
        }
    }

    int count() const { return int(std::count(m_dark.cbegin(), m_dark.cend(), true)); }

    QRect extent() const
    {
        QRect all;
        for (int y = 0; y < m_part.height(); ++y) {
            for (int x = 0; x < m_part.width(); ++x) {
                if (m_dark[at(x, y)])
                    all = all.united(QRect(x, y, 1, 1));
            }
        }
        return all;
    }

private:
    qsizetype at(int x, int y) const { return qsizetype(y) * m_part.width() + x; }

    QRect m_part;
    QList<bool> m_dark;
};

QRect pixels(const PageBitmap &page, const QRectF &box)
{
    const QRectF at(box.x() * page.width, box.y() * page.height, box.width() * page.width, box.height() * page.height);
    return at.toAlignedRect().intersected(QRect(0, 0, page.width, page.height));
}

} // namespace

QRectF signaturePlace(const QRectF &label)
{
    return QRectF(label.left(), label.top() - 0.06, label.width() + 0.45, label.height() + 0.06 + kBelowLabel).intersected(QRectF(0, 0, 1, 1));
}

bool hasHandwriting(const PageBitmap &page, const QRectF &place, const QList<ReadWord> &words)
{
    const QRect part = page.isNull() ? QRect() : pixels(page, place);
    if (part.isEmpty())
        return false;
    InkMap ink(page, part);
    for (const ReadWord &word : words) {
        if (word.confidence >= kReadWord)
            ink.clear(pixels(page, word.box).adjusted(-2, -2, 2, 2));
    }
    ink.clearRuledLines();
    const QRect extent = ink.extent();
    return ink.count() > kLeastInk * part.width() * part.height() && extent.width() > kLeastWidth * page.width && extent.height() > kLeastHeight * page.height;
}

void takeInk(Evidence &evidence)
{
    evidence.verdict = Verdict::Match;
    evidence.score = 0.6;
    evidence.remark = QCoreApplication::translate("Evidence", "There is ink where the signature belongs.");
}

} // namespace PortDesk
