// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/pagetext.h"

#include "core/base/folding.h"

#include <limits>

namespace PortDesk {

namespace {

QString squeezed(const QString &text)
{
    return folded(text).remove(u' ');
}

bool newLine(const Word &before, const Word &after)
{
    return after.box.center().y() > before.box.bottom() || after.box.center().y() < before.box.top();
}

} // namespace

PageText::PageText(const QList<Word> &words) : m_words(words)
{
    for (int i = 0; i < words.size(); ++i) {
        const QString part = squeezed(words.at(i).text);
        m_folded += part;
        m_wordOfChar.append(QList<int>(part.size(), i));
    }
}

int PageText::wordAt(const QPointF &point) const
{
    for (int i = 0; i < m_words.size(); ++i) {
        if (m_words.at(i).box.adjusted(-0.003, -0.002, 0.003, 0.002).contains(point))
            return i;
    }
    return -1;
}

int PageText::nearestWord(const QPointF &point) const
{
    int nearest = -1;
    double best = std::numeric_limits<double>::max();
    for (int i = 0; i < m_words.size(); ++i) {
        const QRectF &box = m_words.at(i).box;
        const double dx = std::max({box.left() - point.x(), 0.0, point.x() - box.right()});
        const double dy = std::max({box.top() - point.y(), 0.0, point.y() - box.bottom()});
        const double distance = dx + 4 * dy; // a line is left later than a word
        if (distance < best) {
            best = distance;
            nearest = i;
        }
    }
    return nearest;
}

QString PageText::gapAfter(int index) const
{
    const Word &word = m_words.at(index);
    const Word &next = m_words.at(index + 1);
    if (newLine(word, next))
        return QStringLiteral("\n");
    // The engine says no space between the cells of a table; a gap of a letter's width is one for people.
    const bool apart = next.box.left() - word.box.right() > 0.2 * word.box.height();
    return word.spaceAfter || apart ? QStringLiteral(" ") : QString();
}

QString PageText::text(int first, int last) const
{
    QString result;
    for (int i = std::max(0, first); i <= last && i < m_words.size(); ++i) {
        result += m_words.at(i).text;
        if (i < last && i + 1 < m_words.size())
            result += gapAfter(i);
    }
    return result;
}

QList<QRectF> PageText::lineBoxes(int first, int last) const
{
    QList<QRectF> lines;
    for (int i = std::max(0, first); i <= last && i < m_words.size(); ++i) {
        const QRectF &box = m_words.at(i).box;
        // Words far apart on a line belong to different columns: they stay boxes of their own.
        const bool goesOn = !lines.isEmpty() && !newLine(m_words.at(i - 1), m_words.at(i)) && box.left() - lines.last().right() < 3 * box.height();
        if (goesOn)
            lines.last() = lines.last().united(box);
        else
            lines.append(box);
    }
    return lines;
}

QList<QPair<int, int>> PageText::find(const QString &query) const
{
    const QString wanted = squeezed(query);
    QList<QPair<int, int>> found;
    if (wanted.isEmpty())
        return found;
    for (qsizetype at = m_folded.indexOf(wanted); at >= 0; at = m_folded.indexOf(wanted, at + wanted.size()))
        found.append({m_wordOfChar.at(at), m_wordOfChar.at(at + wanted.size() - 1)});
    return found;
}

} // namespace PortDesk
