// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/pdfsigner.h"

#include <QCoreApplication>
#include <QColor>
#include <QCryptographicHash>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cert.h>
#include <nss.h>
#include <p12.h>
#include <pk11pub.h>
#include <poppler-form.h>
#include <poppler-qt6.h>
#include <secerr.h>
#include <secitem.h>

#include <cstring>
#include <sys/mman.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(PdfSigner)
};

constexpr double kTextSize = 9; // points
const QColor kInk(0x14, 0x28, 0x6e);

struct SlotOwner {
    PK11SlotInfo *slot = PK11_GetInternalKeySlot();
    SlotOwner() = default;
    ~SlotOwner() { PK11_FreeSlot(slot); }
    SlotOwner(const SlotOwner &) = delete;
    SlotOwner &operator=(const SlotOwner &) = delete;
};

Error invalid(const QString &sentence)
{
    return {Error::Code::Invalid, sentence, {}};
}

Error wrongPassword()
{
    return invalid(Tr::tr("The password is wrong. Type the password of the certificate's file."));
}

/// As PKCS #12 wants it: UCS-2, high byte first, with its end.
QByteArray bigEndian(const QString &password)
{
    QByteArray bytes;
    for (const QChar c : password + QChar(0)) {
        bytes.append(char(c.unicode() >> 8));
        bytes.append(char(c.unicode() & 0xff));
    }
    return bytes;
}

/// A name for what has none or one that is taken.
SECItem *otherName(SECItem *, PRBool *cancel, void *)
{
    static int number = 0;
    const QByteArray name = "certificate-" + QByteArray::number(++number);
    *cancel = PR_FALSE;
    SECItem *item = SECITEM_AllocItem(nullptr, nullptr, unsigned(name.size()) + 1);
    std::memcpy(item->data, name.constData(), size_t(name.size()) + 1);
    return item;
}

Result<void> decodeInto(PK11SlotInfo *slot, const QByteArray &p12, const QString &password)
{
    QByteArray secret = bigEndian(password), bytes = p12;
    SECItem item{siBuffer, reinterpret_cast<unsigned char *>(secret.data()), unsigned(secret.size())};
    SEC_PKCS12DecoderContext *decoder = SEC_PKCS12DecoderStart(&item, slot, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr);
    if (!decoder)
        return invalid(Tr::tr("The certificate could not be read."));
    const bool read = SEC_PKCS12DecoderUpdate(decoder, reinterpret_cast<unsigned char *>(bytes.data()), unsigned(bytes.size())) == SECSuccess;
    const bool readError = !read && PORT_GetError() == SEC_ERROR_BAD_DER;
    const bool opened = read && SEC_PKCS12DecoderVerify(decoder) == SECSuccess;
    const bool taken = opened && SEC_PKCS12DecoderValidateBags(decoder, otherName) == SECSuccess && SEC_PKCS12DecoderImportBags(decoder) == SECSuccess;
    const int error = PORT_GetError();
    SEC_PKCS12DecoderFinish(decoder);
    if (taken)
        return {};
    if (!readError && !opened && error == SEC_ERROR_BAD_PASSWORD)
        return wrongPassword();
    if (!opened)
        return invalid(Tr::tr("This is no certificate file. Choose the .p12 or .pfx file that your certificate came in."));
    return invalid(Tr::tr("The certificate's key could not be taken over."));
}

QDateTime instant(PRTime microseconds)
{
    return QDateTime::fromMSecsSinceEpoch(microseconds / 1000, Qt::UTC);
}

QString named(char *text)
{
    const QString name = QString::fromUtf8(text);
    PORT_Free(text);
    return name;
}

/// The certificate whose key is in the store.
QByteArray ownCertificate(PK11SlotInfo *slot)
{
    CERTCertList *list = PK11_ListCertsInSlot(slot);
    QByteArray json;
    for (CERTCertListNode *node = list ? CERT_LIST_HEAD(list) : nullptr; node && !CERT_LIST_END(node, list) && json.isEmpty(); node = CERT_LIST_NEXT(node)) {
        CERTCertificate *certificate = node->cert;
        SECKEYPrivateKey *key = PK11_FindPrivateKeyFromCert(slot, certificate, nullptr);
        if (!key)
            continue;
        SECKEY_DestroyPrivateKey(key);
        PRTime from = 0, until = 0;
        CERT_GetCertTimes(certificate, &from, &until);
        const QByteArray der(reinterpret_cast<const char *>(certificate->derCert.data), qsizetype(certificate->derCert.len));
        const QString name = named(CERT_GetCommonName(&certificate->subject)), issuer = named(CERT_GetCommonName(&certificate->issuer));
        json = QJsonDocument(QJsonObject{{u"id"_s, QString::fromLatin1(QCryptographicHash::hash(der, QCryptographicHash::Sha256).toHex())},
                                         {u"name"_s, name.isEmpty() ? QString::fromUtf8(certificate->subjectName) : name},
                                         {u"issuer"_s, issuer},
                                         {u"validUntil"_s, instant(until).toString(Qt::ISODate)}}).toJson();
    }
    if (list)
        CERT_DestroyCertList(list);
    return json;
}

