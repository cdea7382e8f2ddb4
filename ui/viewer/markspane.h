// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/document.h"

#include <QWidget>

namespace PortDesk {

class DeskSession;
class MarkBook;
class MarkLayer;
class MarkList;
class MarkTools;
class PageView;

/// The marks of the document in a viewer: tools and list beside it, the marks themselves over its pages. The desk changes marks; a customer
/// looks at those that are not internal, and has no tools.
class MarksPane final : public QWidget
{
    Q_OBJECT
public:
    /// Session and pages outlive it.
    MarksPane(DeskSession &session, PageView &pages, QWidget *parent = nullptr);

    /// Shows the marks of another document, or reads the same again.
    void open(const QString &sha256);
    void close();
    /// Lists what people marked in the file itself, too, to be taken over; `document` is the one that is open.
    void readFileMarks(const DocumentBytes &document);
    MarkBook &book() const { return *m_book; }
    MarkLayer &layer() const { return *m_layer; }
    /// True when the marks are there.
    bool isRead() const { return m_read; }

Q_SIGNALS:
    void failed(const PortDesk::Error &error);
    /// The marks are there now.
    void marksRead();

private:
    void connectList();

    DeskSession &m_session;
    PageView &m_pages;
    MarkBook *m_book;
    MarkLayer *m_layer;
    MarkTools *m_tools;
    MarkList *m_list;
    QString m_sha256;
    int m_ticket = 0;
    bool m_read = false;
};

} // namespace PortDesk
