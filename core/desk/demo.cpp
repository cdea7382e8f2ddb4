// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/desk/demo.h"

#include "core/cases/casecalendar.h"
#include "core/cases/stagetable.h"
#include "core/numbers/numberparser.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr int kBatch = 500;            // cases per transaction
constexpr int kComposedLetters = 120;  // beyond that, cases of one country share a letter

struct Step {
    QString action;
    QVariantMap values;
    Actor actor;
    int afterHours; ///< hours after the step before
};

struct MadeCase {
    Case portCase;
    QList<CaseEvent> events;
    QList<std::pair<OutgoingMessage, QDateTime>> messages;
};

const QStringList &agents()
{
    static const QStringList names{u"Anna Weber"_s, u"Jonas Beck"_s, u"Mei Kato"_s};
    return names;
}

class DemoMaker
{
public:
    DemoMaker(Store &store, const CountryPack &countries, const DemoOptions &options) : m_store(store), m_countries(countries), m_options(options) {}

    Result<int> run();

private:
    Result<void> loadData();
    Result<void> makeBatch(int from, int to);
    Result<void> makeOne(int index);
    Request requestOf(int index, const QJsonObject &site, const QDateTime &submitted) const;
    Result<void> attachDocuments(int index, Request &request);
    Result<QString> letterFor(const Request &request, int index);
    Result<QString> paperOf(const QString &kind, const Request &request);
    Result<QString> keepPaper(const QString &key, const QByteArray &pdf);
    QList<Step> stepsTo(Stage stage, int index, const QJsonObject &site, const Case &opened) const;
    Result<MadeCase> lead(const Decision &opened, const QList<Step> &steps, const QDateTime &from) const;
    Result<void> keep(MadeCase made, const Request &request);

    Store &m_store;
    const CountryPack &m_countries;
    const DemoOptions &m_options;
    QJsonArray m_sites;
    QJsonObject m_fields;
    QByteArray m_bill;
    QHash<QString, QString> m_papers; ///< hashes of the papers in the store, by what they are
};

/// The stage a case of the demo ends in: more of the ones a desk has most of.
Stage targetStage(int index)
{
    static constexpr std::array kStages{Stage::Quoted,      Stage::WithCarrier, Stage::Scheduled,   Stage::Completed, Stage::Submitted,
                                        Stage::Rejected,    Stage::Completed,   Stage::UnderReview, Stage::WithCarrier, Stage::Returned,
                                        Stage::Completed,   Stage::Scheduled,   Stage::Cancelled,   Stage::Draft};
    return kStages.at(size_t(index) % kStages.size());
}

/// How long ago such a case was handed in, so that its last step lies in the past.
int daysAgo(Stage stage, int index)
{
    switch (stage) {
    case Stage::Draft:
    case Stage::Submitted: return 1;
    case Stage::Quoted: return 2;
    case Stage::Returned: return 3;
    case Stage::UnderReview: return 3;
    case Stage::Cancelled: return 9;
    case Stage::WithCarrier: return 8 + index % 5;
    case Stage::Rejected: return 14;
    case Stage::Scheduled: return 16;
    case Stage::Completed: return 50 + index % 40;
    }
    return 1;
}

Result<void> DemoMaker::loadData()
{
    QFile file(u":/portdesk/data/demo.json"_s);
    QFile bill(u":/portdesk/demo/bill.pdf"_s);
    if (!file.open(QIODevice::ReadOnly) || !bill.open(QIODevice::ReadOnly))
        return Error{Error::Code::Internal, QCoreApplication::translate("Demo", "The demo's data is missing from this program."), {}};
    const QJsonObject data = QJsonDocument::fromJson(file.readAll()).object();
    m_sites = data.value("sites"_L1).toArray();
    m_fields = data.value("fields"_L1).toObject();
    m_bill = bill.readAll();
    return {};
}

