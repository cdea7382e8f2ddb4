// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/rulesheet.h"

#include "core/countries/rulewords.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace PortDesk {
namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(RuleSheet)
};

enum Section { Documents, Fields, Letter, Times, Limits, Restrictions, Rejections, Regulator, Further, SectionCount };

struct Place {
    const char *member;
    Section section;
};

// In the order in which they are read. What the table does not know goes where its name points, else to the last section.
constexpr Place kPlaces[] = {
    {"signature", Letter}, {"companyStamp", Letter}, {"loaLanguages", Letter}, {"loaFields", Letter}, {"lettersStaying", Letter},
    {"leadTimeMinimum", Times}, {"portingWindow", Times}, {"windows", Times}, {"changeLock", Times}, {"billMaxAgeDays", Times}, {"loaMaxAgeDays", Times},
    {"portability", Limits}, {"maximumNumbers", Limits}, {"partialPort", Limits}, {"partialPortRules", Limits}, {"wholeBlocks", Limits},
    {"companyNameLetters", Limits}, {"personNameLetters", Limits}, {"plainAccountNumber", Limits},
    {"restrictions", Restrictions}, {"commonRejections", Rejections}, {"regulator", Regulator},
};

/// Shown with another value.
constexpr const char *kJoined[] = {"leadTimeMaximum", "leadTimeNote", "maximumNumbersNote"};

struct Hint {
    const char *word;
    Section section;
};
constexpr Hint kHints[] = {{"window", Times}, {"lock", Times}, {"age", Times}, {"time", Times}, {"days", Times}, {"loa", Letter}, {"signature", Letter},
                           {"letter", Letter}, {"stamp", Letter}, {"partial", Limits}, {"maximum", Limits}, {"block", Limits}, {"document", Documents}, {"field", Fields}};

Section sectionOf(const QString &member)
{
    for (const Place &place : kPlaces) {
        if (member == QLatin1StringView(place.member))
            return place.section;
    }
    for (const Hint &hint : kHints) {
        if (member.contains(QLatin1StringView(hint.word), Qt::CaseInsensitive))
            return hint.section;
    }
    return Further;
}

QString titleOf(Section section)
{
    switch (section) {
    case Documents: return Tr::tr("Documents");
    case Fields: return Tr::tr("Fields");
    case Letter: return Tr::tr("Signature and letter");
    case Times: return Tr::tr("Times");
    case Limits: return Tr::tr("Limits and partial port");
    case Restrictions: return Tr::tr("Restrictions");
    case Rejections: return Tr::tr("Common rejections");
    case Regulator: return Tr::tr("Regulator");
    case Further:
    case SectionCount: break;
    }
    return Tr::tr("Further rules");
}

QString capital(const QString &text)
{
    return text.isEmpty() ? text : text.at(0).toUpper() + text.mid(1);
}

/// Makes the lines of one record.
class Sheet
{
public:
    Sheet(const QJsonObject &file, const CountryRecord &record) : m_file(file), m_record(record) {}

    QList<RuleSection> sections();

private:
    RuleLine line(const QString &path) const;
    void complete(RuleLine &line) const;
    RuleLine documentLine(const QJsonObject &rule) const;
    RuleLine fieldLine(const QJsonObject &rule) const;
    RuleLine leadTimeLine() const;
    RuleLine valueLine(const QString &member) const;
    QList<RuleLine> droppedLines(const QString &list) const;
    void addSources(RuleLine &line, const QJsonValue &held) const;

    const QJsonObject &m_file;
    const CountryRecord &m_record;
};

RuleLine Sheet::line(const QString &path) const
{
    RuleLine line;
    line.id = QString(path).replace(u'/', u'_');
    line.label = ruleLabel(m_record, path);
    line.paths = {path};
    return line;
}

/// The overrides of all values of a line.
void Sheet::complete(RuleLine &line) const
{
    for (const AppliedOverride &applied : m_record.overrides) {
        const QString &path = applied.rule.path;
        const bool ours = std::any_of(line.paths.cbegin(), line.paths.cend(), [&path](const QString &own) { return path == own || path.startsWith(own + u'/'); });
        if (!ours)
            continue;
        line.overrides.append(applied);
        line.overridden.append(ruleLabel(m_record, path));
    }
    std::sort(line.sources.begin(), line.sources.end());
    line.sources.erase(std::unique(line.sources.begin(), line.sources.end()), line.sources.end());
}

