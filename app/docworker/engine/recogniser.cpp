// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/recogniser.h"

#include <QFile>
#include <QRegularExpression>

#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>
#include <tesseract/ocrclass.h>
#include <tesseract/resultiterator.h>

#include <ctime>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr int kMostLanguages = 6; // each costs memory and a part of the time; a page has seldom more than two

/// Where Tesseract's language data lie: as its own variable says, else where Debian puts them.
QString dataFolder()
{
    QStringList places{u"/usr/share/tesseract-ocr/5/tessdata"_s, u"/usr/share/tesseract-ocr/4.00/tessdata"_s, u"/usr/share/tessdata"_s};
    if (const QString set = qEnvironmentVariable("TESSDATA_PREFIX"); !set.isEmpty())
        places.prepend(set);
    for (const QString &place : std::as_const(places)) {
        if (QFile::exists(place + u"/eng.traineddata"_s))
            return place;
    }
    return {};
}

/// The processor time at which recognition gives up; told by the recogniser's own question between two words.
struct Deadline {
    qint64 end = 0;
    bool passed = false;

    static bool ask(void *deadline, int)
    {
        auto *self = static_cast<Deadline *>(deadline);
        self->passed = self->passed || Recogniser::processorMs() > self->end;
        return self->passed;
    }
};

QString wordText(const tesseract::ResultIterator &at)
{
    const std::unique_ptr<char[]> text(at.GetUTF8Text(tesseract::RIL_WORD));
    return QString::fromUtf8(text.get()).trimmed();
}

QList<Recogniser::Piece> piecesOf(tesseract::ResultIterator &at)
{
    QList<Recogniser::Piece> pieces;
    do {
        const QString text = wordText(at);
        int left = 0;
        int top = 0;
        int right = 0;
        int bottom = 0;
        if (text.isEmpty() || !at.BoundingBox(tesseract::RIL_WORD, &left, &top, &right, &bottom))
            continue;
        pieces.append({text, QRect(QPoint(left, top), QSize(right - left, bottom - top)),
                       qBound(0.0F, at.Confidence(tesseract::RIL_WORD) / 100, 1.0F),
                       at.IsAtFinalElement(tesseract::RIL_TEXTLINE, tesseract::RIL_WORD)});
    } while (at.Next(tesseract::RIL_WORD));
    return pieces;
}

} // namespace

qint64 Recogniser::processorMs()
{
    return qint64(std::clock()) * 1000 / CLOCKS_PER_SEC;
}

Recogniser::Recogniser() = default;
Recogniser::~Recogniser() = default;

QStringList Recogniser::installed(const QStringList &languages)
{
    static const QRegularExpression name(u"^[A-Za-z]{3}(_[A-Za-z]{2,8}){0,2}$"_s); // also keeps the path in its folder
    const QString folder = dataFolder();
    QStringList found;
    for (const QString &language : languages) {
        const bool known = name.match(language).hasMatch() && QFile::exists(folder + u'/' + language + u".traineddata"_s);
        if (known && !found.contains(language) && found.size() < kMostLanguages)
            found.append(language);
    }
    return found.isEmpty() ? QStringList{u"eng"_s} : found;
}

Result<void> Recogniser::prepare(const QStringList &asked)
{
    const QStringList languages = installed(asked);
    if (m_engine && m_languages == languages)
        return {};
    m_engine = std::make_unique<tesseract::TessBaseAPI>();
    m_languages = languages;
    const QByteArray folder = dataFolder().toUtf8();
    if (!folder.isEmpty() && m_engine->Init(folder.constData(), languages.join(u'+').toLatin1().constData(), tesseract::OEM_LSTM_ONLY) == 0)
        return {};
    m_engine.reset();
    return Error{Error::Code::Io, u"Pictures cannot be read: no language data are installed. Install the package tesseract-ocr-eng."_s,
                 u"tessdata: "_s + QString::fromUtf8(folder)};
}

Result<QList<Recogniser::Piece>> Recogniser::recognised(Pix *picture, double dpi, int milliseconds)
{
    m_engine->SetImage(picture);
    m_engine->SetSourceResolution(qBound(70, qRound(dpi), 2400));
    Deadline deadline{processorMs() + milliseconds};
    tesseract::ETEXT_DESC monitor;
    monitor.cancel = Deadline::ask;
    monitor.cancel_this = &deadline;
    const bool failed = m_engine->Recognize(&monitor) != 0;
    const bool late = deadline.passed;
    QList<Piece> pieces;
    if (!failed && !late) {
        const std::unique_ptr<tesseract::ResultIterator> at(m_engine->GetIterator());
        if (at)
            pieces = piecesOf(*at);
    }
    m_engine->Clear();
    if (failed || late)
        return Error{Error::Code::Document,
                     u"The page could not be read in reasonable time. Ask for a clearer copy, or check it by eye."_s,
                     late ? u"recognition: out of time"_s : u"recognition failed"_s};
    return pieces;
}

Result<QList<Recogniser::Piece>> Recogniser::page(Pix *picture, double dpi, const QStringList &languages)
{
    if (const auto ready = prepare(languages); !ready)
        return ready.error();
    m_engine->SetPageSegMode(tesseract::PSM_AUTO);
    return recognised(picture, dpi, kPageMs);
}

Result<QList<Recogniser::Piece>> Recogniser::line(Pix *picture, double dpi, const QStringList &languages)
{
    if (const auto ready = prepare(languages); !ready)
        return ready.error();
    m_engine->SetPageSegMode(tesseract::PSM_SINGLE_LINE);
    return recognised(picture, dpi, kLineMs);
}

} // namespace PortDesk
