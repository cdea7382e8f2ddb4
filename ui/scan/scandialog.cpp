// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scan/scandialog.h"

#include "ui/models/answer.h"
#include "ui/scan/pagestrip.h"
#include "ui/scan/scanform.h"
#include "ui/scan/scannedpages.h"
#include "ui/scan/scanview.h"
#include "ui/theme/portdeskstyle.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/busybar.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/savedstate.h"
#include "ui/widgets/textlabel.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr int kFormWidth = 230;
enum Tab { GlassTab, PageTab };
enum Middle { NoPicture, GlassPicture, PagePicture };

} // namespace

QString scannedFileName(const QString &kindText, QDate day)
{
    QString name = kindText.isEmpty() ? ScanDialog::tr("Scanned document") : kindText;
    name.replace(u'/', u'-');
    return u"%1 %2.pdf"_s.arg(name, day.toString(Qt::ISODate));
}

ScanDialog::ScanDialog(DocWorker &worker, Prompts &prompts, const ScanPurpose &purpose, QWidget *parent)
    : QDialog(parent), m_worker(worker), m_prompts(prompts), m_purpose(purpose), m_client(purpose.scanner), m_pages(new ScannedPages(this)), m_form(new ScanForm),
      m_strip(new PageStrip(*m_pages)), m_glass(new ScanView), m_page(new ScanView), m_tabs(new QTabBar), m_stack(new QStackedWidget), m_middle(new QStackedWidget),
      m_empty(new EmptyState), m_noPicture(new EmptyState), m_bar(new MessageBar), m_busy(new BusyBar), m_preview(new QPushButton(tr("&Preview"))),
      m_scan(new QPushButton), m_finish(new QPushButton(tr("&Add Document")))
{
    setObjectName(u"scanDialog"_s);
    setWindowTitle(purpose.title);
    m_stack->addWidget(makeWork());
    m_stack->addWidget(m_empty);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Spacing::XL, Spacing::L, Spacing::XL, Spacing::L);
    column->setSpacing(Spacing::M);
    column->addWidget(new TextLabel(purpose.title, TextRole::Title));
    column->addWidget(m_bar);
    column->addWidget(m_stack, 1);
    column->addWidget(m_busy);
    column->addLayout(makeButtons());
    m_bar->setObjectName(u"scanBar"_s);
    m_bar->setClosable(true);
    m_empty->setObjectName(u"scanEmpty"_s);
    connectAll();
    resize(960, 680);
    rememberGeometry(this, u"scanDialog"_s);
    showTab(GlassTab);
    look();
}

QWidget *ScanDialog::makeWork()
{
    m_preview->setObjectName(u"previewScanButton"_s);
    auto *left = new QVBoxLayout;
    left->setSpacing(Spacing::M);
    left->addWidget(m_form);
    left->addWidget(m_preview);
    left->addStretch();
    m_form->setFixedWidth(kFormWidth);
    auto *work = new QWidget;
    auto *row = new QHBoxLayout(work);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Spacing::L);
    row->addLayout(left);
    row->addWidget(makeMiddle(), 1);
    row->addWidget(m_strip);
    return work;
}