void Sheet::addSources(RuleLine &line, const QJsonValue &held) const
{
    if (held.isArray()) {
        for (const QJsonValue entry : held.toArray())
            addSources(line, entry);
        return;
    }
    for (const QJsonValue number : held[u"sources"].toArray())
        line.sources.append(number.toInt());
}

QString concerning(const QString &who)
{
    return who == "business"_L1 ? Tr::tr("businesses only") : who == "person"_L1 ? Tr::tr("persons only") : QString();
}

QString joined(QStringList parts, const QString &separator)
{
    parts.removeAll(QString());
    return parts.join(separator);
}

RuleLine Sheet::documentLine(const QJsonObject &rule) const
{
    const QString path = u"documents/"_s + rule.value(u"id"_s).toString();
    RuleLine line = this->line(path);
    const bool declared = rule.value(u"baseProcess"_s).toBool();
    const QString asked = declared ? Tr::tr("Required, may be declared unavailable") : rule.value(u"required"_s).toBool() ? Tr::tr("Required") : Tr::tr("In some cases");
    line.value = joined({asked, concerning(rule.value(u"appliesTo"_s).toString())}, u", "_s);
    QStringList details{capital(rule.value(u"note"_s).toString())};
    QStringList members{u"note"_s};
    for (const QString &member : rule.keys()) {
        const QJsonValue value = rule.value(member);
        const bool known = QStringList{u"id"_s, u"required"_s, u"baseProcess"_s, u"appliesTo"_s, u"note"_s, u"sources"_s}.contains(member);
        if (known)
            continue;
        members << member;
        const QString text = ruleText(path + u'/' + member, value);
        if (!value.isNull() && !text.isEmpty())
            details << Tr::tr("%1: %2", "name and value").arg(capital(ruleLabel(m_record, path + u'/' + member).section(u": "_s, 1)), text);
    }
    for (const QString &member : std::as_const(members))
        line.paths << path + u'/' + member;
    line.details = joined(details, u"\n"_s);
    addSources(line, rule);
    complete(line);
    return line;
}

RuleLine Sheet::fieldLine(const QJsonObject &rule) const
{
    const QString path = u"fields/"_s + rule.value(u"id"_s).toString();
    RuleLine line = this->line(path);
    const QString asked = rule.value(u"required"_s).toBool() ? Tr::tr("Compulsory") : Tr::tr("Not always");
    line.value = joined({asked, concerning(rule.value(u"appliesTo"_s).toString())}, u", "_s);
    QStringList details{rule.value(u"explanation"_s).toString()};
    const QStringList silent{u"id"_s, u"label"_s, u"required"_s, u"appliesTo"_s, u"requestPointer"_s, u"sources"_s, u"explanation"_s};
    QStringList members{u"pattern"_s, u"checksum"_s, u"explanation"_s, u"whereToFind"_s, u"note"_s};
    for (const QString &member : rule.keys()) {
        if (!silent.contains(member) && !members.contains(member))
            members << member;
    }
    for (const QString &member : std::as_const(members)) {
        line.paths << path + u'/' + member;
        const QJsonValue value = rule.value(member);
        const QString text = ruleText(path + u'/' + member, value);
        if (member != "explanation"_L1 && !value.isNull() && value != QJsonValue(false) && !text.isEmpty())
            details << Tr::tr("%1: %2", "name and value").arg(capital(ruleLabel(m_record, path + u'/' + member).section(u": "_s, 1)), text);
    }
    line.details = joined(details, u"\n"_s);
    addSources(line, rule);
    complete(line);
    return line;
}

/// A note stands below its value, or for it where a source gives words only.
void addNote(RuleLine &line, const QString &note)
{
    (line.value.isEmpty() ? line.value : line.details) = note;
}

RuleLine Sheet::leadTimeLine() const
{
    RuleLine line = this->line(u"leadTimeMinimum"_s);
    line.id = u"leadTime"_s;
    line.label = Tr::tr("Lead time");
    line.paths = {u"leadTimeMinimum"_s, u"leadTimeMaximum"_s, u"leadTimeNote"_s};
    for (const QString &path : std::as_const(line.paths))
        addSources(line, m_file.value(path));
    const std::optional<int> least = m_record.leadTimeMinimum ? m_record.leadTimeMinimum : m_record.leadTimeMaximum;
    const std::optional<int> most = m_record.leadTimeMaximum ? m_record.leadTimeMaximum : least;
    if (least)
        line.value = *least == *most ? Tr::tr("%n business day(s)", nullptr, *most) : Tr::tr("%1 to %n business days", nullptr, *most).arg(*least);
    addNote(line, m_record.leadTimeNote);
    complete(line);
    return line;
}

