// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/workerserver.h"

#include "app/docworker/engine/codereader.h"
#include "app/docworker/engine/inkcutter.h"
#include "app/docworker/engine/lettercomposer.h"
#include "app/docworker/engine/markwriter.h"
#include "app/docworker/engine/pdfbinder.h"
#include "app/docworker/engine/pictures.h"
#include "app/docworker/engine/tablefile.h"

#include <cerrno>
#include <cmath>
#include <ctime>
#include <new>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace PortDesk {

using namespace WorkerProtocol;

namespace {

constexpr int kOutOfMemory = 5; // exit code
constexpr int kPagesOfALetter = 20; ///< looked through for words about its signature

bool readFully(int file, char *to, size_t bytes)
{
    while (bytes > 0) {
        const ssize_t got = read(file, to, bytes);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        to += got;
        bytes -= size_t(got);
    }
    return true;
}

bool writeFully(int file, const QByteArray &bytes)
{
    for (qsizetype done = 0; done < bytes.size();) {
        const ssize_t put = write(file, bytes.constData() + done, size_t(bytes.size() - done));
        if (put < 0 && errno != EINTR)
            return false;
        done += qMax<ssize_t>(put, 0);
    }
    return true;
}

quint32 usedCpuMs()
{
    timespec used{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return quint32(used.tv_sec * 1000 + used.tv_nsec / 1'000'000);
}

template<typename T> Answer answered(Result<T> result)
{
    return result ? Answer(std::move(*result)) : Answer(result.error());
}

Error invalid(const QString &message)
{
    return {Error::Code::Invalid, message};
}

} // namespace

bool WorkerServer::run(int in, int out)
{
    char head[4];
    while (readFully(in, head, sizeof head)) {
        const quint32 length = frameLength(head);
        if (length > kMaximumFrame)
            return false;
        QByteArray payload(qsizetype(length), Qt::Uninitialized);
        if (!readFully(in, payload.data(), length))
            return false;
        const auto command = decodedCommand(payload);
        payload.clear();
        if (!command || !writeFully(out, encoded(AnswerFrame{command->id, usedCpuMs(), answer(command->command)})))
            return false;
    }
    return true;
}

Answer WorkerServer::answer(const Command &command)
{
    try {
        return std::visit([this](const auto &alternative) { return handle(alternative); }, command);
    } catch (const std::bad_alloc &) {
        _exit(kOutOfMemory); // what the document has used up is not coming back; the desk starts a new worker
    } catch (const std::exception &error) {
        return Error{Error::Code::Document, u"The document is damaged and cannot be read. Ask for a new copy of the file."_s,
                     QString::fromLocal8Bit(error.what())};
    }
}

Answer WorkerServer::handle(const Load &command)
{
    m_documents.erase(command.id);
    auto source = openDocument(command.bytes, command.password);
    if (!source)
        return source.error();
    m_documents[command.id] = {std::move(*source), sniffedType(command.bytes)};
    return Done{};
}

Answer WorkerServer::handle(const Unload &command)
{
    m_documents.erase(command.id);
    m_tables.erase(command.id);
    return Done{};
}

Answer WorkerServer::handle(const Inspect &command)
{
    const auto held = m_documents.find(command.id);
    if (held == m_documents.end())
        return Error{Error::Code::NotFound, u"The document is not loaded."_s};
    return inspected(*held->second.source, held->second.mimeType);
}

Result<PageSource *> WorkerServer::pageOf(const QString &id, int page)
{
    const auto held = m_documents.find(id);
    if (held == m_documents.end())
        return Error{Error::Code::NotFound, u"The document is not loaded."_s};
    PageSource *source = held->second.source.get();
    if (page < 0 || page >= source->pages())
        return invalid(u"The document has no page %1."_s.arg(page + 1));
    return source;
}

Answer WorkerServer::handle(const Render &command)
{
    const auto source = pageOf(command.id, command.page);
    if (!source)
        return source.error();
    const QSizeF points = (*source)->pageSize(command.page);
    if (!isPageSize(points))
        return Error{Error::Code::Document,
                     u"Page %1 is damaged and cannot be shown. Ask for a new copy of the file."_s.arg(command.page + 1)};
    if (!std::isfinite(command.dpi) || command.dpi <= 0 || command.dpi > 10'000)
        return invalid(u"The scale %1 dpi is not possible."_s.arg(command.dpi));
    const QSize full = pixelSize(points, command.dpi);
    const QRect page(QPoint(), full);
    const QRect tile = command.tile.isEmpty() ? page : command.tile.intersected(page);
    if (tile.isEmpty())
        return invalid(u"The part asked for lies outside of the page."_s);
    if (!isPaintable(tile.size()))
        return invalid(u"The page is too large to be shown at this scale. Zoom out."_s);
    QImage target(m_pixels.data(), tile.width(), tile.height(), qsizetype(tile.width()) * 4, QImage::Format_RGB32);
    if (const auto painted = (*source)->paint(command.page, full, tile, target); !painted)
        return painted.error();
    return Pixels{tile.width(), tile.height(), tile.width() * 4};
}

Answer WorkerServer::handle(const ReadWords &command)
{
    const auto source = pageOf(command.id, command.page);
    if (!source)
        return source.error();
    return (*source)->text(command.page).words;
}

Answer WorkerServer::handle(const ReadPage &command)
{
    const auto source = pageOf(command.id, command.page);
    return source ? answered(m_reader.read(**source, command.id, command.page, command.options)) : source.error();
}

Answer WorkerServer::handle(const PreparePage &command)
{
    const auto source = pageOf(command.id, command.page);
    if (!source)
        return source.error();
    if (command.forBoxes) {
        const auto ready = m_reader.prepareBoxes(**source, command.id, command.page);
        return ready ? Answer(Done{}) : Answer(ready.error());
    }
    const auto layer = m_reader.prepareReading(**source, command.id, command.page, command.options);
    if (!layer)
        return layer.error();
    return *layer ? Answer(**layer) : Answer(Done{});
}

Answer WorkerServer::handle(const ReadBoxes &command)
{
    const auto source = pageOf(command.id, command.page);
    return source ? answered(m_reader.readBoxes(**source, command.id, command.page, command.boxes, command.languages)) : source.error();
}

Answer WorkerServer::handle(const ReadCodes &command)
{
    const auto source = pageOf(command.id, command.page);
    return source ? answered(pageCodes(**source, command.page)) : source.error();
}

Answer WorkerServer::handle(const WriteMarks &command)
{
    return answered(markedPdf(command.document, command.password, command.marks));
}

Answer WorkerServer::handle(const ReadMarks &command)
{
    const auto source = pageOf(command.id, 0);
    if (!source)
        return source.error();
    QList<Mark> marks;
    for (int page = 0; page < (*source)->pages(); ++page)
        marks += (*source)->marks(page);
    for (Mark &mark : marks)
        mark.sha256 = command.id;
    return marks;
}

Answer WorkerServer::handle(const ExtractPages &command)
{
    return answered(extractedPages(command.document, command.password, command.pages));
}

Answer WorkerServer::handle(const CutSignature &command)
{
    return answered(cutSignature(command.bytes, command.darkness));
}

Answer WorkerServer::handle(const ReadSignatures &command)
{
    const auto source = pageOf(command.id, 0);
    if (!source)
        return source.error();
    SignatureFindings findings{(*source)->signatures(), false};
    for (int page = 0; page < std::min((*source)->pages(), kPagesOfALetter) && !findings.saysElectronic; ++page) {
        QString text;
        for (const Word &word : (*source)->text(page).words)
            text += word.text + u' ';
        findings.saysElectronic = saysSignedElectronically(text);
    }
    return findings;
}

Answer WorkerServer::handle(const ReadOutline &command)
{
    const auto source = pageOf(command.id, 0);
    return source ? Answer((*source)->outline()) : source.error();
}

Answer WorkerServer::handle(const ReadSizes &command)
{
    const auto source = pageOf(command.id, 0);
    return source ? Answer(likelyPageSizes(**source)) : source.error();
}

Answer WorkerServer::handle(const LoadTable &command)
{
    m_tables.erase(command.id);
    auto table = readTable(command.bytes, command.reading);
    if (!table)
        return table.error();
    m_tables.insert_or_assign(command.id, std::move(*table));
    return Done{};
}

Answer WorkerServer::handle(const InspectTable &command)
{
    const auto held = m_tables.find(command.id);
    return held == m_tables.end() ? Answer(Error{Error::Code::NotFound, u"The table is not loaded."_s}) : Answer(held->second.info);
}

Answer WorkerServer::handle(const ReadRows &command)
{
    const auto held = m_tables.find(command.id);
    return held == m_tables.end() ? Answer(Error{Error::Code::NotFound, u"The table is not loaded."_s})
                                  : Answer(held->second.rows(command.sheet, command.first, command.count));
}

Answer WorkerServer::handle(const AskProtection &)
{
    return m_protection;
}

Answer WorkerServer::handle(const Compose &command)
{
    return answered(composedLetter(command.letter));
}

Answer WorkerServer::handle(const ToPdf &command)
{
    return answered(boundPdf(command.documents, command.quarterTurns));
}

} // namespace PortDesk
