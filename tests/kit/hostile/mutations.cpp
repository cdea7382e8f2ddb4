// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/hostile/mutations.h"

#include <QList>

#include <random>

namespace PortDesk::HostileFiles {

namespace {

/// std::mt19937 is the same everywhere, the standard's distributions are not.
class Dice
{
public:
    explicit Dice(quint32 seed) : m_numbers(seed) {}
    qsizetype below(qsizetype end) { return end <= 0 ? 0 : qsizetype(m_numbers() % quint64(end)); }

private:
    std::mt19937 m_numbers;
};

void change(QByteArray &bytes, Dice &dice)
{
    static const QList<QByteArray> telling{"-1", "0", "4294967295", "2147483648", "99999999999999999999", "1e400", "null", "<<", "[[[[", "R", "endobj",
                                           QByteArray(4, '\xff'), QByteArray(8, '\0'), "\x80"};
    const qsizetype at = dice.below(bytes.size());
    const qsizetype length = 1 + dice.below(qMin<qsizetype>(64, bytes.size() - at));
    switch (dice.below(6)) {
    case 0:
        bytes[at] = char(bytes[at] ^ (1 << dice.below(8)));
        break;
    case 1:
        bytes[at] = char(dice.below(256));
        break;
    case 2:
        bytes.remove(at, length);
        break;
    case 3:
        bytes.insert(dice.below(bytes.size()), bytes.mid(at, length));
        break;
    case 4:
        bytes.replace(at, length, telling.at(dice.below(telling.size())));
        break;
    default:
        for (qsizetype i = at; i < at + length; ++i)
            bytes[i] = char(dice.below(256));
    }
}

} // namespace

QByteArray mutated(const QByteArray &bytes, quint32 seed)
{
    Dice dice(seed);
    QByteArray changed = bytes;
    for (qsizetype i = 1 + dice.below(12); i > 0 && !changed.isEmpty(); --i)
        change(changed, dice);
    return changed;
}

} // namespace PortDesk::HostileFiles
