// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/certificatestore.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QDir>
#include <QFileInfo>
#include <QFutureWatcher>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QPromise>
#include <QSaveFile>
#include <QTimer>
#include <QUuid>

#include <algorithm>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

constexpr int kPatienceMs = 30'000;
constexpr qsizetype kLargestP12 = 1024 * 1024;
const QString kNameFile = u"certificate.json"_s;

QString signerProgram(const QString &given)
{
    if (!given.isEmpty())
        return given;
    if (const QString set = qEnvironmentVariable("PORTDESK_SIGNER"); !set.isEmpty())
        return set;
    const QString here = QCoreApplication::applicationDirPath();
    for (const QString &place : {u"/portdesk-signer"_s, u"/../bin/portdesk-signer"_s, u"/../libexec/portdesk-signer"_s}) {
        if (QFileInfo(here + place).isExecutable())
            return QFileInfo(here + place).canonicalFilePath();
    }
    return here + u"/portdesk-signer"_s;
}

Error notAnswered(const QString &detail)
{
    return {Error::Code::Io, CertificateStore::tr("The signing program did not answer. Install PortDesk again, or ask your administrator."), detail};
}

/// The signer's answer: right or wrong, a sentence, bytes.
Result<QByteArray> answerIn(const QByteArray &output)
{
    QDataStream in(output);
    in.setVersion(QDataStream::Qt_6_4);
    bool right = false;
    QString sentence;
    QByteArray bytes;
    in >> right >> sentence >> bytes;
    if (in.status() != QDataStream::Ok)
        return notAnswered(u"bad answer"_s);
    return right ? Result<QByteArray>(bytes) : Result<QByteArray>(Error{Error::Code::Invalid, sentence, {}});
}

SigningCertificate certificateIn(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    return {object.value(u"id").toString(), object.value(u"name").toString(), object.value(u"issuer").toString(),
            QDateTime::fromString(object.value(u"validUntil").toString(), Qt::ISODate)};
}

bool isId(const QString &text)
{
    return text.size() == 64 && std::all_of(text.cbegin(), text.cend(), [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f'); });
}

/// Puts the imported store in the place of its id; an older one of the same certificate goes.
Result<SigningCertificate> keep(const QString &folder, const QString &made, const QByteArray &json)
{
    const SigningCertificate certificate = certificateIn(json);
    QSaveFile names(QDir(made).filePath(kNameFile));
    QDir store(folder);
    const bool written = isId(certificate.id) && names.open(QIODevice::WriteOnly) && names.write(json) == json.size() && names.commit();
    if (written)
        QDir(store.filePath(certificate.id)).removeRecursively();
    if (written && store.rename(QFileInfo(made).fileName(), certificate.id))
        return certificate;
    QDir(made).removeRecursively();
    return Error{Error::Code::Io, CertificateStore::tr("The certificate could not be kept in %1. Check that the folder can be written to.").arg(QDir::toNativeSeparators(folder)), {}};
}

} // namespace

CertificateStore::CertificateStore(const QString &folder, const QString &program, QObject *parent)
    : QObject(parent), m_folder(folder), m_program(signerProgram(program))
{
}

QList<SigningCertificate> CertificateStore::certificates() const
{
    QList<SigningCertificate> all;
    const QDir store(m_folder);
    for (const QString &id : store.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile names(QDir(store.filePath(id)).filePath(kNameFile));
        if (!isId(id) || !names.open(QIODevice::ReadOnly))
            continue;
        if (const SigningCertificate certificate = certificateIn(names.readAll()); certificate.id == id)
            all.append(certificate);
    }
    std::sort(all.begin(), all.end(), [](const SigningCertificate &a, const SigningCertificate &b) { return std::tie(a.name, a.id) < std::tie(b.name, b.id); });
    return all;
}

QFuture<Result<QByteArray>> CertificateStore::ask(const QStringList &arguments, const QByteArray &question)
{
    auto promise = std::make_shared<QPromise<Result<QByteArray>>>();
    promise->start();
    auto *process = new QProcess(this);
    const auto finish = [promise, process](const Result<QByteArray> &answer) {
        if (promise->future().isFinished())
            return;
        promise->addResult(answer);
        promise->finish();
        process->deleteLater();
    };
    QProcessEnvironment environment;
    for (const QString &name : {u"PATH"_s, u"LD_LIBRARY_PATH"_s, u"FONTCONFIG_FILE"_s, u"FONTCONFIG_PATH"_s, u"XDG_DATA_DIRS"_s, u"ASAN_OPTIONS"_s, u"UBSAN_OPTIONS"_s}) {
        if (qEnvironmentVariableIsSet(qPrintable(name)))
            environment.insert(name, qEnvironmentVariable(qPrintable(name)));
    }
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    process->setProcessEnvironment(environment);
    process->setWorkingDirectory(u"/"_s);
    connect(process, &QProcess::errorOccurred, this, [finish, process](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            finish(notAnswered(process->errorString()));
    });
    connect(process, &QProcess::finished, this, [finish, process](int, QProcess::ExitStatus) {
        const QByteArray output = process->readAllStandardOutput();
        finish(output.isEmpty() ? Result<QByteArray>(notAnswered(QString::fromUtf8(process->readAllStandardError()).trimmed())) : answerIn(output));
    });
    QTimer::singleShot(kPatienceMs, process, &QProcess::kill);
    process->start(m_program, arguments);
    process->write(question);
    process->closeWriteChannel();
    return promise->future();
}

QFuture<Result<SigningCertificate>> CertificateStore::import(const QByteArray &p12, const QString &password)
{
    auto promise = std::make_shared<QPromise<Result<SigningCertificate>>>();
    promise->start();
    const auto finish = [promise](const Result<SigningCertificate> &result) {
        promise->addResult(result);
        promise->finish();
    };
    const QString made = QDir(m_folder).filePath(u"new-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces));
    if (p12.isEmpty() || p12.size() > kLargestP12) {
        finish(Error{Error::Code::Invalid, tr("This is no certificate file. Choose the .p12 or .pfx file that your certificate came in."), {}});
        return promise->future();
    }
    if (!QDir().mkpath(made) || !QFile::setPermissions(m_folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner)) {
        finish(Error{Error::Code::Io, tr("The folder %1 could not be made. Check that it can be written to.").arg(QDir::toNativeSeparators(m_folder)), {}});
        return promise->future();
    }
    QByteArray question;
    QDataStream out(&question, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << p12 << password;
    auto *watcher = new QFutureWatcher<Result<QByteArray>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, finish, made] {
        watcher->deleteLater();
        const Result<QByteArray> answer = watcher->result();
        if (!answer)
            QDir(made).removeRecursively();
        finish(answer ? keep(m_folder, made, *answer) : Result<SigningCertificate>(answer.error()));
    });
    watcher->setFuture(ask({u"import"_s, made}, question));
    return promise->future();
}

Result<void> CertificateStore::remove(const QString &id)
{
    if (!isId(id) || !QDir(QDir(m_folder).filePath(id)).removeRecursively())
        return Error{Error::Code::Io, tr("The certificate could not be removed."), {}};
    return {};
}

QFuture<Result<QByteArray>> CertificateStore::sign(const SigningOrder &order)
{
    QByteArray question;
    QDataStream out(&question, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << order.pdf << order.password << qint32(order.page) << order.box << order.text << order.reason << order.now;
    return ask({u"sign"_s, QDir(m_folder).filePath(isId(order.certificate) ? order.certificate : u"none"_s)}, question);
}

} // namespace PortDesk
