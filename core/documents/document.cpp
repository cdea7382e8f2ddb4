// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/document.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QtEndian>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr qsizetype kPdfHeaderWithin = 1024; // readers accept rubbish before "%PDF-"

Error intakeError(Error::Code code, const QString &message, const QString &problem)
{
    return {code, message, problem};
}

Error unreadable(const QString &name)
{
    return intakeError(
        Error::Code::Io,
        u"The file \"%1\" could not be read. Check that it is still there and that you may open it, then choose it again."_s.arg(name),
        u"document.unreadable"_s);
}

Error isFolder(const QString &name)
{
    return intakeError(Error::Code::Invalid, u"\"%1\" is a folder. Open it and choose the documents in it."_s.arg(name), u"document.unreadable"_s);
}

Error tooLarge(const QString &name, qint64 bytes, qint64 limit)
{
    const QLocale locale;
    return intakeError(
        Error::Code::Invalid,
        u"The file \"%1\" has %2; at most %3 are accepted. Save it smaller, for example as a scan with 200 dpi in grey."_s.arg(
            name, locale.formattedDataSize(bytes), locale.formattedDataSize(limit)),
        u"document.too-large"_s);
}

/// Pictures in the box format of HEIF say by their brands how they are coded: the first box names the main one, a version, then all others. Videos begin with the same box.
QString heifType(const QByteArray &bytes)
{
    constexpr qsizetype longest = 256;
    if (bytes.size() < 16 || bytes.mid(4, 4) != "ftyp")
        return {};
    const qsizetype end = std::min<qsizetype>({qsizetype(qFromBigEndian<quint32>(bytes.constData())), bytes.size(), longest});
    QString type;
    for (qsizetype at = 8; at + 4 <= end; at += at == 8 ? 8 : 4) {
        const QByteArray brand = bytes.mid(at, 4);
        if (brand == "avif" || brand == "avis")
            return u"image/avif"_s;
        static const QList<QByteArray> coded{"heic", "heix", "heim", "heis", "hevc", "hevx"};
        if (coded.contains(brand) || (at == 8 && (brand == "mif1" || brand == "msf1")))
            type = u"image/heic"_s;
    }
    return type;
}

} // namespace

DocumentBytes documentBytes(const QByteArray &bytes, const QString &fileName)
{
    return {bytes, QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()), fileName};
}

QString sniffedType(const QByteArray &bytes)
{
    if (QByteArrayView(bytes).first(qMin(bytes.size(), kPdfHeaderWithin)).indexOf("%PDF-") >= 0)
        return u"application/pdf"_s;
    if (bytes.startsWith("\xff\xd8\xff"))
        return u"image/jpeg"_s;
    if (bytes.startsWith("\x89PNG\r\n\x1a\n"))
        return u"image/png"_s;
    if (bytes.startsWith(QByteArrayView("II*\0", 4)) || bytes.startsWith(QByteArrayView("MM\0*", 4)))
        return u"image/tiff"_s;
    return heifType(bytes);
}

Result<DocumentBytes> readForIntake(const QString &path, const IntakeLimits &limits)
{
    const QFileInfo info(path);
    if (info.isDir())
        return isFolder(QDir(QDir::cleanPath(path)).dirName());
    QFile file(path);
    if (!info.isFile() || !file.open(QIODevice::ReadOnly))
        return unreadable(info.fileName());
    if (file.size() > limits.maximumBytes)
        return tooLarge(info.fileName(), file.size(), limits.maximumBytes);
    const QByteArray bytes = file.read(limits.maximumBytes + 1); // +1: a file that grew in between is still caught
    if (file.error() != QFileDevice::NoError)
        return unreadable(info.fileName());
    return checkForIntake(bytes, info.fileName(), limits);
}

Result<DocumentBytes> checkForIntake(const QByteArray &bytes, const QString &fileName, const IntakeLimits &limits)
{
    if (bytes.isEmpty())
        return intakeError(Error::Code::Invalid, u"The file \"%1\" is empty. Choose another file or ask for it again."_s.arg(fileName),
                           u"document.unreadable"_s);
    if (bytes.size() > limits.maximumBytes)
        return tooLarge(fileName, bytes.size(), limits.maximumBytes);
    if (sniffedType(bytes).isEmpty())
        return intakeError(
            Error::Code::Invalid,
            u"The file \"%1\" is not a PDF, JPEG, PNG, TIFF or HEIC. Save or print it as a PDF and choose that file."_s.arg(fileName),
            u"document.type-not-accepted"_s);
    return documentBytes(bytes, fileName);
}

} // namespace PortDesk
