// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/shots/scene.h"
#include "ui/viewer/documentfinder.h"
#include "ui/viewer/documentviewer.h"

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

/// The viewer with a worker of its own, which must outlive it.
class ViewerScene final : public QWidget
{
public:
    ViewerScene(const QString &file, const QString &find) : m_find(find), m_viewer(new DocumentViewer(m_worker, this))
    {
        if (const auto document = readForIntake(QStringLiteral(PORTDESK_SAMPLES_DIR) + u'/' + file); document.ok())
            m_viewer->setDocument(*document);
        m_viewer->setThumbnailsVisible(true);
        QObject::connect(m_viewer, &DocumentViewer::loaded, this, [this] {
            m_viewer->pages()->setHighlights({{0, QRectF(0.09, 0.17, 0.3, 0.02), State::Good, false}});
            if (!m_find.isEmpty())
                m_viewer->finder()->find(m_find);
        });
    }
    ~ViewerScene() override { delete m_viewer; }

    bool isReady() const { return m_viewer->isSettled() && !m_viewer->finder()->isSearching(); }

protected:
    void resizeEvent(QResizeEvent *) override { m_viewer->resize(size()); }

private:
    DocWorker m_worker;
    QString m_find;
    DocumentViewer *m_viewer;
};

Scene viewerScene(const QString &name, const QString &file, const QString &find = {})
{
    return {name, {1000, 800}, [=] { return std::make_unique<ViewerScene>(file, find); }, [](QWidget *widget) { return static_cast<ViewerScene *>(widget)->isReady(); }};
}

} // namespace

QList<Scene> viewerScenes()
{
    return {viewerScene(u"viewer-bill"_s, u"bill-deu.pdf"_s, u"Rechnung"_s), viewerScene(u"viewer-scan"_s, u"bill-eng-150.jpg"_s),
            viewerScene(u"viewer-encrypted"_s, u"bill-enc.pdf"_s)};
}

} // namespace PortDesk
