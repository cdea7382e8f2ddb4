// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <memory>

class QPrinter;
class QWidget;

namespace PortDesk {

/// What can be printed.
struct PrintOffer {
    int pages = 0;
    int currentPage = 0; ///< 0-based
    bool marks = false;  ///< there are marks
    QString title;       ///< of the print job
};

/// What a person chose; without a printer they changed their mind.
struct PrintChoice {
    std::unique_ptr<QPrinter> printer;
    QList<int> pages; ///< 0-based
    bool marks = false;
};

/// Asks for a printer, its options, the pages and whether the marks are printed.
PrintChoice askForPrinter(const PrintOffer &offer, QWidget *parent);

/// The pages a printer was told to print, of a document with so many.
QList<int> chosenPages(const QPrinter &printer, const PrintOffer &offer);

} // namespace PortDesk
