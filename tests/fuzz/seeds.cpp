// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/workerprotocol.h"

#include <QDir>
#include <QFile>

#include <cstdio>

using namespace PortDesk;
using namespace PortDesk::WorkerProtocol;
using namespace Qt::StringLiterals;

/// Writes one frame of every kind into a folder (tests/data/fuzz/protocol): where the fuzzer starts.
namespace {

bool write(const QDir &folder, const QString &name, const QByteArray &frame)
{
    QFile file(folder.filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(frame.mid(4)) == frame.size() - 4;
}

template<typename Frame, typename Variant, size_t... I> bool writeEmpty(const QDir &folder, const QString &name, std::index_sequence<I...>)
{
    const auto one = [&]<size_t Index>(std::integral_constant<size_t, Index>) {
        Frame frame{};
        frame.id = 1;
        Variant value(std::in_place_index<Index>);
        if constexpr (std::is_same_v<Frame, CommandFrame>)
            frame.command = value;
        else
            frame.answer = value;
        return write(folder, name + u"-%1"_s.arg(Index), encoded(frame));
    };
    return (one(std::integral_constant<size_t, I>()) && ...);
}

QList<Answer> fullAnswers()
{
    const QRectF box(0.1, 0.2, 0.3, 0.05);
    const ReadWord word{u"4711-998877"_s, box, QRectF(59, 168, 178, 42), 0.93F, true};
    Mark mark;
    mark.id = u"0"_s;
    mark.kind = MarkKind::Ink;
    mark.box = box;
    mark.lines = {box};
    mark.strokes = {{QPointF(0.1, 0.1), QPointF(0.2, 0.3)}, {}};
    mark.created = mark.modified = QDateTime(QDate(2026, 11, 23), QTime(10, 0), Qt::UTC);
    PageReading reading{TextSource::Ocr, QSizeF(595, 842), 1, -1.5, {word, word}};
    TableInfo table{u"xlsx"_s, {u"UTF-8"_s, u";"_s}, {{u"Numbers"_s, false, 3, 2, {u"B15:B16"_s}, 1}}, {u"A warning."_s}};
    DocumentInfo info{u"application/pdf"_s, {QSizeF(595, 842), QSizeF(0, 0)}, u"poppler"_s, true, {u"The file contains JavaScript, which is not run."_s}};
    return {Error{Error::Code::Document, u"Damaged."_s, u"detail"_s}, info, QList<Word>{{u"Bill"_s, box, false}}, QByteArray("%PDF-1.7"), table,
            TableRows{0, 1, QByteArray("\0\0\0\1\0\1\0\0\0\0\1a", 12)}, reading, QList<ReadWord>{word}, QList<PageCode>{{u"PD-2001"_s, u"QRCode"_s, box}},
            QList<Mark>{mark, mark}};
}

} // namespace

int main(int argc, char **argv)
{
    const QDir folder(QString::fromLocal8Bit(argc > 1 ? argv[1] : "."));
    bool written = writeEmpty<CommandFrame, Command>(folder, u"command"_s, std::make_index_sequence<std::variant_size_v<Command>>()) &&
                   writeEmpty<AnswerFrame, Answer>(folder, u"answer"_s, std::make_index_sequence<std::variant_size_v<Answer>>());
    for (const Answer &answer : fullAnswers()) {
        written = written && write(folder, u"full-answer-%1"_s.arg(answer.index()), encoded(AnswerFrame{7, 12, answer}));
        if (const auto *marks = std::get_if<QList<Mark>>(&answer))
            written = written && write(folder, u"full-command-marks"_s, encoded(CommandFrame{7, WriteMarks{{"%PDF", u"ab"_s, u"a.pdf"_s}, u"secret"_s, *marks}}));
    }
    if (!written)
        fputs("the seeds could not be written\n", stderr);
    return written ? 0 : 1;
}
