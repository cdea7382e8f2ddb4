// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/document.h"
#include "core/documents/mark.h"

#include <QDate>

namespace PortDesk {

/// A signature given on screen: drawn (strokes), typed (text) or a picture of one; only one of them.
struct Signature {
    QList<QList<QPointF>> strokes; ///< in pixels of the pad
    QSizeF pad;                    ///< its size in pixels
    QString typed;
    InkPicture picture = {};
    QString signer; ///< who signed, shown beside it
    QDate day;
    bool isEmpty() const { return strokes.isEmpty() && picture.isEmpty() && typed.trimmed().isEmpty(); }
};

/// Where a letter is signed.
struct SignaturePlace {
    int page = 0;      ///< 0-based
    QRectF box;        ///< 0..1 of the page; the line is its lower edge
    bool found = false; ///< false: no line was found and the box is in the lower part of the page
};

/// The place to sign in a letter of our own: between the last `label` ("Unterschrift") and the line to sign on below it. Of a letter without
/// them the lower part of its last page. `pages` are the words of all pages.
SignaturePlace signaturePlaceOf(const QList<QList<Word>> &pages, const QString &label);

/// The signature as marks of the document, and beside its line who signed and when: a copy must not look as if it was signed on paper.
/// `page` in points.
QList<Mark> signatureMarks(const Signature &signature, const SignaturePlace &place, const QSizeF &page);

} // namespace PortDesk
