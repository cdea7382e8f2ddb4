// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/printchoice.h"

#include "ui/theme/spacing.h"

#include <QCheckBox>
#include <QCoreApplication>
#include <QPageRanges>
#include <QPrintDialog>
#include <QPrinter>
#include <QVBoxLayout>

#include <numeric>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(PrintChoice)
};

/// The dialog's own page for what only documents have.
QWidget *documentTab(QCheckBox *marks)
{
    auto *tab = new QWidget;
    tab->setWindowTitle(Tr::tr("Document"));
    auto *column = new QVBoxLayout(tab);
    column->setContentsMargins(Spacing::L, Spacing::L, Spacing::L, Spacing::L);
    column->addWidget(marks);
    column->addStretch(1);
    return tab;
}

} // namespace

QList<int> chosenPages(const QPrinter &printer, const PrintOffer &offer)
{
    QList<int> all(offer.pages);
    std::iota(all.begin(), all.end(), 0);
    if (printer.printRange() == QPrinter::CurrentPage)
        return {offer.currentPage};
    const QPageRanges ranges = printer.pageRanges();
    if (printer.printRange() == QPrinter::PageRange && !ranges.isEmpty())
        all.removeIf([&ranges](int page) { return !ranges.contains(page + 1); });
    if (printer.pageOrder() == QPrinter::LastPageFirst)
        std::reverse(all.begin(), all.end());
    return all;
}

PrintChoice askForPrinter(const PrintOffer &offer, QWidget *parent)
{
    auto printer = std::make_unique<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(offer.title);
    QPrintDialog dialog(printer.get(), parent);
    dialog.setWindowTitle(Tr::tr("Print %1").arg(offer.title));
    dialog.setOptions(QPrintDialog::PrintToFile | QPrintDialog::PrintPageRange | QPrintDialog::PrintCurrentPage | QPrintDialog::PrintCollateCopies |
                      QPrintDialog::PrintShowPageSize);
    dialog.setMinMax(1, offer.pages);
    QCheckBox marks(Tr::tr("Print the &marks"));
    marks.setObjectName(u"printMarksCheck"_s);
    marks.setChecked(offer.marks);
    marks.setEnabled(offer.marks);
    dialog.setOptionTabs({documentTab(&marks)});
    const bool accepted = dialog.exec() == QDialog::Accepted;
    const bool withMarks = marks.isChecked();
    marks.setParent(nullptr); // it stands on this stack
    if (!accepted)
        return {};
    QList<int> pages = chosenPages(*printer, offer);
    return {std::move(printer), pages, withMarks};
}

} // namespace PortDesk
