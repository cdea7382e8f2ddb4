// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/pdfbytes.h"
#include "tests/ui/shots/scene.h"
#include "ui/viewer/documentfinder.h"
#include "ui/viewer/documentviewer.h"

#include <QAction>
#include <QSettings>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

/// Four pages of a framework contract with an outline.
DocumentBytes contract()
{
    using namespace PdfBytes;
    const auto text = [](double y, const QByteArray &words, double x = 70) { return textAt(x, y, words); };
    QList<QByteArray> objects{"<</Type/Catalog/Pages 2 0 R/Outlines 11 0 R>>", "<</Type/Pages/Kids[3 0 R 4 0 R 5 0 R 6 0 R]/Count 4>>"};
    const QByteArray titles[]{"1 Numbers and accounts", "2 Porting to another carrier", "3 Fees", "4 Signatures"};
    for (int page = 0; page < 4; ++page)
        objects << "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents " + QByteArray::number(7 + page) + " 0 R/Resources<<" + helvetica() + ">>>>";
    for (int page = 0; page < 4; ++page) {
        QByteArray content = text(760, "Framework contract Rheinruf Telekom AG") + text(720, titles[page]);
        for (int line = 0; line < 24; ++line)
            content += text(680 - line * 22, "Clause " + QByteArray::number(line + 1) + ": the customer keeps the account until the numbers are live.");
        objects << stream({}, content);
    }
    objects << "<</Type/Outlines/First 12 0 R/Last 15 0 R>>";
    objects << "<</Title(1 Numbers and accounts)/Parent 11 0 R/Next 13 0 R/First 16 0 R/Last 17 0 R/Dest[3 0 R/Fit]>>"
            << "<</Title(2 Porting to another carrier, deadlines and duties)/Parent 11 0 R/Next 14 0 R/Dest[4 0 R/Fit]>>" << "<</Title(3 Fees)/Parent 11 0 R/Next 15 0 R/Dest[5 0 R/Fit]>>"
            << "<</Title(4 Signatures)/Parent 11 0 R/Dest[6 0 R/Fit]>>" << "<</Title(1.1 Geographic numbers)/Parent 12 0 R/Next 17 0 R/Dest[3 0 R/Fit]>>"
            << "<</Title(1.2 Service numbers)/Parent 12 0 R/Dest[3 0 R/Fit]>>";
    return documentBytes(pdfOf(objects), u"contract.pdf"_s);
}

/// The viewer with a worker of its own, which must outlive it.
class ViewerScene final : public QWidget
{
public:
    using Change = std::function<void(DocumentViewer &)>;

    ViewerScene(const DocumentBytes &document, Change change) : m_change(std::move(change)), m_viewer(new DocumentViewer(m_worker, this))
    {
        QSettings().remove(u"viewer"_s);
        m_viewer->setDocument(document);
        m_viewer->setThumbnailsVisible(true);
        QObject::connect(m_viewer, &DocumentViewer::loaded, this, [this] {
            m_viewer->pages()->setHighlights({{0, QRectF(0.09, 0.17, 0.3, 0.02), State::Good, false}});
            if (m_change)
                m_change(*m_viewer);
        });
    }
    ~ViewerScene() override { delete m_viewer; }

    bool isReady()
    {
        const bool there = m_viewer->isSettled() && !m_viewer->finder()->isSearching();
        return there && ++m_looks > 20; // thumbnails and outline come behind the page
    }

protected:
    void resizeEvent(QResizeEvent *) override { m_viewer->resize(size()); }

private:
    DocWorker m_worker;
    Change m_change;
    int m_looks = 0;
    DocumentViewer *m_viewer;
};

Scene viewerScene(const QString &name, const DocumentBytes &document, ViewerScene::Change change = {})
{
    return {name, {1000, 800}, [=] { return std::make_unique<ViewerScene>(document, change); }, [](QWidget *widget) { return static_cast<ViewerScene *>(widget)->isReady(); }};
}

DocumentBytes sampleFile(const QString &name)
{
    const auto document = readForIntake(QStringLiteral(PORTDESK_SAMPLES_DIR) + u'/' + name);
    return document.ok() ? *document : DocumentBytes();
}

void darkAndFound(DocumentViewer &viewer)
{
    viewer.pages()->setDark(true);
    viewer.finder()->find(u"Rechnung"_s);
}

void aloneWithOutline(DocumentViewer &viewer)
{
    viewer.pages()->setHighlights({});
    viewer.pages()->setSinglePage(true);
    viewer.pages()->setFit(PageView::Fit::Page);
    viewer.pages()->goToPage(1);
    viewer.outlineAction()->trigger();
}

} // namespace

QList<Scene> viewerScenes()
{
    return {viewerScene(u"viewer-bill"_s, sampleFile(u"bill-deu.pdf"_s), [](DocumentViewer &viewer) { viewer.finder()->find(u"Rechnung"_s); }),
            viewerScene(u"viewer-scan"_s, sampleFile(u"bill-eng-150.jpg"_s)), viewerScene(u"viewer-encrypted"_s, sampleFile(u"bill-enc.pdf"_s)),
            viewerScene(u"viewer-dark-pages"_s, sampleFile(u"bill-deu.pdf"_s), darkAndFound), viewerScene(u"viewer-outline"_s, contract(), aloneWithOutline)};
}

} // namespace PortDesk
