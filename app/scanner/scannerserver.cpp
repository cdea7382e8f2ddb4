// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scanner/scannerserver.h"

#include <QtEndian>

#include <cerrno>
#include <thread>
#include <unistd.h>

namespace PortDesk {

using namespace ScannerProtocol;

namespace {

constexpr quint32 kLongestCommand = 64 * 1024;
constexpr int kProgressStep = 2; // percent

} // namespace

ScannerServer::ScannerServer(int input, int output) : m_input(input), m_output(output) {}

bool ScannerServer::readExactly(char *bytes, qint64 count) const
{
    while (count > 0) {
        const ssize_t got = ::read(m_input, bytes, size_t(count));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        bytes += got;
        count -= got;
    }
    return true;
}

void ScannerServer::readFrames()
{
    char header[4];
    while (readExactly(header, sizeof header)) {
        const quint32 length = qFromBigEndian<quint32>(header);
        QByteArray payload(qsizetype(qMin(length, kLongestCommand)), Qt::Uninitialized);
        const bool whole = length <= kLongestCommand && readExactly(payload.data(), payload.size());
        const auto frame = whole ? decodedCommand(payload) : std::nullopt;
        const std::lock_guard guard(m_lock);
        if (!frame) {
            m_confused = true;
            break;
        }
        if (std::holds_alternative<Cancel>(frame->command))
            m_cancelled = frame->id;
        else
            m_waiting.push_back(*frame);
        m_changed.notify_one();
    }
    const std::lock_guard guard(m_lock);
    m_closed = true;
    m_stopped = true;
    m_changed.notify_one();
}

void ScannerServer::send(quint32 id, const Answer &answer)
{
    const QByteArray bytes = encoded(AnswerFrame{id, answer});
    for (qsizetype at = 0; at < bytes.size();) {
        const ssize_t written = ::write(m_output, bytes.constData() + at, size_t(bytes.size() - at));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return; // the desk is gone; the reading thread says so too
        at += written;
    }
}

Answer ScannerServer::handle(const CommandFrame &frame)
{
    if (const auto *ask = std::get_if<AskAbilities>(&frame.command))
        return m_scanners.abilities(ask->device);
    const auto *scan = std::get_if<Scan>(&frame.command);
    if (!scan)
        return m_scanners.devices();
    Progress last{0, 0};
    const ScanSink sink{[&](int page, int percent) {
                            if (page == last.page && percent < last.percent + kProgressStep)
                                return;
                            last = {page, percent};
                            send(frame.id, last);
                        },
                        [&](const ScannedPage &page) { send(frame.id, page); }, [&] { return m_stopped || m_cancelled == frame.id; }};
    return m_scanners.scan(scan->device, scan->settings, sink);
}

bool ScannerServer::run()
{
    std::thread([this] { readFrames(); }).detach(); // main() leaves by _exit
    while (true) {
        CommandFrame frame;
        {
            std::unique_lock lock(m_lock);
            m_changed.wait(lock, [this] { return m_closed || !m_waiting.empty(); });
            if (m_closed)
                return !m_confused;
            frame = std::move(m_waiting.front());
            m_waiting.pop_front();
        }
        send(frame.id, handle(frame));
    }
}

} // namespace PortDesk
