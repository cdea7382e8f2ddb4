// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/letterscans.h"
#include "tests/kit/ui/fakeprompts.h"
#include "tests/ui/shots/scene.h"
#include "ui/desk/letters/trayview.h"
#include "ui/shell/workplace.h"
#include "ui/viewer/documentviewer.h"

#include <QFile>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;
using namespace PortDesk::Test;

namespace {

/// The desk at its scanned letters; everything goes with the picture.
class LetterScene final : public QWidget
{
public:
    explicit LetterScene(bool filled, const QString &place = u"letters"_s) : m_filled(filled)
    {
        if (!m_desk.open().isEmpty())
            qFatal("the scene's desk does not open");
        const QString reference = m_desk.submit(RequestBuilder().build()).first();
        if (filled)
            fill(reference);
        m_page = new Workplace(m_desk.session(), m_prompts, Role::Agent);
        m_page->setPerson(u"Anna Weber"_s);
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(m_page);
        if (place == u"letters")
            m_page->showLetters();
        else
            m_page->showPlace(place);
    }
    ~LetterScene() override { delete m_page; }

    /// The list, its pictures, the page at the right and what the page proposes are there.
    bool isReady() const
    {
        const auto *list = m_page->findChild<QListView *>(u"trayList"_s);
        const auto *viewer = m_page->findChild<DocumentViewer *>(u"trayViewer"_s);
        if (!list || !list->isVisible())
            return !m_filled && m_page->findChild<QWidget *>(u"trayEmpty"_s)->isVisible();
        for (int row = 0; row < list->model()->rowCount(); ++row) {
            if (list->model()->index(row, 0).data(Qt::DecorationRole).value<QPixmap>().isNull())
                return false;
        }
        const auto hints = m_page->findChildren<QPushButton *>(QRegularExpression(u"^hint_"_s));
        return viewer->isLoaded() && viewer->isSettled() && !hints.isEmpty();
    }

private:
    static DocumentBytes sample(const QString &name)
    {
        QFile file(QStringLiteral(PORTDESK_SAMPLES_DIR "/") + name);
        if (!file.open(QIODevice::ReadOnly))
            qFatal("a sample is missing");
        return documentBytes(file.readAll(), name);
    }

    void fill(const QString &reference)
    {
        const DocumentBytes letter = composedLetterOf(m_desk, reference);
        const QImage bill = scannedPages(m_desk, sample(u"bill-deu.pdf"_s)).first();
        const QImage other = scannedPages(m_desk, sample(u"bill-eng.pdf"_s)).first();
        QList<QImage> sheets{askew(scannedPages(m_desk, letter).first(), 1.5)}; // a copy of it without its last page
        sheets << scannedPages(m_desk, letter) << askew(bill, -1) << askew(other, 2);
        m_desk.clock().set(testNow().addSecs(-5000));
        valueOf(await(m_desk.session().letterRouter().route({scannedPdf(m_desk, sheets, u"monday morning.pdf"_s)})));
        QCoreApplication::processEvents();
        m_desk.clock().set(testNow().addSecs(-900));
        TestDesk elsewhere;
        elsewhere.open();
        elsewhere.submit(RequestBuilder().build());
        Request request = requestWithNumber(u"+493023125101"_s);
        const DocumentBytes foreign = composedLetterOf(elsewhere, elsewhere.submit(request).first());
        valueOf(await(m_desk.session().letterRouter().route({scannedPdf(m_desk, scannedPages(m_desk, foreign), u"from the branch office.pdf"_s)})));
        m_desk.clock().set(testNow());
    }

    bool m_filled;
    TestDesk m_desk;
    FakePrompts m_prompts;
    Workplace *m_page = nullptr;
};

bool lettersReady(QWidget *widget)
{
    return static_cast<LetterScene *>(widget)->isReady();
}

bool todayReady(QWidget *widget)
{
    const auto *letters = widget->findChild<QWidget *>(u"todayLettersLabel"_s);
    return letters && letters->isVisible();
}

} // namespace

QList<Scene> letterScenes()
{
    const QSize full{1280, 800}, small{1024, 700};
    const auto scene = [](bool filled) { return [filled]() -> std::unique_ptr<QWidget> { return std::make_unique<LetterScene>(filled); }; };
    return {{u"letters"_s, full, scene(true), lettersReady}, {u"letters-1024"_s, small, scene(true), lettersReady}, {u"letters-empty"_s, full, scene(false), lettersReady},
            {u"letters-today"_s, full, []() -> std::unique_ptr<QWidget> { return std::make_unique<LetterScene>(true, u"today"_s); }, todayReady}};
}

} // namespace PortDesk
