// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace PortDesk {

class Card;
class KeyValueGrid;
class RequestDraft;

/// Everything that was filled in, in cards with an Edit link each.
class RequestSummary final : public QWidget
{
    Q_OBJECT
public:
    explicit RequestSummary(const RequestDraft &draft, QWidget *parent = nullptr);
    void refresh();

Q_SIGNALS:
    /// JSON pointer of the page to open.
    void editRequested(const QString &pointer);

private:
    KeyValueGrid *addCard(const QString &title, const QString &pointer, const QString &buttonName);

    const RequestDraft &m_draft;
    KeyValueGrid *m_owner;
    KeyValueGrid *m_carrier;
    KeyValueGrid *m_numbers;
    KeyValueGrid *m_fields;
    KeyValueGrid *m_documents;
};

} // namespace PortDesk
