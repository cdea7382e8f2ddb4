// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/docworker/engine/pagereader.h"
#include "app/docworker/engine/tablesink.h"
#include "core/documents/sharedpixels.h"
#include "core/documents/workerprotocol.h"

#include <map>

namespace PortDesk {

/// The worker's side of the protocol: holds the loaded documents and answers one command after the other.
class WorkerServer
{
public:
    WorkerServer(SharedPixels pixels, const WorkerProtection &protection) : m_pixels(std::move(pixels)), m_protection(protection) {}
    virtual ~WorkerServer() = default;

    /// Reads commands from `in` and writes answers to `out` until the end of the input. False on input that is not the protocol.
    bool run(int in, int out);
    /// Answers one command. Never throws.
    virtual WorkerProtocol::Answer answer(const WorkerProtocol::Command &command);

private:
    struct Held
    {
        std::unique_ptr<PageSource> source;
        QString mimeType;
    };

    WorkerProtocol::Answer handle(const WorkerProtocol::Load &command);
    WorkerProtocol::Answer handle(const WorkerProtocol::Unload &command);
    WorkerProtocol::Answer handle(const WorkerProtocol::Inspect &command);
    WorkerProtocol::Answer handle(const WorkerProtocol::Render &command);
    WorkerProtocol::Answer handle(const WorkerProtocol::ReadWords &command);
    WorkerProtocol::Answer handle(const WorkerProtocol::Compose &command);
    WorkerProtocol::Answer handle(const WorkerProtocol::ToPdf &command);
    WorkerProtocol::Answer handle(const WorkerProtocol::LoadTable &command);
    WorkerProtocol::Answer handle(const WorkerProtocol::InspectTable &command);
    WorkerProtocol::Answer handle(const WorkerProtocol::ReadRows &command);
    WorkerProtocol::Answer handle(const WorkerProtocol::ReadPage &command);
    WorkerProtocol::Answer handle(const WorkerProtocol::PreparePage &command);
    WorkerProtocol::Answer handle(const WorkerProtocol::ReadBoxes &command);
    WorkerProtocol::Answer handle(const WorkerProtocol::ReadCodes &command);
    WorkerProtocol::Answer handle(const WorkerProtocol::WriteMarks &command);
    WorkerProtocol::Answer handle(const WorkerProtocol::ReadMarks &command);
    WorkerProtocol::Answer handle(const WorkerProtocol::ExtractPages &command);
    WorkerProtocol::Answer handle(const WorkerProtocol::CutSignature &command);
    WorkerProtocol::Answer handle(const WorkerProtocol::ReadSignatures &command);
    WorkerProtocol::Answer handle(const WorkerProtocol::AskProtection &command);
    WorkerProtocol::Answer handle(const WorkerProtocol::ReadOutline &command);
    WorkerProtocol::Answer handle(const WorkerProtocol::ReadSizes &command);
    Result<PageSource *> pageOf(const QString &id, int page);

    SharedPixels m_pixels;
    WorkerProtection m_protection;
    std::map<QString, Held> m_documents;
    std::map<QString, TableSink> m_tables;
    PageReader m_reader;
};

} // namespace PortDesk
