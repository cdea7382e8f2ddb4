// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/dropzone.h"

#include "ui/theme/spacing.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/textlabel.h"

#include <QBuffer>
#include <QDropEvent>
#include <QHBoxLayout>
#include <QImage>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {
constexpr qreal kRadius = 8;
}

DropZone::DropZone(const QString &sentence, QWidget *parent) : QWidget(parent), m_browse(new QPushButton(tr("Bro&wse…"))), m_scan(new QPushButton(tr("S&can…")))
{
    setAcceptDrops(true);
    m_browse->setObjectName(u"browseButton"_s);
    m_scan->setObjectName(u"scanDocumentButton"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Spacing::L, Spacing::M, Spacing::M, Spacing::M);
    auto *words = new TextLabel(sentence, TextRole::Body, TextLabel::Tone::Secondary);
    words->setWordWrap(true);
    row->addWidget(words, 1);
    row->addWidget(m_scan);
    row->addWidget(m_browse);
}

bool DropZone::take(const QMimeData *mime)
{
    QStringList paths;
    for (const QUrl &url : mime->urls()) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    if (!paths.isEmpty()) {
        Q_EMIT filesDropped(paths);
        return true;
    }
    if (!mime->hasImage())
        return false;
    // A copied picture is already pixels: nothing foreign is decoded here.
    QByteArray png;
    QBuffer buffer(&png);
    const auto image = qvariant_cast<QImage>(mime->imageData());
    if (image.isNull() || !buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
        return false;
    Q_EMIT pictureDropped(png);
    return true;
}

void DropZone::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensFor(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_over ? tokens.accent : tokens.tertiary, 1, Qt::DashLine));
    painter.setBrush(m_over ? tokens.accentSoft : tokens.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
}

void DropZone::dragEnterEvent(QDragEnterEvent *event)
{
    if (!event->mimeData()->hasUrls() && !event->mimeData()->hasImage())
        return;
    event->acceptProposedAction();
    m_over = true;
    update();
}

void DropZone::dragLeaveEvent(QDragLeaveEvent *)
{
    m_over = false;
    update();
}

void DropZone::dropEvent(QDropEvent *event)
{
    m_over = false;
    update();
    if (take(event->mimeData()))
        event->acceptProposedAction();
}

} // namespace PortDesk
