// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/numberrows.h"

#include "core/numbers/numberbulk.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QStringDecoder>
#include <QThread>
#include <QtConcurrentRun>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLargestFile = 10 * 1024 * 1024;

} // namespace

QFuture<ParsedNumbers> parseNumbersInBackground(const QString &text, const QString &country)
{
    return QtConcurrent::run([text, country](QPromise<ParsedNumbers> &promise) {
        promise.setProgressRange(0, int(text.count(u'\n')) + 1);
        ParsedNumbers parsed = parseManyNumbers(text, country, QThread::idealThreadCount(), [&promise](int done, int) {
            promise.setProgressValue(done);
            return !promise.isCanceled();
        });
        promise.addResult(std::move(parsed));
    });
}

Result<QString> readNumbersFile(const QString &path)
{
    const QString name = QFileInfo(path).fileName();
    const auto refuse = [&name](const QString &sentence) { return Error{Error::Code::Invalid, sentence.arg(name)}; };
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{Error::Code::Io, QCoreApplication::translate("NumbersPage", "%1 cannot be opened: %2. Choose another file.").arg(name, file.errorString())};
    if (file.size() > kLargestFile)
        return refuse(QCoreApplication::translate("NumbersPage", "%1 is larger than 10 MB, too large for a list of numbers. Divide it into several files."));
    const QByteArray bytes = file.readAll();
    const auto marked = QStringConverter::encodingForData(bytes);
    if (!marked && bytes.contains('\0'))
        return refuse(QCoreApplication::translate("NumbersPage", "%1 is not a text file. Save the spreadsheet as CSV and import that, or copy its cells and paste them here."));
    QStringDecoder decoder(marked.value_or(QStringConverter::Utf8));
    const QString text = decoder(bytes);
    return decoder.hasError() ? QString::fromLatin1(bytes) : text;
}

} // namespace PortDesk