Result<int> DemoMaker::run()
{
    auto there = m_store.cases().count({});
    if (!there)
        return there.error();
    if (*there > 0)
        return Error{Error::Code::Conflict, QCoreApplication::translate("Demo", "This store holds %n case(s) already; the demo needs an empty one. Name another file with --db.", nullptr, int(*there)), {}};
    if (auto loaded = loadData(); !loaded)
        return loaded.error();
    for (int from = 0; from < m_options.cases; from += kBatch) {
        const int to = qMin(from + kBatch, m_options.cases);
        if (auto made = m_store.transact([&] { return makeBatch(from, to); }); !made)
            return made.error();
    }
    return m_options.cases;
}

Result<void> DemoMaker::makeBatch(int from, int to)
{
    for (int i = from; i < to; ++i) {
        if (auto made = makeOne(i); !made)
            return made;
    }
    return {};
}

Request DemoMaker::requestOf(int index, const QJsonObject &site, const QDateTime &submitted) const
{
    const auto text = [&](QLatin1StringView key) { return site.value(key).toString(); };
    Request request;
    request.country = text("country"_L1);
    request.owner = {OwnerKind::Business, text("company"_L1), text("firstName"_L1), text("lastName"_L1), u"owner%1@example.org"_s.arg(index), {}};
    request.authorisedPerson = {request.owner.firstName, request.owner.lastName, u"Managing director"_s, request.owner.email};
    request.losingCarrier = {text("carrier"_L1), u"AC-%1"_s.arg(100'000 + index), u"%1"_s.arg(1000 + index % 9000), {}};
    request.addresses = {{u"hq"_s, {{text("street"_L1)}, {}, text("locality"_L1), text("region"_L1), text("postalCode"_L1), request.country}}};
    const int digits = site.value("digits"_L1).toInt();
    for (int n = 0, count = 1 + index * 7 % 12; n < count; ++n) {
        const int line = 1000000 % int(std::pow(10, digits)) + (index / int(m_sites.size())) * 12 + n;
        request.numbers << RequestNumber{text("number"_L1) + QString::number(line).rightJustified(digits, u'2').right(digits), {}, u"hq"_s, {}, {}};
    }
    request.losingCarrier.billingNumber = request.numbers.first().number;
    request.acknowledgements = requiredAcknowledgements();
    if (const CountryRecord *record = m_countries.record(request.country, NumberType::Geographic)) {
        for (const FieldRule &rule : record->fields) {
            if (rule.requestPointer.isEmpty() && m_fields.contains(rule.id))
                request.fields.insert(rule.id, m_fields.value(rule.id).toString());
        }
    }
    for (const QString &kind : {u"loa"_s, u"bill"_s})
        request.documents << RequestDocument{kind, kind + u".pdf"_s, submitted.date().addDays(-9), {}, {}, kind == "loa"_L1 ? submitted.date().addDays(-1) : QDate()};
    return request;
}

/// Stores a paper once, however many cases use it, and answers its hash.
Result<QString> DemoMaker::keepPaper(const QString &key, const QByteArray &pdf)
{
    const DocumentBytes paper = documentBytes(pdf, key);
    if (auto stored = m_store.documents().putContent(paper, u"application/pdf"_s); !stored)
        return stored.error();
    return *m_papers.insert(key, paper.sha256);
}

Result<QString> DemoMaker::letterFor(const Request &request, int index)
{
    const QString key = u"loa-"_s + (index < kComposedLetters ? QString::number(index) : request.country);
    if (m_papers.contains(key))
        return m_papers.value(key);
    auto letter = loaLetter(request, split(request, m_countries).first(), m_countries, request.reference, m_options.now.date());
    if (!letter)
        return letter.error();
    auto pdf = m_options.composeLetter(*letter);
    return pdf ? keepPaper(key, *pdf) : Result<QString>(pdf.error());
}

Result<QString> DemoMaker::paperOf(const QString &kind, const Request &request)
{
    const QString key = kind + request.country;
    if (m_papers.contains(key))
        return m_papers.value(key);
    if (kind == "bill"_L1 || !m_options.composeLetter)
        return keepPaper(key, m_bill);
    LetterContent paper;
    paper.title = documentKindText(kind);
    paper.html = u"<h1>%1</h1><p>Invented document of the demo desk, for trying the program out.</p><p>%2<br>%3</p>"_s.arg(
        paper.title.toHtmlEscaped(), request.owner.displayName().toHtmlEscaped(), formatAddress(request.addresses.first().address).join(u"<br>"_s));
    auto pdf = m_options.composeLetter(paper);
    return pdf ? keepPaper(key, *pdf) : Result<QString>(pdf.error());
}

/// The letter, the bill, and a paper for everything else the country demands; what no carrier there issues is declared so.
Result<void> DemoMaker::attachDocuments(int index, Request &request)
{
    const NumberType type = parseNumber(request.numbers.first().number, request.country).type;
    const CountryRecord *record = m_countries.record(request.country, type);
    if (!record)
        return Error{Error::Code::Internal, u"demo: no country record for %1"_s.arg(request.country), {}};
    for (const DocumentRule &rule : record->documents) {
        const bool listed = std::any_of(request.documents.cbegin(), request.documents.cend(), [&](const RequestDocument &row) { return row.kind == rule.id; });
        if (rule.required && !listed)
            request.documents << (rule.baseProcess ? RequestDocument{rule.id, {}, {}, u"carrier gives none"_s, {}, {}}
                                                   : RequestDocument{rule.id, rule.id + u".pdf"_s, request.documents.first().issued, {}, {}, {}});
    }
    for (RequestDocument &row : request.documents) {
        if (!row.unavailable.isEmpty())
            continue;
        const bool letter = row.kind == "loa"_L1 && m_options.composeLetter;
        auto paper = letter ? letterFor(request, index) : paperOf(row.kind, request);
        if (!paper)
            return paper.error();
        row.sha256 = *paper;
    }
    return {};
}

QList<Step> DemoMaker::stepsTo(Stage stage, int index, const QJsonObject &site, const Case &opened) const
{
    const Actor agent{Role::Agent, agents().at(index % agents().size())};
    const Actor customer{Role::Customer, opened.request.owner.displayName()};
    if (stage == Stage::Draft || stage == Stage::Submitted)
        return {};
    if (stage == Stage::Returned)
        return {{u"return"_s, {{u"reasons"_s, u"ADDRESS_MISMATCH"_s}, {u"text"_s, u"The bill shows another house number."_s}}, agent, 5}};

    const QString lines = QString::fromUtf8(QJsonDocument(QJsonArray{QJsonObject{{u"label"_s, u"Port of one number"_s}, {u"quantity"_s, opened.numbers.size()},
                                                                                 {u"unitAmount"_s, site.value("fee"_L1)}, {u"perNumber"_s, true}}}).toJson(QJsonDocument::Compact));
    QList<Step> steps{{u"quote"_s, {{u"lines"_s, lines}, {u"currency"_s, site.value("currency"_L1).toString()}}, agent, 4}};
    if (stage == Stage::Quoted)
        return steps;
    if (stage == Stage::Cancelled)
        return steps << Step{u"decline-quote"_s, {{u"text"_s, u"We stay where we are."_s}}, customer, 20};
    steps << Step{u"accept-quote"_s, {}, customer, 20};
    if (stage == Stage::UnderReview)
        return steps;
    for (const CaseDocument &document : opened.documents) {
        if (!document.unavailable.isEmpty())
            steps << Step{u"waive"_s, {{u"document"_s, document.kind}, {u"reason"_s, u"carriers of this country give none"_s}}, agent, 1};
    }
    steps << Step{u"approve"_s, {}, agent, 3} << Step{u"send-to-carrier"_s, {{u"carrierReference"_s, u"C-%1"_s.arg(880'000 + index)}}, agent, 2};
    if (stage == Stage::WithCarrier)
        return steps;
    if (stage == Stage::Rejected)
        return steps << Step{u"reject"_s, {{u"reasons"_s, index % 2 ? u"PIN,ADDRESS_MISMATCH"_s : u"ACCOUNT_NO_WRONG"_s}}, agent, 70};

    const QDate answered = m_options.now.addDays(-daysAgo(stage, index)).date().addDays(6);
    const QDate port = BusinessCalendar::forPlace(carrierPlace(opened)).addBusinessDays(answered, 12 + index % 4);
    const Country *country = m_countries.country(opened.country);
    const QDateTime at(port, QTime(10, 0), QTimeZone(country->zone.toUtf8()));
    steps << Step{u"schedule"_s, {{u"portDate"_s, at.toOffsetFromUtc(at.offsetFromUtc()).toString(Qt::ISODate)}}, agent, 72};
    if (stage == Stage::Scheduled)
        return steps;
    QStringList ported;
    for (const CaseNumber &number : opened.numbers)
        ported << number.e164;
    const QString failed = index % 3 == 0 && ported.size() > 1 ? ported.takeLast() : QString();
    steps << Step{u"outcome"_s, {{u"ported"_s, ported.join(u',')}, {u"failed"_s, failed}}, agent, 24 * 31} << Step{u"complete"_s, {}, agent, 1};
    return steps;
}

Result<MadeCase> DemoMaker::lead(const Decision &opened, const QList<Step> &steps, const QDateTime &from) const
{
    MadeCase made{opened.after, opened.events, {}};
    for (const OutgoingMessage &message : opened.messages)
        made.messages.append({message, from});
    QDateTime at = from;
    for (const Step &step : steps) {
        at = at.addSecs(3600LL * step.afterHours);
        auto decision = decide(made.portCase, {step.action, step.values, step.actor}, {m_countries, at, m_options.zone});
        if (!decision)
            return Error{Error::Code::Internal, u"demo, %1: %2"_s.arg(step.action, decision.error().message), decision.error().detail};
        made.portCase = decision->after;
        made.events += decision->events;
        for (const OutgoingMessage &message : decision->messages)
            made.messages.append({message, at});
    }
    return made;
}

Result<void> DemoMaker::keep(MadeCase made, const Request &request)
{
    auto requestId = m_store.cases().insertRequest(request, made.portCase.createdAt);
    if (!requestId)
        return requestId.error();
    auto reference = m_store.cases().reserveReferences(1);
    if (!reference)
        return reference.error();
    made.portCase.requestId = *requestId;
    made.portCase.reference = reference->first();
    for (CaseDocument &document : made.portCase.documents) {
        if (!document.sha256.isEmpty())
            document.mimeType = u"application/pdf"_s;
    }
    auto stored = m_store.cases().insertCase(made.portCase, made.events, made.events.isEmpty() ? m_options.now : made.events.last().at);
    if (!stored)
        return stored.error();
    for (const auto &[outgoing, at] : made.messages) {
        auto message = renderMessage(outgoing, *stored, at, m_options.zone);
        if (!message)
            return message.error();
        if (auto added = m_store.outbox().add(*message); !added)
            return added.error();
    }
    return {};
}

Result<void> DemoMaker::makeOne(int index)
{
    const QJsonObject site = m_sites.at(index % m_sites.size()).toObject();
    // The stage moves on once per round of the sites, so that every country shows every stage.
    const Stage stage = targetStage(index + index / int(m_sites.size()));
    const QDateTime submitted = m_options.now.addDays(-daysAgo(stage, index)).addSecs(-60 * (index % 240));
    Request request = requestOf(index, site, submitted);
    if (auto attached = attachDocuments(index, request); !attached)
        return attached;
    const Actor customer{Role::Customer, request.owner.displayName()};
    for (const Decision &opened : openCases(request, stage != Stage::Draft, customer, {m_countries, submitted, m_options.zone})) {
        auto made = lead(opened, stepsTo(stage, index, site, opened.after), submitted);
        if (!made)
            return made.error();
        if (auto kept = keep(*made, request); !kept)
            return kept;
    }
    return {};
}

} // namespace

Result<int> makeDemo(Store &store, const CountryPack &countries, const DemoOptions &options)
{
    return DemoMaker(store, countries, options).run();
}

} // namespace PortDesk
