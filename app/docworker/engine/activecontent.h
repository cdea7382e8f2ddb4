// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

class QPDF;

namespace PortDesk {

/// What a PDF would do beside being read. None of it is ever done here; the agent is told of it.
struct ActiveContent
{
    bool scripts = false;  ///< JavaScript of the document, a page, a field or a link
    bool launches = false; ///< starts a program or opens a file
    bool files = false;    ///< other files inside
    bool sends = false;    ///< sends form values away or fetches them
    bool xfa = false;      ///< a form of its own kind

    ActiveContent &operator|=(const ActiveContent &other);
};

/// Looks into the catalog, the outline, the pages and their annotations, and at actions that follow actions.
ActiveContent activeContent(QPDF &pdf);
/// Looks for the names in the bytes: for files too damaged for anything else.
ActiveContent activeContent(const QByteArray &bytes);

/// One sentence for each.
QStringList warningsOf(const ActiveContent &content);

} // namespace PortDesk