QWidget *ScanDialog::makeMiddle()
{
    m_tabs->setObjectName(u"scanTabs"_s);
    m_tabs->setAccessibleName(tr("What is shown"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->addTab(tr("&Glass"));
    m_tabs->addTab(tr("Scann&ed page"));
    m_glass->setObjectName(u"glassView"_s);
    m_glass->setAccessibleName(tr("Part of the glass to scan"));
    m_page->setObjectName(u"scannedPageView"_s);
    m_noPicture->setObjectName(u"noPreview"_s);
    m_noPicture->setGlyph(Glyph::Search);
    m_middle->addWidget(m_noPicture);
    m_middle->addWidget(m_glass);
    m_middle->addWidget(m_page);
    auto *middle = new QWidget;
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::S);
    column->addWidget(m_tabs);
    column->addWidget(m_middle, 1);
    return middle;
}

QLayout *ScanDialog::makeButtons()
{
    auto *close = new QPushButton(tr("Close"));
    close->setObjectName(u"closeScanButton"_s);
    m_scan->setObjectName(u"scanButton"_s);
    m_finish->setObjectName(u"finishScanButton"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(Spacing::S);
    row->addWidget(close);
    row->addStretch();
    row->addWidget(m_scan);
    row->addWidget(m_finish);
    for (QPushButton *button : {close, m_preview, m_scan, m_finish})
        button->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &ScanDialog::reject);
    return row;
}

void ScanDialog::connectAll()
{
    connect(m_form, &ScanForm::refreshWanted, this, &ScanDialog::look);
    connect(m_form, &ScanForm::deviceChosen, this, &ScanDialog::ask);
    connect(m_form, &ScanForm::sourceChosen, this, [this] { showTab(m_tabs->currentIndex()); });
    connect(m_form, &ScanForm::areaChosen, this, [this](const QRectF &area) { m_glass->setPart(area); });
    connect(m_glass, &ScanView::partChanged, m_form, &ScanForm::setPart);
    connect(m_strip, &PageStrip::currentChanged, this, &ScanDialog::showPage);
    connect(m_tabs, &QTabBar::currentChanged, this, &ScanDialog::showTab);
    connect(m_preview, &QPushButton::clicked, this, &ScanDialog::preview);
    connect(m_noPicture, &EmptyState::actionTriggered, this, &ScanDialog::preview);
    connect(m_scan, &QPushButton::clicked, this, &ScanDialog::scan);
    connect(m_finish, &QPushButton::clicked, this, &ScanDialog::finish);
    connect(m_empty, &EmptyState::actionTriggered, this, &ScanDialog::look);
    connect(m_busy, &BusyBar::cancelRequested, &m_client, &ScannerClient::cancel);
    connect(&m_client, &ScannerClient::pageScanned, this, &ScanDialog::takePage);
    connect(&m_client, &ScannerClient::progressed, this, [this](int page, int percent) {
        m_busy->setProgress(percent, m_doing == Doing::Previewing ? tr("Preview: %1 %").arg(percent) : tr("Page %1: %2 %").arg(page).arg(percent));
    });
}

void ScanDialog::begin(Doing what, const QString &words, int maximum)
{
    m_doing = what;
    m_bar->clear();
    m_busy->start(words, maximum, what != Doing::Binding);
    refresh();
}

void ScanDialog::end()
{
    m_doing = Doing::Nothing;
    m_busy->finish();
    refresh();
}

void ScanDialog::fail(const Error &error)
{
    end();
    if (error.code == Error::Code::Cancelled)
        m_bar->showMessage(State::Info, error.message);
    else
        m_bar->showMessage(State::Problem, error.message);
}

void ScanDialog::look()
{
    begin(Doing::Looking, tr("Looking for scanners"));
    m_empty->set(EmptyState::Kind::NothingYet, tr("Looking for scanners…"), tr("Scanners on the network take a few seconds to answer."));
    m_empty->setGlyph(Glyph::Search);
    if (m_pages->rowCount() == 0)
        m_stack->setCurrentIndex(1);
    whenAnswered(m_client.devices(), this, [this](const Result<QList<ScannerDevice>> &found) { showFound(found); });
}

void ScanDialog::showFound(const Result<QList<ScannerDevice>> &found)
{
    end();
    m_stack->setCurrentIndex(found && !found->isEmpty() ? 0 : 1);
    if (found && !found->isEmpty()) {
        m_form->setDevices(*found);
        return;
    }
    m_form->setDevices({});
    if (!found) {
        m_empty->set(EmptyState::Kind::Failed, tr("The scanners could not be looked up"), found.error().message, tr("Look Again"));
        m_empty->setGlyph(Glyph::Warning);
    } else {
        m_empty->set(EmptyState::Kind::NothingYet, tr("No scanner found"),
                     tr("Switch the scanner on and connect it by cable or network. Network scanners need the package sane-airscan; for a scanner on a cable your account "
                        "must be in the group \"scanner\", and some makers have a driver of their own. Until then, scan with another program and choose the file."),
                     tr("Look Again"));
        m_empty->setGlyph(Glyph::Print);
    }
    if (m_pages->rowCount() > 0) { // what is scanned can still be finished
        m_stack->setCurrentIndex(0);
        m_bar->showMessage(State::Problem, found ? tr("No scanner was found. Switch it on and look again; the scanned pages are kept.") : found.error().message);
    }
    refresh();
}

void ScanDialog::ask(const QString &device)
{
    m_glass->setPicture({});
    begin(Doing::Opening, tr("Asking %1 what it can do").arg(m_form->deviceName()));
    whenAnswered(m_client.abilities(device), this, [this, device](const Result<QList<ScannerSource>> &sources) {
        if (device != m_form->device())
            return; // another one was chosen meanwhile
        if (!sources)
            return fail(sources.error());
        end();
        m_form->setSources(*sources);
        refresh();
    });
}

void ScanDialog::preview()
{
    ScanSettings settings = m_form->settings();
    settings.preview = true;
    settings.dpi = m_form->previewDpi();
    settings.area = {};
    m_tabs->setCurrentIndex(GlassTab);
    begin(Doing::Previewing, tr("Preview"), 100);
    whenAnswered(m_client.scan(m_form->device(), settings), this, [this](const Result<int> &done) { scanDone(done); });
}

void ScanDialog::scan()
{
    m_form->remember();
    begin(Doing::Scanning, tr("Scanning"), 100);
    whenAnswered(m_client.scan(m_form->device(), m_form->settings()), this, [this](const Result<int> &done) { scanDone(done); });
}

void ScanDialog::takePage(const ScannedPage &page)
{
    if (m_doing == Doing::Scanning) {
        m_pages->append(page);
        m_strip->setCurrentPage(m_pages->rowCount() - 1);
        return;
    }
    const PageBitmap &look = page.look;
    const QSizeF glass(page.size.width() * 25.4 / page.dpi, page.size.height() * 25.4 / page.dpi);
    m_glass->setPicture(QImage(look.pixels.get(), look.width, look.height, look.bytesPerLine, QImage::Format_RGB32).copy(), glass);
    m_glass->setPart(m_form->settings().area);
    showTab(GlassTab);
    m_glass->setFocus();
}

void ScanDialog::scanDone(const Result<int> &done)
{
    if (!done)
        return fail(done.error());
    const bool fed = m_doing == Doing::Scanning && m_form->settings().source == ScanSource::Feeder;
    end();
    if (fed)
        m_bar->showMessage(State::Good, tr("The feeder is empty: %n page(s) scanned.", nullptr, *done));
    if (m_purpose.maximumBytes > 0 && m_pages->bytes() > m_purpose.maximumBytes)
        m_bar->showMessage(State::Waiting, tr("The pages have %1, a document may have %2. Scan in black and white or with fewer dpi, or make two documents of it.")
                                               .arg(locale().formattedDataSize(m_pages->bytes(), 1), locale().formattedDataSize(m_purpose.maximumBytes, 0)));
}

void ScanDialog::finish()
{
    begin(Doing::Binding, tr("Making the document"));
    whenAnswered(m_worker.toPdf(m_pages->documents(), m_pages->quarterTurns()), this, [this](const Result<QByteArray> &pdf) {
        if (!pdf)
            return fail(pdf.error());
        end();
        if (m_purpose.maximumBytes > 0 && pdf->size() > m_purpose.maximumBytes) {
            m_bar->showMessage(State::Problem, tr("The document has %1, at most %2 are taken. Delete pages and scan them in black and white or with fewer dpi.")
                                                   .arg(locale().formattedDataSize(pdf->size(), 1), locale().formattedDataSize(m_purpose.maximumBytes, 0)));
            return;
        }
        const DocumentBytes document = documentBytes(*pdf, m_purpose.fileName);
        accept();
        Q_EMIT scanned(document);
    });
}

void ScanDialog::reject()
{
    if (m_doing == Doing::Scanning || m_doing == Doing::Previewing)
        return m_client.cancel();
    const Question question{tr("Close without the scanned pages?"), tr("%n page(s) were scanned and are in no document yet.", nullptr, m_pages->rowCount()), tr("Discard Pages"),
                            tr("Keep Pages")};
    if (m_pages->rowCount() == 0 || m_prompts.confirm(this, question))
        QDialog::reject();
}

void ScanDialog::showTab(int tab)
{
    m_tabs->setCurrentIndex(tab);
    const bool feeder = m_form->isReady() && m_form->settings().source == ScanSource::Feeder;
    if (tab == PageTab) {
        m_noPicture->set(EmptyState::Kind::NothingYet, tr("No page yet"), tr("Scan one, then choose it at the right to see it here."));
        m_middle->setCurrentIndex(m_page->hasPicture() ? PagePicture : NoPicture);
    } else {
        if (feeder)
            m_noPicture->set(EmptyState::Kind::NothingYet, tr("The feeder is read until it is empty"), tr("Put all pages in and press Scan. There is no preview of a feeder."));
        else
            m_noPicture->set(EmptyState::Kind::NothingYet, tr("No preview yet"), tr("Lay the page on the glass. A preview lets you mark the part to scan; without it the paper size counts."),
                             tr("Show Preview"));
        m_middle->setCurrentIndex(m_glass->hasPicture() && !feeder ? GlassPicture : NoPicture);
    }
    refresh();
}

void ScanDialog::showPage(int row)
{
    m_page->setPicture(m_pages->picture(row));
    m_page->setAccessibleName(row < 0 ? tr("No page") : tr("Page %1").arg(row + 1));
    showTab(row >= 0 ? PageTab : GlassTab);
}

void ScanDialog::refresh()
{
    const bool idle = m_doing == Doing::Nothing, ready = idle && m_form->isReady(), some = m_pages->rowCount() > 0;
    m_form->setEnabled(idle);
    m_strip->setEnabled(idle);
    m_preview->setEnabled(ready && m_form->settings().source == ScanSource::Flatbed);
    m_noPicture->setEnabled(ready);
    m_scan->setEnabled(ready);
    m_scan->setText(some ? tr("&Scan Another Page") : tr("&Scan"));
    m_finish->setEnabled(idle && some);
    setPrimary(m_scan, !some);
    setPrimary(m_finish, some);
    m_scan->setDefault(!some);
    m_finish->setDefault(some);
}

} // namespace PortDesk
