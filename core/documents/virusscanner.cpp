// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/virusscanner.h"

#include <QFileInfo>
#include <QLocalSocket>
#include <QPromise>
#include <QTimer>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr int kTimeoutMs = 20'000;
constexpr qsizetype kChunk = 1 << 18; // below clamd's own limit of a chunk

VirusVerdict notScanned(const QString &reason)
{
    return {VirusVerdict::State::NotScanned, {}, reason};
}

/// "zINSTREAM", chunks of length (big endian) and bytes, and an empty one at the end.
QByteArray streamed(const QByteArray &bytes)
{
    QByteArray command("zINSTREAM\0", 10);
    for (qsizetype at = 0; at <= bytes.size(); at += kChunk) {
        const QByteArray part = bytes.mid(at, kChunk);
        if (part.isEmpty())
            break;
        const quint32 length = qToBigEndian(quint32(part.size()));
        command.append(reinterpret_cast<const char *>(&length), sizeof length).append(part);
    }
    return command.append(QByteArray(4, '\0'));
}

/// One question; lives until it is answered.
class Scan final : public QObject
{
public:
    Scan(const QString &socket, const QByteArray &bytes, QObject *parent) : QObject(parent)
    {
        m_promise.start();
        connect(&m_socket, &QLocalSocket::connected, this, [this, bytes] { m_socket.write(streamed(bytes)); });
        connect(&m_socket, &QLocalSocket::readyRead, this, [this] {
            m_answer += m_socket.readAll();
            if (m_answer.contains('\0'))
                finish(virusVerdict(m_answer));
        });
        // clamd hangs up after an answer; the answer may come with it.
        connect(&m_socket, &QLocalSocket::disconnected, this, [this] { finish(virusVerdict(m_answer + (m_socket.isOpen() ? m_socket.readAll() : QByteArray()))); });
        connect(&m_socket, &QLocalSocket::errorOccurred, this, [this] {
            const QByteArray last = m_answer + (m_socket.isOpen() ? m_socket.readAll() : QByteArray());
            finish(last.isEmpty() ? notScanned(u"The virus scanner does not answer: %1."_s.arg(m_socket.errorString())) : virusVerdict(last));
        });
        QTimer::singleShot(kTimeoutMs, this, [this] { finish(notScanned(u"The virus scanner took too long."_s)); });
        m_socket.connectToServer(socket);
    }

    QFuture<VirusVerdict> future() { return m_promise.future(); }

private:
    void finish(const VirusVerdict &verdict)
    {
        if (m_done)
            return;
        m_done = true;
        m_socket.disconnect(this); // its end must not speak to members that are gone
        m_promise.addResult(verdict);
        m_promise.finish();
        deleteLater();
    }

    QLocalSocket m_socket;
    QByteArray m_answer;
    QPromise<VirusVerdict> m_promise;
    bool m_done = false;
};

} // namespace

VirusVerdict virusVerdict(const QByteArray &answer)
{
    const QString text = QString::fromUtf8(answer).remove(QChar(u'\0')).trimmed();
    if (text == "stream: OK"_L1)
        return {VirusVerdict::State::Clean, {}, {}};
    if (text.startsWith("stream: "_L1) && text.endsWith(" FOUND"_L1))
        return {VirusVerdict::State::Found, text.mid(8).chopped(6), {}};
    if (text.isEmpty())
        return notScanned(u"The virus scanner gave no answer."_s);
    return notScanned(u"The virus scanner could not read it: %1."_s.arg(text));
}

VirusScanner::VirusScanner(const QString &socket, QObject *parent) : QObject(parent), m_socket(socket)
{
    if (m_socket.isEmpty())
        m_socket = qEnvironmentVariable("PORTDESK_CLAMD");
}

QString VirusScanner::socket() const
{
    if (!m_socket.isEmpty())
        return m_socket;
    // Looked for each time: the scanner may be installed while the program runs.
    for (const QString &usual : {u"/run/clamav/clamd.ctl"_s, u"/run/clamd.scan/clamd.sock"_s, u"/var/run/clamav/clamd.sock"_s}) {
        if (QFileInfo::exists(usual))
            return usual;
    }
    return {};
}

QFuture<VirusVerdict> VirusScanner::scan(const QByteArray &bytes)
{
    const QString asked = socket();
    if (asked.isEmpty())
        return QtFuture::makeReadyFuture(notScanned(u"No virus scanner (clamd) runs on this machine."_s));
    return (new Scan(asked, bytes, this))->future();
}

Error VirusScanner::refusal(const QString &fileName, const VirusVerdict &verdict)
{
    return {Error::Code::Document,
            u"The file \"%1\" was refused: the virus scanner found \"%2\" in it. Ask the sender for a clean copy, and do not open this one."_s.arg(fileName, verdict.name),
            u"document.unreadable"_s};
}

} // namespace PortDesk
