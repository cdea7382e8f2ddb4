// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/pdfsignature.h"

#include "core/base/folding.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(PdfSignature)
};

constexpr std::array kIntegrities{std::pair{SignatureIntegrity::Intact, "intact"}, std::pair{SignatureIntegrity::ChangedAfter, "changed-after"},
                                  std::pair{SignatureIntegrity::Altered, "altered"}, std::pair{SignatureIntegrity::Unreadable, "unreadable"}};
constexpr std::array kTrusts{std::pair{CertificateTrust::Trusted, "trusted"},   std::pair{CertificateTrust::SelfSigned, "self-signed"},
                             std::pair{CertificateTrust::UnknownIssuer, "unknown-issuer"}, std::pair{CertificateTrust::Expired, "expired"},
                             std::pair{CertificateTrust::Revoked, "revoked"},   std::pair{CertificateTrust::NotChecked, "not-checked"}};

template<typename Table, typename Value> QString keyIn(const Table &table, Value value)
{
    const auto found = std::find_if(table.begin(), table.end(), [value](const auto &row) { return row.first == value; });
    return QString::fromLatin1(found->second);
}

template<typename Table, typename Value> bool valueIn(const Table &table, const QString &key, Value &value)
{
    const auto found = std::find_if(table.begin(), table.end(), [&key](const auto &row) { return key == QLatin1StringView(row.second); });
    if (found != table.end())
        value = found->first;
    return found != table.end();
}

QString timeText(const QDateTime &when)
{
    return when.isValid() ? when.toUTC().toString(Qt::ISODate) : QString();
}

} // namespace

QString integrityKey(SignatureIntegrity integrity)
{
    return keyIn(kIntegrities, integrity);
}

QString trustKey(CertificateTrust trust)
{
    return keyIn(kTrusts, trust);
}

QString integrityText(SignatureIntegrity integrity)
{
    switch (integrity) {
    case SignatureIntegrity::Intact:
        return Tr::tr("Signature intact");
    case SignatureIntegrity::ChangedAfter:
        return Tr::tr("Changed after signing");
    case SignatureIntegrity::Altered:
        return Tr::tr("Signature broken");
    case SignatureIntegrity::Unreadable:
        break;
    }
    return Tr::tr("Signature cannot be checked");
}

QString trustText(CertificateTrust trust)
{
    switch (trust) {
    case CertificateTrust::Trusted:
        return Tr::tr("The certificate comes from an authority that is known here; whether it was revoked is not asked online.");
    case CertificateTrust::SelfSigned:
        return Tr::tr("The signer made the certificate: it does not prove who that is.");
    case CertificateTrust::UnknownIssuer:
        return Tr::tr("The certificate's issuer is not known here, so who signed is not proven.");
    case CertificateTrust::Expired:
        return Tr::tr("The certificate was not valid on the day of signing.");
    case CertificateTrust::Revoked:
        return Tr::tr("The certificate was revoked.");
    case CertificateTrust::NotChecked:
        break;
    }
    return Tr::tr("The certificate was not checked.");
}

QString signatureSentence(const PdfSignature &signature)
{
    const QString signer = signature.signer.isEmpty() ? Tr::tr("somebody the file does not name") : signature.signer;
    const QString day = QLocale().toString(signature.signedAt.toUTC().date(), u"d\u00a0MMMM\u00a0yyyy"_s);
    const QString who = signature.signedAt.isValid() ? Tr::tr("by %1, %2").arg(signer, day) : Tr::tr("by %1").arg(signer);
    switch (signature.integrity) {
    case SignatureIntegrity::Intact:
        return Tr::tr("Signed with a certificate %1; unchanged since. %2").arg(who, trustText(signature.trust));
    case SignatureIntegrity::ChangedAfter:
        return Tr::tr("Signed with a certificate %1; something was added to the file afterwards. %2").arg(who, trustText(signature.trust));
    case SignatureIntegrity::Altered:
        return Tr::tr("Signed with a certificate %1, but what was signed has been altered since.").arg(who);
    case SignatureIntegrity::Unreadable:
        break;
    }
    return Tr::tr("Signed with a certificate %1; the signature is damaged and cannot be checked.").arg(who);
}

QString electronicSignatureWords()
{
    return u"(?:electronically|digitally|\\be-?) ?signed|signed (?:electronically|digitally)|(?:elektronisch|digital) (?:signiert|unterschrieben|unterzeichnet)|signee? (?:electroniquement|numeriquement)"
           "|firmado (?:electronicamente|digitalmente)|firmato (?:elettronicamente|digitalmente)|(?:elektronisch|digitaal) ondertekend|assinado (?:eletronicamente|electronicamente|digitalmente)"
           "|podpisan[oey] (?:elektronicznie|cyfrowo)"_s;
}

bool saysSignedElectronically(const QString &text)
{
    static const QRegularExpression words(electronicSignatureWords());
    return words.match(folded(text)).hasMatch();
}

QByteArray findingsToJson(const SignatureFindings &findings)
{
    QJsonArray rows;
    for (const PdfSignature &s : findings.signatures) {
        rows.append(QJsonObject{{u"signer"_s, s.signer}, {u"issuer"_s, s.issuer}, {u"reason"_s, s.reason}, {u"signedAt"_s, timeText(s.signedAt)},
                                {u"validUntil"_s, timeText(s.validUntil)}, {u"integrity"_s, integrityKey(s.integrity)}, {u"trust"_s, trustKey(s.trust)}});
    }
    return QJsonDocument(QJsonObject{{u"signatures"_s, rows}, {u"saysElectronic"_s, findings.saysElectronic}}).toJson(QJsonDocument::Compact);
}

bool findingsFromJson(const QByteArray &json, SignatureFindings &findings)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject() || !document[u"signatures"_s].isArray())
        return false;
    findings = {};
    findings.saysElectronic = document[u"saysElectronic"_s].toBool();
    for (const QJsonValue row : document[u"signatures"_s].toArray()) {
        PdfSignature s{row[u"signer"_s].toString(), row[u"issuer"_s].toString(), row[u"reason"_s].toString(),
                       QDateTime::fromString(row[u"signedAt"_s].toString(), Qt::ISODate), QDateTime::fromString(row[u"validUntil"_s].toString(), Qt::ISODate)};
        if (!valueIn(kIntegrities, row[u"integrity"_s].toString(), s.integrity) || !valueIn(kTrusts, row[u"trust"_s].toString(), s.trust))
            return false;
        findings.signatures.append(s);
    }
    return true;
}

} // namespace PortDesk
