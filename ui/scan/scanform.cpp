// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scan/scanform.h"

#include "ui/scan/scannernames.h"
#include "ui/theme/icons.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSettings>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr QSizeF kA4{210, 297};
constexpr QSizeF kLetter{215.9, 279.4};
constexpr double kSlack = 6;         // millimetres: glasses are told a little too small
constexpr int kUsualDpi[]{100, 150, 200, 300, 400, 600};
constexpr int kUsual = 300;
constexpr int kPreview = 75;
const QString kMarked = u"marked"_s; // data of the paper that is none

QComboBox *combo(const QString &name)
{
    auto *box = new QComboBox;
    box->setObjectName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon); // a long name does not widen the dialog
    box->setMinimumContentsLength(12);
    return box;
}

void choose(QComboBox *box, const QVariant &data, const QVariant &otherwise = {})
{
    int row = box->findData(data);
    if (row < 0)
        row = box->findData(otherwise);
    box->setCurrentIndex(qMax(0, row));
}

/// Resolutions to choose of: the usual ones a scanner has, else what it has.
QList<int> offered(const QList<int> &all)
{
    QList<int> usual;
    for (const int dpi : kUsualDpi) {
        if (all.contains(dpi))
            usual << dpi;
    }
    return !usual.isEmpty() ? usual : !all.isEmpty() ? all : QList<int>{kUsual};
}

} // namespace

ScanForm::ScanForm(QWidget *parent)
    : QWidget(parent), m_device(combo(u"scannerCombo"_s)), m_refresh(new QPushButton(themedIcon(Glyph::Refresh), QString())), m_source(combo(u"scanSourceCombo"_s)),
      m_mode(combo(u"scanModeCombo"_s)), m_resolution(combo(u"scanResolutionCombo"_s)), m_paper(combo(u"scanPaperCombo"_s)),
      m_size(new TextLabel({}, TextRole::Caption, TextLabel::Tone::Secondary))
{
    m_refresh->setObjectName(u"refreshScannersButton"_s);
    m_refresh->setAccessibleName(tr("Look for scanners again"));
    m_refresh->setToolTip(m_refresh->accessibleName());
    m_mode->addItem(tr("Colour"), int(ScanMode::Colour));
    m_mode->addItem(tr("Grey"), int(ScanMode::Grey));
    m_mode->addItem(tr("Black and white"), int(ScanMode::BlackWhite));
    choose(m_mode, QSettings().value(u"scan/mode"_s, int(ScanMode::Grey)).toInt(), int(ScanMode::Grey));
    m_size->setObjectName(u"scanSizeLabel"_s);
    layOut();
    connect(m_device, &QComboBox::currentIndexChanged, this, [this] {
        m_sources.clear();
        m_area = {};
        describeDevice();
        Q_EMIT deviceChosen(device());
    });
    connect(m_refresh, &QPushButton::clicked, this, &ScanForm::refreshWanted);
    connect(m_source, &QComboBox::currentIndexChanged, this, [this] {
        fillSource();
        Q_EMIT sourceChosen();
    });
    connect(m_paper, &QComboBox::currentIndexChanged, this, &ScanForm::choosePaper);
}

void ScanForm::layOut()
{
    auto *device = new QWidget;
    auto *row = new QHBoxLayout(device);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Spacing::XS);
    row->addWidget(m_device, 1);
    row->addWidget(m_refresh);
    device->setObjectName(u"scannerRow"_s);
    device->setFocusProxy(m_device);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::M);
    column->addWidget(new FormField(tr("Scanner"), device));
    column->addWidget(new FormField(tr("Paper from"), m_source));
    column->addWidget(new FormField(tr("Colours"), m_mode));
    column->addWidget(new FormField(tr("Resolution"), m_resolution));
    column->addWidget(new FormField(tr("Paper size"), m_paper));
    column->addWidget(m_size);
    m_device->setAccessibleName(tr("Scanner"));
}

QString ScanForm::device() const
{
    return m_device->currentData().toString();
}

QString ScanForm::deviceName() const
{
    return m_device->currentText();
}

void ScanForm::setDevices(const QList<ScannerDevice> &devices)
{
    {
        const QSignalBlocker quiet(m_device);
        m_device->clear();
        const QStringList names = scannerNames(devices);
        for (qsizetype row = 0; row < devices.size(); ++row) {
            m_device->addItem(names.at(row), devices.at(row).id);
            m_device->setItemData(int(row), devices.at(row).id, Qt::ToolTipRole);
        }
        choose(m_device, QSettings().value(u"scan/device"_s));
    }
    describeDevice();
    m_sources.clear();
    m_area = {};
    if (!devices.isEmpty())
        Q_EMIT deviceChosen(device());
}

