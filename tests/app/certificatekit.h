// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStringList>

/// Certificates made while the test runs, by the tools of NSS.
namespace PortDesk::CertificateKit {

inline bool ran(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished(60'000) && process.exitCode() == 0;
}

/// A .p12 file of a certificate that `name` made for themself; `months` from when and for how long it holds. Empty when the tools failed.
inline QByteArray selfSigned(const QDir &folder, const QString &name, const QString &password, int from = 0, int months = 24)
{
    const QString store = folder.filePath(QStringLiteral("maker"));
    const QString noise = folder.filePath(QStringLiteral("noise")), out = folder.filePath(QStringLiteral("made.p12"));
    QFile file(noise);
    if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray("not so random, but long enough for a key of a test: ") + name.toUtf8() + QByteArray(200, 'x')) < 0)
        return {};
    file.close();
    QDir(store).removeRecursively();
    QFile::remove(out);
    QDir().mkpath(store);
    const QString database = QStringLiteral("sql:") + store;
    const bool made = ran(QStringLiteral("certutil"), {QStringLiteral("-N"), QStringLiteral("-d"), database, QStringLiteral("--empty-password")})
        && ran(QStringLiteral("certutil"), {QStringLiteral("-S"), QStringLiteral("-d"), database, QStringLiteral("-n"), QStringLiteral("own"), QStringLiteral("-s"),
                                            QStringLiteral("CN=%1,O=Muster GmbH,C=DE").arg(name), QStringLiteral("-x"), QStringLiteral("-t"), QStringLiteral("u,u,u"), QStringLiteral("-k"),
                                            QStringLiteral("rsa"), QStringLiteral("-g"), QStringLiteral("2048"), QStringLiteral("-z"), noise, QStringLiteral("-w"), QString::number(from),
                                            QStringLiteral("-v"), QString::number(months)})
        && ran(QStringLiteral("pk12util"), {QStringLiteral("-o"), out, QStringLiteral("-n"), QStringLiteral("own"), QStringLiteral("-d"), database, QStringLiteral("-K"), QString(),
                                            QStringLiteral("-W"), password});
    QFile p12(out);
    return made && p12.open(QIODevice::ReadOnly) ? p12.readAll() : QByteArray();
}

/// A certificate under an authority.
struct Issued
{
    QByteArray p12;       ///< of `name`; empty when the tools failed
    QByteArray authority; ///< PEM
};

/// Both made anew in a store of their own, from `from` months on for `months`; the authority holds for ten years around.
inline Issued issued(const QDir &folder, const QString &name, const QString &authority, const QString &password, int from = 0, int months = 24)
{
    const QString store = folder.filePath(QStringLiteral("authority")), database = QStringLiteral("sql:") + store;
    const QString noise = folder.filePath(QStringLiteral("noise")), out = folder.filePath(QStringLiteral("issued.p12")), pem = folder.filePath(QStringLiteral("authority.der"));
    QFile file(noise);
    if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray("no chance is needed for the key of a test: ") + name.toUtf8() + authority.toUtf8() + QByteArray(200, 'x')) < 0)
        return {};
    file.close();
    QDir(store).removeRecursively();
    QFile::remove(out);
    QDir().mkpath(store);
    const auto made = [&](const QString &nick, const QString &subject, const QStringList &how, int begin, int length) {
        QStringList arguments{QStringLiteral("-S"), QStringLiteral("-d"), database, QStringLiteral("-n"), nick, QStringLiteral("-s"), QStringLiteral("CN=%1,O=Muster GmbH,C=DE").arg(subject),
                              QStringLiteral("-k"), QStringLiteral("rsa"), QStringLiteral("-g"), QStringLiteral("2048"), QStringLiteral("-z"), noise, QStringLiteral("-w"), QString::number(begin),
                              QStringLiteral("-v"), QString::number(length)};
        QProcess process;
        process.start(QStringLiteral("certutil"), arguments + how);
        process.write("y\n-1\ny\n"); // asked with -2: an authority, of any depth, and that is critical
        process.closeWriteChannel();
        return process.waitForFinished(60'000) && process.exitCode() == 0;
    };
    const bool done = ran(QStringLiteral("certutil"), {QStringLiteral("-N"), QStringLiteral("-d"), database, QStringLiteral("--empty-password")})
        && made(QStringLiteral("root"), authority, {QStringLiteral("-x"), QStringLiteral("-t"), QStringLiteral("C,C,C"), QStringLiteral("-2"), QStringLiteral("-m"), QStringLiteral("1")}, -60, 120)
        && made(QStringLiteral("own"), name, {QStringLiteral("-c"), QStringLiteral("root"), QStringLiteral("-t"), QStringLiteral("u,u,u"), QStringLiteral("-m"), QStringLiteral("2")}, from, months)
        && ran(QStringLiteral("certutil"), {QStringLiteral("-L"), QStringLiteral("-d"), database, QStringLiteral("-n"), QStringLiteral("root"), QStringLiteral("-a"), QStringLiteral("-o"), pem})
        && ran(QStringLiteral("pk12util"), {QStringLiteral("-o"), out, QStringLiteral("-n"), QStringLiteral("own"), QStringLiteral("-d"), database, QStringLiteral("-K"), QString(),
                                            QStringLiteral("-W"), password});
    QFile p12(out), root(pem);
    return done && p12.open(QIODevice::ReadOnly) && root.open(QIODevice::ReadOnly) ? Issued{p12.readAll(), root.readAll()} : Issued();
}

} // namespace PortDesk::CertificateKit
