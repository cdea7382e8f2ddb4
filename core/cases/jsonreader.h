// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace PortDesk {

/// The first thing that is wrong with a JSON text; shared by the readers of all members. Later complaints are dropped.
class JsonComplaint
{
public:
    void add(const QString &pointer, const QString &what);
    bool isEmpty() const { return m_text.isEmpty(); }
    QString text() const { return m_text; } ///< "/losingCarrier/pinn: is not known."

private:
    QString m_text;
};

/// Reads the members of one JSON object strictly: every member asked for must have its type, and finish() complains about members nobody asked for.
/// A missing member reads as empty.
class JsonReader
{
public:
    /// `pointer` is the object's own place, "" for the document.
    JsonReader(const QJsonValue &value, const QString &pointer, JsonComplaint &complaint);

    QString text(const QString &key);
    QStringList texts(const QString &key);
    /// A list of texts, or one text with its entries parted by commas, semicolons or line ends; blank entries of such a text are dropped.
    QStringList textOrTexts(const QString &key);
    QDate date(const QString &key); ///< ISO 8601 day; "" is no date
    /// One of `words`: its index; `fallback` when the member is missing.
    int word(const QString &key, const QStringList &words, int fallback);
    QJsonObject object(const QString &key);
    QJsonArray array(const QString &key);
    /// The object's member as it stands; for members that may be null.
    QJsonValue raw(const QString &key);
    bool has(const QString &key) const { return m_object.contains(key); }
    QString place(const QString &key) const;
    void complain(const QString &key, const QString &what);
    void finish(); ///< complains about unknown keys

private:
    bool isWrong(const QString &key, QJsonValue::Type type, const QString &what);

    QJsonObject m_object;
    QString m_pointer;
    JsonComplaint &m_complaint;
    QStringList m_known;
};

} // namespace PortDesk
