// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/document.h"
#include "core/documents/virusscanner.h"

#include <QWidget>

namespace PortDesk {

class TextLabel;

/// What the virus scanner says today about the document that is shown; asked anew each time, because it learns every day.
class VirusNote final : public QWidget
{
    Q_OBJECT
public:
    explicit VirusNote(QWidget *parent = nullptr);

    void setDocument(const DocumentBytes &document);
    void clearDocument();

private:
    void showVerdict(const VirusVerdict &verdict);

    TextLabel *m_text;
    VirusScanner m_scanner;
    QString m_sha256; ///< of the document asked about last
};

} // namespace PortDesk
