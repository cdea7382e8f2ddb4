// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QLocalSocket>
#include <QtEndian>

namespace PortDesk::Test {

/// Speaks clamd's side of INSTREAM on a local socket: takes the stream apart and answers by what it holds.
class FakeClamd final : public QObject
{
public:
    explicit FakeClamd(const QString &path)
    {
        connect(&m_server, &QLocalServer::newConnection, this, [this] {
            QLocalSocket *socket = m_server.nextPendingConnection();
            connect(socket, &QLocalSocket::readyRead, this, [this, socket] { take(socket); });
        });
        listening = m_server.listen(path);
    }

    bool listening = false;
    bool hangsUp = false;     ///< without an answer
    QByteArray bad = "EICAR"; ///< what it finds
    QByteArray received;      ///< the last stream

private:
    void take(QLocalSocket *socket)
    {
        m_raw += socket->readAll();
        if (hangsUp) {
            socket->abort();
            return;
        }
        if (!m_raw.startsWith(QByteArray("zINSTREAM\0", 10)))
            return;
        QByteArray stream;
        for (qsizetype at = 10; at + 4 <= m_raw.size();) {
            const qsizetype length = qFromBigEndian<quint32>(m_raw.constData() + at);
            if (length == 0) {
                received = stream;
                m_raw.clear();
                socket->write(stream.contains(bad) ? QByteArray("stream: Eicar-Test-Signature FOUND\0", 35) : QByteArray("stream: OK\0", 11));
                socket->flush();
                socket->disconnectFromServer();
                return;
            }
            stream += m_raw.mid(at + 4, length);
            at += 4 + length;
        }
    }

    QLocalServer m_server;
    QByteArray m_raw;
};

} // namespace PortDesk::Test
