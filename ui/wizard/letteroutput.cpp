// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/letteroutput.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QPainter>
#include <QPdfDocument>
#include <QPrintDialog>
#include <QPrinter>
#include <QSaveFile>

namespace PortDesk {

void printPdf(const QByteArray &pdf, const QString &title, QWidget *parent)
{
    QPrinter printer(QPrinter::HighResolution);
    printer.setDocName(title);
    QPrintDialog dialog(&printer, parent);
    if (dialog.exec() != QDialog::Accepted)
        return;
    QByteArray bytes = pdf;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&buffer);
    QPainter painter(&printer);
    for (int page = 0; page < document.pageCount(); ++page) {
        if (page > 0)
            printer.newPage();
        const QRect paper = printer.pageLayout().fullRectPixels(printer.resolution());
        const QSize size = document.pagePointSize(page).scaled(paper.size(), Qt::KeepAspectRatio).toSize();
        // The painter starts at the printable area; the letter has margins of its own.
        const QPoint origin = -printer.pageLayout().paintRectPixels(printer.resolution()).topLeft();
        painter.drawImage(QRect(origin, size), document.render(page, size));
    }
}

Result<void> saveBytes(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return Error{Error::Code::Io, QCoreApplication::translate("LetterPage", "%1 could not be written: %2. Choose another folder and save again.").arg(QFileInfo(path).fileName(), file.errorString())};
}

} // namespace PortDesk
