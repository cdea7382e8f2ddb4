// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/documentpreview.h"

#include <QImage>
#include <QPixmap>

namespace PortDesk {

namespace {
constexpr double kDpi = 60;
}

DocumentPreview::DocumentPreview(DeskSession &session, QWidget *parent) : QLabel(parent), m_session(session)
{
    setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    setMinimumHeight(260);
    setAccessibleName(tr("Preview"));
}

void DocumentPreview::show(const QString &sha256, const QString &fileName)
{
    if (sha256 == m_shown)
        return;
    m_shown = sha256;
    setText(tr("Loading %1").arg(fileName));
    m_session.document(sha256, fileName).then(this, [this, sha256](const Result<DocumentBytes> &document) {
        if (m_shown != sha256)
            return;
        if (document)
            showBytes(*document);
        else
            setText(document.error().message);
    });
}

void DocumentPreview::showBytes(const DocumentBytes &document)
{
    m_shown = document.sha256;
    m_session.worker().render(document, 0, kDpi).then(this, [this, hash = document.sha256](const Result<PageBitmap> &page) {
        if (m_shown != hash)
            return;
        if (!page)
            return setText(page.error().message);
        const QImage image(page->pixels.get(), page->width, page->height, page->bytesPerLine, QImage::Format_RGB32);
        setPixmap(QPixmap::fromImage(image.copy()));
    });
}

void DocumentPreview::clear()
{
    m_shown.clear();
    setText({});
}

} // namespace PortDesk
