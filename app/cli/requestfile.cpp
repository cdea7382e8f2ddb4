// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/requestfile.h"

#include "app/cli/verb.h"
#include "app/cli/viruscheck.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace PortDesk::Cli {

namespace {

constexpr qint64 kMaximumRequestBytes = 64LL * 1024 * 1024;

Result<QByteArray> readAll(const QString &path)
{
    QFile file(path);
    const bool opened = path == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened)
        return Error{Error::Code::Io, u"%1: %2"_s.arg(path, file.errorString()), {}};
    if (file.size() > kMaximumRequestBytes)
        return Error{Error::Code::Invalid, u"%1: larger than 64 MiB, this is no request"_s.arg(path), {}};
    return file.readAll();
}

/// The file of a document row inside the request's folder, or an error when the path leaves it.
Result<QString> insideFolder(const QDir &folder, const QString &relative)
{
    const QString root = folder.canonicalPath() + u'/';
    const QString path = QFileInfo(folder.filePath(relative)).canonicalFilePath();
    if (QDir::isAbsolutePath(relative) || (!path.isEmpty() && !path.startsWith(root)) || QDir::cleanPath(relative).startsWith(".."_L1))
        return Error{Error::Code::Invalid, u"the path %1 leaves the folder of the request"_s.arg(relative), {}};
    return folder.filePath(relative);
}

DocumentFacts refused(const Error &error)
{
    DocumentFacts facts;
    facts.readable = false;
    facts.problemCode = error.detail.startsWith("document."_L1) ? error.detail : u"document.unreadable"_s;
    facts.problemDetail = error.message;
    return facts;
}

void readDocument(RequestFile &read, int index, const QString &path, DocWorker &worker, const IntakeLimits &limits, VirusCheck *viruses)
{
    auto document = readForIntake(path, limits);
    if (!document) {
        read.facts.insert(index, refused(document.error()));
        return;
    }
    auto info = await(worker.inspect(*document));
    if (!info) {
        read.facts.insert(index, refused(info.error()));
        return;
    }
    if (auto clean = viruses ? viruses->look(*document) : Result<void>(); !clean) {
        read.facts.insert(index, refused(clean.error()));
        return;
    }
    DocumentFacts facts;
    facts.size = document->bytes.size();
    facts.pages = info->pages();
    read.facts.insert(index, facts);
    read.files << SubmittedFile{index, *document, info->mimeType, info->pages()};
}

} // namespace

Result<RequestFile> readRequestFile(const QString &path, DocWorker &worker, const IntakeLimits &limits, VirusCheck *viruses)
{
    auto bytes = readAll(path);
    if (!bytes)
        return bytes.error();
    auto request = requestFromJson(*bytes);
    if (!request)
        return Error{Error::Code::Invalid, u"%1: %2"_s.arg(path, request.error().message), request.error().detail};
    RequestFile read{*request, {}, {}};
    const QDir folder = path == "-"_L1 ? QDir::current() : QFileInfo(path).absoluteDir();
    for (int i = 0; i < request->documents.size(); ++i) {
        const RequestDocument &row = request->documents.at(i);
        if (row.file.isEmpty())
            continue;
        auto file = insideFolder(folder, row.file);
        if (!file)
            return Error{Error::Code::Invalid, u"%1: /documents/%2/file: %3"_s.arg(path).arg(i).arg(file.error().message), {}};
        readDocument(read, i, *file, worker, limits, viruses);
    }
    return read;
}

} // namespace PortDesk::Cli
