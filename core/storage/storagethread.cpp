// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/storagethread.h"

namespace PortDesk {

StorageThread::StorageThread() : m_host(new QObject)
{
    m_thread.setObjectName(QStringLiteral("storage"));
    m_host->moveToThread(&m_thread);
    m_thread.start();
}

StorageThread::~StorageThread()
{
    // Queued behind every job given so far, so nothing acknowledged or promised is dropped.
    QMetaObject::invokeMethod(m_host, [host = m_host, thread = &m_thread] {
        delete host;
        thread->quit();
    });
    m_thread.wait();
}

void StorageThread::post(std::function<void()> job)
{
    QMetaObject::invokeMethod(m_host, std::move(job), Qt::QueuedConnection);
}

} // namespace PortDesk
