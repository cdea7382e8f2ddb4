// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/portcase.h"
#include "core/messages/message.h"
#include "core/numbers/numberdetails.h"
#include "ui/models/rowsmodel.h"

#include <QTimeZone>

namespace PortDesk {

/// A number of a case as people read it: "+49 30 12345678", its place and its outcome.
class CaseNumbersModel final : public RowsModel<CaseNumber>
{
    Q_OBJECT
public:
    enum Column { NumberColumn, TypeColumn, AreaColumn, HolderColumn, AddressColumn, PinColumn, OutcomeColumn, NoteColumn };
    explicit CaseNumbersModel(QObject *parent = nullptr);
    void setCase(const Case &portCase);
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    NumberDetails detailsOf(const CaseNumber &number) const;

    QHash<QString, QString> m_places; ///< address id -> "Berlin"
    QString m_country;
};

/// What happened, newest first.
class TimelineModel final : public RowsModel<CaseEvent>
{
    Q_OBJECT
public:
    enum Column { WhenColumn, WhatColumn, WhoColumn };
    explicit TimelineModel(QObject *parent = nullptr);
    /// `events` oldest first, as the store gives them.
    void setEvents(const QList<CaseEvent> &events, const QDateTime &now, const QTimeZone &zone);
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QDateTime m_now;
    QTimeZone m_zone = QTimeZone::utc();
};

/// Messages of the outbox, newest first.
class MessagesModel final : public RowsModel<Message>
{
    Q_OBJECT
public:
    enum Column { WhenColumn, CaseColumn, ToColumn, SubjectColumn, StatusColumn };
    explicit MessagesModel(QObject *parent = nullptr);
    void setMessages(const QList<Message> &messages, const QDateTime &now, const QTimeZone &zone);
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    QDateTime m_now;
    QTimeZone m_zone = QTimeZone::utc();
};

/// Lines of a quote, or what is charged in the end.
class FeesModel final : public RowsModel<QuoteLine>
{
    Q_OBJECT
public:
    enum Column { LabelColumn, QuantityColumn, UnitColumn, AmountColumn, RuleColumn };
    explicit FeesModel(QObject *parent = nullptr);
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
};

/// The documents of a case.
class DocumentsModel final : public RowsModel<CaseDocument>
{
    Q_OBJECT
public:
    enum Column { KindColumn, FileColumn, IssuedColumn, PagesColumn, StatusColumn };
    explicit DocumentsModel(QObject *parent = nullptr);
    /// The documents of a case with the desk's verdicts.
    void setCase(const Case &portCase);
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    Case m_case; ///< for the verdicts
};

/// "+49 30 12345678": a stored number for people.
QString numberText(const QString &e164);

} // namespace PortDesk
