// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numbers/numberbulk.h"

#include <QMutex>
#include <QSet>
#include <QThreadPool>

#include <algorithm>
#include <atomic>
#include <vector>

namespace PortDesk {

namespace {

constexpr int kBlockLines = 250; ///< some 10 ms of reading: often enough for progress, too long for the threads to be in each other's way

/// Lines of the text that are read in one go.
struct Block {
    QString text;
    int lines = 0;
    ParsedNumbers read;
    bool complete = false;
};

/// Behind the newline that ends the `count`th line from `start` on, or the end of the text.
qsizetype endOfLines(const QString &text, qsizetype start, int count)
{
    for (; count > 0; --count) {
        const qsizetype newline = text.indexOf(u'\n', start);
        if (newline < 0)
            return text.size();
        start = newline + 1;
    }
    return start;
}

std::vector<Block> blocksOf(const QString &text)
{
    std::vector<Block> blocks;
    for (qsizetype start = 0; start < text.size() || blocks.empty();) {
        const qsizetype end = endOfLines(text, start, kBlockLines);
        Block block;
        block.text = text.mid(start, end - start);
        if (end < text.size()) { // the newline between two blocks begins no line of its own
            block.text.chop(1);
            if (block.text.endsWith(u'\r'))
                block.text.chop(1);
        }
        blocks.push_back(std::move(block));
        start = std::max(end, start + 1);
    }
    return blocks;
}

class BulkReader
{
public:
    BulkReader(const QString &text, const QString &country, const std::function<bool(int, int)> &progress)
        : m_country(country), m_progress(progress), m_blocks(blocksOf(text)), m_lines(int(text.count(u'\n')) + 1)
    {
    }

    ParsedNumbers read(int threads)
    {
        const int helpers = int(std::min<size_t>(size_t(std::max(1, threads)), m_blocks.size())) - 1;
        QThreadPool pool; // its own: the program's may be full of other work that waits for us
        pool.setMaxThreadCount(std::max(1, helpers));
        for (int i = 0; i < helpers; ++i)
            pool.start([this] { work(); });
        work();
        pool.waitForDone();
        return merged();
    }

private:
    void work()
    {
        for (size_t i = m_next++; i < m_blocks.size() && !m_cancelled; i = m_next++) {
            Block &block = m_blocks[i];
            block.read = parseNumbers(block.text, m_country, [this, &block](int, int lines) {
                block.lines = lines;
                return !m_cancelled;
            });
            block.complete = !m_cancelled;
            report(block.lines);
        }
    }

    void report(int lines)
    {
        if (!m_progress)
            return;
        const QMutexLocker lock(&m_mutex);
        m_done += lines;
        if (!m_cancelled && !m_progress(std::min(m_done, m_lines), m_lines))
            m_cancelled = true;
    }

    /// One result out of all, as if the lines had been read one behind the other.
    ParsedNumbers merged()
    {
        ParsedNumbers all;
        QSet<QString> seen;
        int firstLine = 0;
        for (Block &block : m_blocks) {
            if (!block.complete)
                break;
            for (PhoneNumber &number : block.read.numbers) {
                number.duplicate = !number.e164.isEmpty() && seen.contains(number.e164);
                seen.insert(number.e164);
                all.numbers.append(std::move(number));
            }
            for (ParsedNumbers::Refused &refused : block.read.refused) {
                refused.line += firstLine;
                all.refused.append(std::move(refused));
            }
            firstLine += block.lines;
        }
        return all;
    }

    const QString m_country;
    const std::function<bool(int, int)> &m_progress;
    std::vector<Block> m_blocks;
    const int m_lines;
    std::atomic<size_t> m_next = 0;
    std::atomic<bool> m_cancelled = false;
    QMutex m_mutex;
    int m_done = 0;
};

} // namespace

ParsedNumbers parseManyNumbers(const QString &text, const QString &country, int threads, const std::function<bool(int, int)> &progress)
{
    return BulkReader(text, country, progress).read(threads);
}

} // namespace PortDesk
