// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/signaturepicture.h"

#include "ui/models/answer.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/inkview.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/textlabel.h"
#include "ui/wizard/dropzone.h"

#include <QClipboard>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kLargestFile = 25LL * 1024 * 1024;
constexpr int kWeakest = 30;  ///< grey levels of the slider
constexpr int kStrongest = 245;
constexpr int kMiddle = 140;

QImage imageOf(const InkPicture &picture)
{
    if (picture.isEmpty())
        return {};
    const auto *bytes = reinterpret_cast<const uchar *>(picture.cover.constData());
    return QImage(bytes, picture.width, picture.height, picture.width, QImage::Format_Alpha8).copy();
}

} // namespace

SignaturePictureForm::SignaturePictureForm(DocWorker &worker, Prompts &prompts, QWidget *parent)
    : QWidget(parent), m_worker(worker), m_prompts(prompts), m_zone(new DropZone(tr("Drop a picture of the signature here, paste it (Ctrl+V), or choose a file. A photo of dark ink on white paper is best."))),
      m_view(new InkView(tr("The signature appears here without its paper."))), m_darkness(new QSlider(Qt::Horizontal)), m_automatic(new QPushButton(tr("A&utomatic"))),
      m_remove(new QPushButton(tr("&Remove"))), m_problem(new TextLabel({}, TextRole::Body)), m_tools(new QWidget)
{
    m_zone->setObjectName(u"signatureDropZone"_s);
    m_zone->scanButton()->hide(); // a scan is a PDF; the whole letter is scanned on its page
    m_view->setObjectName(u"signatureInkView"_s);
    m_view->setAccessibleName(tr("The signature as it stands in the letter"));
    m_problem->setObjectName(u"signaturePictureLabel"_s);
    m_problem->setWordWrap(true);
    m_problem->setState(State::Problem);
    m_problem->hide();
    makeTools();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::S);
    column->addWidget(m_zone);
    column->addWidget(m_problem);
    column->addWidget(m_view, 1);
    column->addWidget(m_tools);
    connect(m_zone->browseButton(), &QPushButton::clicked, this, &SignaturePictureForm::browse);
    connect(m_zone, &DropZone::filesDropped, this, [this](const QStringList &files) { takeFile(files.first()); });
    connect(m_zone, &DropZone::pictureDropped, this, &SignaturePictureForm::take);
    m_tools->setEnabled(false);
}

void SignaturePictureForm::makeTools()
{
    m_darkness->setObjectName(u"inkDarknessSlider"_s);
    m_darkness->setAccessibleName(tr("Strength of the ink"));
    m_darkness->setRange(kWeakest, kStrongest);
    m_darkness->setPageStep(15);
    m_darkness->setValue(kMiddle);
    m_automatic->setObjectName(u"automaticInkButton"_s);
    m_remove->setObjectName(u"removePictureButton"_s);
    auto *words = new QLabel(tr("I&nk strength"));
    words->setBuddy(m_darkness);
    auto *row = new QHBoxLayout(m_tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Spacing::S);
    row->addWidget(words);
    row->addWidget(m_darkness, 1);
    row->addWidget(m_automatic);
    row->addWidget(m_remove);
    connect(m_darkness, &QSlider::valueChanged, this, [this] {
        m_found = false;
        cut();
    });
    connect(m_automatic, &QPushButton::clicked, this, [this] {
        m_found = true;
        cut();
    });
    connect(m_remove, &QPushButton::clicked, this, &SignaturePictureForm::clear);
}

bool SignaturePictureForm::paste()
{
    return m_zone->take(QGuiApplication::clipboard()->mimeData());
}

void SignaturePictureForm::browse()
{
    const QStringList files = m_prompts.openFiles(this, tr("Choose a Picture of the Signature"), tr("Pictures (*.png *.jpg *.jpeg *.tif *.tiff)"));
    if (!files.isEmpty())
        takeFile(files.first());
}

void SignaturePictureForm::takeFile(const QString &path)
{
    QFile file(path);
    const QString name = QFileInfo(path).fileName();
    if (file.size() > kLargestFile)
        return show(Error{Error::Code::Invalid, tr("%1 is larger than %2 MB. Choose a smaller picture.").arg(name).arg(kLargestFile / 1024 / 1024), {}});
    if (!file.open(QIODevice::ReadOnly))
        return show(Error{Error::Code::Io, tr("%1 could not be read: %2.").arg(name, file.errorString()), {}});
    take(file.readAll());
}

void SignaturePictureForm::take(const QByteArray &bytes)
{
    m_bytes = bytes;
    m_found = true;
    cut();
}

void SignaturePictureForm::cut()
{
    if (m_bytes.isEmpty())
        return;
    whenAnswered(m_worker.signaturePicture(m_bytes, m_found ? 0 : m_darkness->value()), this, [this, ticket = ++m_newest](const Result<InkPicture> &picture) {
        if (ticket == m_newest)
            show(picture);
    });
}

void SignaturePictureForm::show(const Result<InkPicture> &picture)
{
    m_picture = picture ? *picture : InkPicture();
    m_view->setInk(imageOf(m_picture));
    m_problem->setText(picture ? QString() : picture.error().message);
    m_problem->setVisible(!picture);
    m_tools->setEnabled(!m_bytes.isEmpty());
    m_automatic->setEnabled(!m_found);
    Q_EMIT changed();
}

void SignaturePictureForm::clear()
{
    ++m_newest;
    m_bytes.clear();
    show(InkPicture());
    m_zone->browseButton()->setFocus();
}

} // namespace PortDesk