/// Opens the store with the password; it is given once, else NSS asks for ever.
Result<Poppler::CertificateInfo> opened(const QString &folder, const QString &password)
{
    static QByteArray secret;
    secret = password.toUtf8();
    Poppler::setNSSDir(u"sql:"_s + folder);
    if (!NSS_IsInitialized() || !QFile::exists(folder + u"/key4.db"_s))
        return invalid(Tr::tr("The certificate is not there any more. Import it again."));
    Poppler::setNSSPasswordCallback([](const char *) -> char * {
        static bool given = false;
        return std::exchange(given, true) ? nullptr : strdup(secret.constData());
    });
    const SlotOwner key;
    if (PK11_NeedLogin(key.slot) && PK11_CheckUserPassword(key.slot, secret.constData()) != SECSuccess)
        return wrongPassword();
    const QVector<Poppler::CertificateInfo> all = Poppler::getAvailableSigningCertificates();
    if (all.isEmpty())
        return invalid(Tr::tr("The certificate cannot be used to sign documents."));
    return all.first();
}

QByteArray contentOf(int file)
{
    QFile reader;
    if (!reader.open(file, QIODevice::ReadOnly) || !reader.seek(0))
        return {};
    return reader.readAll();
}

} // namespace

Result<QByteArray> importedCertificate(const QString &folder, const QByteArray &p12, const QString &password)
{
    if (NSS_InitReadWrite((u"sql:"_s + folder).toUtf8().constData()) != SECSuccess)
        return invalid(Tr::tr("The certificate's place could not be made."));
    const SlotOwner key;
    if (PK11_InitPin(key.slot, nullptr, password.toUtf8().constData()) != SECSuccess)
        return invalid(Tr::tr("The certificate could not be protected with this password."));
    if (const auto done = decodeInto(key.slot, p12, password); !done)
        return done.error();
    const QByteArray certificate = ownCertificate(key.slot);
    if (certificate.isEmpty())
        return invalid(Tr::tr("The file holds no certificate with its key. Export it again with the key, as .p12 or .pfx."));
    return certificate;
}

Result<QByteArray> signedPdf(const QString &folder, const SigningOrder &order)
{
    const auto certificate = opened(folder, order.password);
    if (!certificate)
        return certificate.error();
    if (order.now.isValid() && certificate->validityEnd().toUTC() < order.now)
        return invalid(Tr::tr("The certificate has run out. Import the new one."));
    const auto document = Poppler::Document::loadFromData(order.pdf);
    const int file = memfd_create("signed", MFD_CLOEXEC); // nothing of the letter touches a disk
    if (!document || file < 0)
        return invalid(Tr::tr("The letter could not be opened for signing."));
    const auto converter = document->pdfConverter();
    converter->setOutputFileName(u"/proc/self/fd/%1"_s.arg(file));
    converter->setPDFOptions(Poppler::PDFConverter::WithChanges);
    Poppler::PDFConverter::NewSignatureData data;
    data.setCertNickname(certificate->nickName());
    data.setPassword(order.password);
    data.setPage(order.page);
    data.setBoundingRectangle(order.box);
    data.setSignatureText(order.text);
    data.setReason(order.reason);
    data.setFontSize(kTextSize);
    data.setFontColor(kInk);
    data.setBorderColor(kInk);
    data.setBorderWidth(0.75);
    data.setBackgroundColor(Qt::white);
    const bool done = converter->sign(data);
    const QByteArray bytes = done ? contentOf(file) : QByteArray();
    close(file);
    if (bytes.isEmpty())
        return invalid(Tr::tr("The letter could not be signed with this certificate."));
    return bytes;
}

} // namespace PortDesk
