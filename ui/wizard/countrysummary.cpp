// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/countrysummary.h"

#include "ui/widgets/card.h"
#include "ui/widgets/keyvaluegrid.h"
#include "ui/widgets/textlabel.h"

#include <QUrl>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr int kSources = 4; // the page shows where it is written, not everything that was read

QString documentsText(const CountryRecord &record)
{
    QStringList lines;
    for (const DocumentRule &rule : record.documents) {
        QString line = documentKindText(rule.id);
        if (rule.appliesTo == u"business")
            line = CountrySummary::tr("%1 (companies)").arg(line);
        else if (rule.appliesTo == u"person")
            line = CountrySummary::tr("%1 (private persons)").arg(line);
        lines << (rule.required ? line : CountrySummary::tr("%1, sometimes").arg(line));
    }
    return lines.join(u'\n');
}

QString fieldsText(const CountryRecord &record)
{
    QStringList labels;
    for (const FieldRule &rule : record.fields) {
        if (rule.requestPointer.isEmpty())
            labels << (rule.required ? rule.label : CountrySummary::tr("%1, if you know it").arg(rule.label));
    }
    return labels.isEmpty() ? CountrySummary::tr("nothing more is documented") : labels.join(u'\n');
}

QString sourcesText(const CountryRecord &record)
{
    QStringList sources = record.sources;
    sources.removeIf([](const QString &source) { return QUrl(source).host().isEmpty(); }); // an override without a link
    QStringList links;
    for (const QString &source : sources.mid(0, kSources))
        links << u"<a href=\"%1\">%2</a>"_s.arg(source.toHtmlEscaped(), QUrl(source).host().toHtmlEscaped());
    const int more = int(sources.size()) - kSources;
    return more > 0 ? CountrySummary::tr("%1 and %n more", nullptr, more).arg(links.join(u", "_s)) : links.join(u", "_s);
}

/// Words to read, not to copy: no stop of the keyboard.
void addWords(KeyValueGrid &grid, const QString &key, const QString &value)
{
    grid.addRow(key, value)->setTextInteractionFlags(Qt::NoTextInteraction);
}

} // namespace

CountrySummary::CountrySummary(const CountryRecord &record, QWidget *parent) : QWidget(parent)
{
    auto *card = new Card(tr("What you will need"));
    auto *grid = new KeyValueGrid;
    addWords(*grid, tr("Documents"), documentsText(record));
    addWords(*grid, tr("Bill"), tr("at most %n day(s) old", nullptr, record.effectiveBillAge()));
    addWords(*grid, tr("Questions"), fieldsText(record));
    addWords(*grid, tr("Time it takes"), leadTimeText(record));
    if (!record.restrictions.isEmpty())
        addWords(*grid, tr("Good to know"), record.restrictions.join(u".\n"_s));
    if (TextLabel *sources = grid->addRow(tr("Sources"), sourcesText(record))) {
        sources->setTextFormat(Qt::RichText);
        sources->setTextInteractionFlags(Qt::TextBrowserInteraction);
        sources->setOpenExternalLinks(true);
        sources->setAccessibleName(tr("Sources"));
    }
    card->body()->addWidget(grid);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(card);
}

QString leadTimeText(const CountryRecord &record)
{
    if (!record.leadTimeMinimum && !record.leadTimeMaximum)
        return CountrySummary::tr("not documented, ask the carrier");
    const int low = record.leadTimeMinimum.value_or(*record.leadTimeMaximum);
    const int high = record.leadTimeMaximum.value_or(low);
    return low == high ? CountrySummary::tr("%n business day(s)", nullptr, low) : CountrySummary::tr("%1 to %n business days", nullptr, high).arg(low);
}

} // namespace PortDesk
