// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/pdfsigner.h"
#include "app/docworker/engine/signingsandbox.h"

#include <QDataStream>
#include <QFile>
#include <QGuiApplication>

#include <unistd.h>

using namespace PortDesk;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLargestQuestion = 64LL * 1024 * 1024;

Result<QByteArray> answerTo(const QString &what, const QString &folder, QDataStream &in)
{
    in.setVersion(QDataStream::Qt_6_4);
    SigningOrder order;
    if (what == "import"_L1) {
        in >> order.pdf >> order.password;
        if (in.status() == QDataStream::Ok)
            return importedCertificate(folder, order.pdf, order.password);
    } else if (what == "sign"_L1) {
        qint32 page = 0;
        in >> order.pdf >> order.password >> page >> order.box >> order.text >> order.reason >> order.now;
        order.page = page;
        if (in.status() == QDataStream::Ok)
            return signedPdf(folder, order);
    }
    return Error{Error::Code::Invalid, u"portdesk-signer is started by PortDesk."_s, {}};
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    if (application.arguments().size() != 3 || !enterSigningSandbox(application.arguments().at(2))) {
        fputs("portdesk-signer is started by PortDesk.\n", stderr);
        return 1;
    }
    QFile input, output;
    if (!input.open(STDIN_FILENO, QIODevice::ReadOnly) || !output.open(STDOUT_FILENO, QIODevice::WriteOnly))
        return 2;
    const QByteArray question = input.read(kLargestQuestion);
    QDataStream in(question);
    const Result<QByteArray> answer = answerTo(application.arguments().at(1), application.arguments().at(2), in);
    QDataStream out(&output);
    out.setVersion(QDataStream::Qt_6_4);
    out << answer.ok() << (answer ? QString() : answer.error().message) << (answer ? *answer : QByteArray());
    output.flush();
    _exit(0); // NSS complains when it is tidied up with objects in use
}