/// Days in words, everything else as the pack's words say it.
QString valueText(const QString &member, const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return {};
    if (value.isDouble() && member.endsWith("Days"_L1))
        return Tr::tr("at most %n day(s)", nullptr, value.toInt());
    const QString text = ruleText(member, value);
    return member == "loaLanguages"_L1 ? text : capital(text); // codes stay as they are
}

RuleLine Sheet::valueLine(const QString &member) const
{
    RuleLine line = this->line(member);
    const QJsonValue held = m_file.value(member);
    addSources(line, held);
    if (held.isArray()) {
        QStringList sentences;
        for (const QJsonValue entry : held.toArray())
            sentences << u"• "_s + entry[u"value"].toString();
        line.value = sentences.join(u'\n');
    } else {
        line.value = valueText(member, held[u"value"]);
    }
    if (member == "billMaxAgeDays"_L1) // the base process is never wider
        line.details = Tr::tr("The rule is %n day(s) at most.", nullptr, m_record.effectiveBillAge());
    const QString note = member + u"Note"_s;
    if (m_file.contains(note)) {
        line.paths << note;
        addNote(line, m_file.value(note)[u"value"].toString());
        addSources(line, m_file.value(note));
    }
    complete(line);
    return line;
}

/// What the desk no longer asks for is shown, or it could not be taken back.
QList<RuleLine> Sheet::droppedLines(const QString &list) const
{
    QList<RuleLine> lines;
    for (const AppliedOverride &applied : m_record.overrides) {
        const QStringList steps = applied.rule.path.split(u'/');
        if (steps.first() != list || steps.size() != 2 || !applied.rule.value.isNull())
            continue;
        RuleLine dropped = line(applied.rule.path);
        dropped.value = Tr::tr("Not asked");
        if (list == "fields"_L1)
            dropped.label = applied.supplied[u"label"].toString();
        complete(dropped);
        lines << dropped;
    }
    return lines;
}

QList<RuleSection> Sheet::sections()
{
    QList<RuleSection> all;
    for (int section = 0; section < SectionCount; ++section)
        all.append({u"section%1"_s.arg(section), titleOf(Section(section)), {}});
    for (const QJsonValue rule : m_file.value(u"documents"_s).toArray())
        all[Documents].lines << documentLine(rule.toObject());
    for (const QJsonValue rule : m_file.value(u"fields"_s).toArray())
        all[Fields].lines << fieldLine(rule.toObject());
    all[Documents].lines += droppedLines(u"documents"_s);
    all[Fields].lines += droppedLines(u"fields"_s);
    QStringList members;
    for (const Place &place : kPlaces)
        members << QString::fromLatin1(place.member);
    members += m_file.keys();
    members.removeDuplicates();
    const QStringList told{u"documents"_s, u"fields"_s, u"type"_s, u"confidence"_s, u"sources"_s};
    for (const QString &member : std::as_const(members)) {
        const bool isJoined = std::any_of(std::begin(kJoined), std::end(kJoined), [&member](const char *name) { return member == QLatin1StringView(name); });
        if (told.contains(member) || isJoined || !m_file.contains(member))
            continue;
        all[sectionOf(member)].lines << (member == "leadTimeMinimum"_L1 ? leadTimeLine() : valueLine(member));
    }
    all.removeIf([](const RuleSection &section) { return section.lines.isEmpty(); });
    return all;
}

} // namespace

QList<RuleSection> ruleSections(const QJsonObject &file, const CountryRecord &record, const QList<RuleOverride> &standing, QDate today)
{
    QList<RuleSection> sections = Sheet(file, record).sections();
    for (RuleSection &section : sections) {
        for (RuleLine &line : section.lines) {
            for (const RuleOverride &rule : standing) {
                const bool ours = rule.country == record.country && (rule.type == record.type || rule.type == NumberType::Unknown);
                if (ours && rule.from > today && line.paths.contains(rule.path))
                    line.later.append(rule);
            }
        }
    }
    return sections;
}

QString sourceNumbers(const QList<int> &positions)
{
    QStringList parts;
    for (qsizetype i = 0; i < positions.size();) {
        qsizetype last = i;
        while (last + 1 < positions.size() && positions.at(last + 1) == positions.at(last) + 1)
            ++last;
        const QString from = QString::number(positions.at(i) + 1);
        const QString to = QString::number(positions.at(last) + 1);
        parts << (last == i ? from : last == i + 1 ? from + u", "_s + to : from + QChar(0x2013) + to);
        i = last + 1;
    }
    return parts.join(u", "_s);
}

} // namespace PortDesk
