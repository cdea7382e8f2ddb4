// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

/// PDFs written by hand, for what no program would write.
namespace PortDesk::PdfBytes {

/// A PDF of the given objects (from number 1; 1 is the catalog) with a right cross-reference table.
inline QByteArray pdfOf(const QList<QByteArray> &objects)
{
    QByteArray pdf = "%PDF-1.7\n";
    QList<qsizetype> places;
    for (qsizetype i = 0; i < objects.size(); ++i) {
        places.append(pdf.size());
        pdf += QByteArray::number(i + 1) + " 0 obj\n" + objects[i] + "\nendobj\n";
    }
    const qsizetype table = pdf.size();
    pdf += "xref\n0 " + QByteArray::number(objects.size() + 1) + "\n0000000000 65535 f \n";
    for (const qsizetype place : places)
        pdf += QByteArray::number(place).rightJustified(10, '0') + " 00000 n \n";
    return pdf + "trailer\n<</Size " + QByteArray::number(objects.size() + 1) + "/Root 1 0 R>>\nstartxref\n" + QByteArray::number(table) +
           "\n%%EOF\n";
}

inline QByteArray stream(const QByteArray &dict, const QByteArray &data)
{
    return "<<" + dict + "/Length " + QByteArray::number(data.size()) + ">>\nstream\n" + data + "\nendstream";
}

/// One A4 page; `more` are the objects from number 5, `page` further keys of the page.
inline QByteArray onePage(const QByteArray &resources, const QByteArray &content, const QList<QByteArray> &more = {},
                          const QByteArray &page = {})
{
    return pdfOf(QList<QByteArray>{"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                                   "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R" + page + "/Resources<<" + resources +
                                       ">>>>",
                                   stream({}, content)} +
                 more);
}

/// Text in Helvetica at a place in points from the lower left corner; `mode` is the rendering mode (3: invisible).
inline QByteArray textAt(double x, double y, const QByteArray &text, const QByteArray &colour = "0 g", int mode = 0)
{
    return "BT " + colour + " /F 14 Tf " + QByteArray::number(mode) + " Tr " + QByteArray::number(x) + ' ' + QByteArray::number(y) +
           " Td (" + text + ") Tj ET\n";
}

inline QByteArray helvetica()
{
    return "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>>>";
}

} // namespace PortDesk::PdfBytes
