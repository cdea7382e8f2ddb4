// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scanner/scannerserver.h"

#include <QtEndian>

#include <cerrno>
#include <chrono>
#include <optional>
#include <stop_token>
#include <thread>
#include <unistd.h>

namespace PortDesk {

using namespace ScannerProtocol;

namespace {

constexpr int kHungDriver = 4; // exit code
constexpr quint32 kLongestCommand = 64 * 1024;
constexpr int kProgressStep = 2; // percent

/// Ends this program when it still lives after a time: the answer is out, and only a driver is in the way of the next request.
class LetGoLimit
{
public:
    explicit LetGoLimit(int milliseconds)
        : m_thread([this, milliseconds](const std::stop_token &stop) {
              std::unique_lock lock(m_lock);
              if (!m_changed.wait_for(lock, stop, std::chrono::milliseconds(milliseconds), [&stop] { return stop.stop_requested(); }))
                  _exit(kHungDriver);
          })
    {
    }

private:
    std::mutex m_lock;
    std::condition_variable_any m_changed;
    std::jthread m_thread; // last: ends before the others
};

} // namespace

ScannerServer::ScannerServer(int input, int output, int letGoMs) : m_input(input), m_output(output), m_letGoMs(letGoMs) {}

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

bool ScannerServer::serve(const CommandFrame &frame)
{
    if (const auto *scan = std::get_if<Scan>(&frame.command))
        return serveScan(frame.id, *scan);
    const auto *ask = std::get_if<AskAbilities>(&frame.command);
    send(frame.id, ask ? m_scanners.abilities(ask->device) : m_scanners.devices());
    return true;
}

bool ScannerServer::serveScan(quint32 id, const Scan &scan)
{
    Progress last{0, 0};
    const auto progress = [&](int page, int percent) {
        if (page == last.page && percent < last.percent + kProgressStep)
            return;
        last = {page, percent};
        send(id, last);
    };
    bool whole = false;
    std::optional<LetGoLimit> limit;
    m_scanners.scan(scan.device, scan.settings,
                    {progress, [&](const ScannedPage &page) { send(id, page); }, [&] { return m_stopped || m_cancelled == id; },
                     [&](const Answer &answer) {
                         whole = std::holds_alternative<Done>(answer);
                         send(id, answer);
                         limit.emplace(m_letGoMs);
                     }});
    // A scan that ended early has ended threads of the driver in the middle of something: the next one gets a new program.
    return whole;
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
        if (!serve(frame))
            return true;
    }
}

} // namespace PortDesk