/// A long name is cut off in the form; the driver's id tells two of a kind apart for whoever set them up.
void ScanForm::describeDevice()
{
    m_device->setToolTip(device().isEmpty() ? QString() : u"%1\n%2"_s.arg(deviceName(), device()));
}

void ScanForm::setSources(const QList<ScannerSource> &sources)
{
    m_sources = sources;
    {
        const QSignalBlocker quiet(m_source);
        m_source->clear();
        for (const ScannerSource &source : sources)
            m_source->addItem(source.source == ScanSource::Flatbed ? tr("Glass") : tr("Feeder"), int(source.source));
        choose(m_source, QSettings().value(u"scan/source"_s));
    }
    fillSource();
    Q_EMIT sourceChosen();
}

const ScannerSource *ScanForm::source() const
{
    const int wanted = m_source->currentData().toInt();
    const auto found = std::find_if(m_sources.cbegin(), m_sources.cend(), [wanted](const ScannerSource &source) { return int(source.source) == wanted; });
    return found == m_sources.cend() ? nullptr : &*found;
}

/// What the chosen source offers; what was chosen before stays where it can.
void ScanForm::fillSource()
{
    const ScannerSource *now = source();
    if (!now)
        return;
    const QSettings settings;
    const QSignalBlocker quiet(m_paper);
    const QVariant dpi = m_resolution->count() > 0 ? m_resolution->currentData() : settings.value(u"scan/dpi"_s, kUsual);
    m_resolution->clear();
    for (const int value : offered(now->resolutions))
        m_resolution->addItem(tr("%1 dpi").arg(value), value);
    choose(m_resolution, dpi.toInt(), kUsual);
    const QVariant paper = m_paper->count() > 0 ? m_paper->currentData() : settings.value(u"scan/paper"_s, u"a4"_s);
    m_paper->clear();
    const auto fits = [&](const QSizeF &size) { return now->area.isEmpty() || (size.width() <= now->area.width() + kSlack && size.height() <= now->area.height() + kSlack); };
    if (fits(kA4))
        m_paper->addItem(tr("A4"), u"a4"_s);
    if (fits(kLetter))
        m_paper->addItem(tr("Letter"), u"letter"_s);
    m_paper->addItem(now->source == ScanSource::Flatbed ? tr("Whole glass") : tr("As large as it can"), u"all"_s);
    choose(m_paper, paper, u"all"_s);
    choosePaper();
}

void ScanForm::choosePaper()
{
    const QString paper = m_paper->currentData().toString();
    if (paper == kMarked)
        return;
    const QSizeF size = paper == u"a4" ? kA4 : paper == u"letter" ? kLetter : QSizeF();
    m_area = size.isEmpty() ? QRectF() : QRectF(QPointF(), size);
    if (const int marked = m_paper->findData(kMarked); marked >= 0) {
        const QSignalBlocker quiet(m_paper);
        m_paper->removeItem(marked);
    }
    describeArea();
    Q_EMIT areaChosen(m_area);
}

void ScanForm::setPart(const QRectF &part)
{
    const QSignalBlocker quiet(m_paper);
    if (m_paper->findData(kMarked) < 0)
        m_paper->addItem(tr("Marked part"), kMarked);
    choose(m_paper, kMarked);
    m_area = part;
    describeArea();
}

void ScanForm::describeArea()
{
    const QSizeF size = m_area.isEmpty() ? glass() : m_area.size();
    m_size->setText(size.isEmpty() ? QString() : tr("%1 × %2 mm").arg(qRound(size.width())).arg(qRound(size.height())));
}

QSizeF ScanForm::glass() const
{
    const ScannerSource *now = source();
    return now ? now->area : QSizeF();
}

ScanSettings ScanForm::settings() const
{
    return {ScanSource(m_source->currentData().toInt()), ScanMode(m_mode->currentData().toInt()), m_resolution->currentData().toInt(), m_area, false};
}

int ScanForm::previewDpi() const
{
    const ScannerSource *now = source();
    const QList<int> all = now ? now->resolutions : QList<int>();
    const auto enough = std::find_if(all.cbegin(), all.cend(), [](int dpi) { return dpi >= kPreview; });
    return enough == all.cend() ? kPreview : *enough;
}

void ScanForm::remember() const
{
    QSettings settings;
    settings.setValue(u"scan/device"_s, device());
    settings.setValue(u"scan/source"_s, m_source->currentData());
    settings.setValue(u"scan/mode"_s, m_mode->currentData());
    settings.setValue(u"scan/dpi"_s, m_resolution->currentData());
    if (m_paper->currentData() != kMarked)
        settings.setValue(u"scan/paper"_s, m_paper->currentData());
}

} // namespace PortDesk
