// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/ui/fakeprompts.h"
#include "tests/kit/ui/returnedcase.h"
#include "tests/ui/shots/scene.h"
#include "ui/desk/caseview.h"
#include "ui/desk/tabs/documentstab.h"
#include "ui/shell/customerhome.h"
#include "ui/viewer/documentviewer.h"
#include "ui/viewer/markspane.h"
#include "ui/wizard/correction.h"
#include "ui/wizard/wizardview.h"

#include <QAction>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;
using namespace PortDesk::Test;

namespace {

/// A screen of the customer whose case came back, on a desk of its own.
class ReturnedScene final : public QWidget
{
public:
    using Make = std::function<QWidget *(ReturnedCase &, Prompts &)>;

    explicit ReturnedScene(const Make &make)
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        m_screen = make(m_returned, m_prompts);
        column->addWidget(m_screen);
    }
    ~ReturnedScene() override { delete m_screen; }

private:
    ReturnedCase m_returned;
    FakePrompts m_prompts;
    QWidget *m_screen;
};

Scene scene(const QString &name, const ReturnedScene::Make &make, const std::function<bool(QWidget *)> &ready, const QSize &size = {1280, 800})
{
    return {name, size, [make] { return std::make_unique<ReturnedScene>(make); }, ready};
}

Scene wizard(const QString &name, const QString &page, bool changed, const QSize &size = {1280, 800})
{
    const auto make = [page, changed](ReturnedCase &returned, Prompts &prompts) {
        auto *view = new WizardView(returned.desk.session(), prompts);
        view->startCorrection(returned.details());
        if (changed)
            view->draft().edit([](Request &request) { request.losingCarrier.accountNumber = u"4711-998876"_s; });
        view->openPage(page);
        return view;
    };
    return scene(name, make, [page](QWidget *widget) {
        auto *view = widget->findChild<WizardView *>();
        const auto *viewer = view->findChild<DocumentViewer *>(u"refusedViewer"_s);
        const bool read = page != u"todoPage" || (viewer->isLoaded() && viewer->isSettled() && view->findChild<MarksPane *>(u"refusedMarks"_s)->isRead());
        return view->draft().isUpToDate() && read;
    }, size);
}

/// The page of the documents at the refused bill; `removed` = it was just taken out.
Scene refusedDocument(const QString &name, bool removed)
{
    Scene made = wizard(name, u"documentsPage"_s, true);
    made.ready = [removed](QWidget *widget) {
        auto *view = widget->findChild<WizardView *>();
        auto *table = view->findChild<QTableView *>(u"documentsTable"_s);
        auto *refusal = view->findChild<QWidget *>(u"refusalBar"_s);
        const auto *undo = view->findChild<QAction *>(u"undoRemoveAction"_s);
        for (int row = 0; row < table->model()->rowCount() && !refusal->isVisible() && undo->associatedObjects().isEmpty(); ++row)
            table->selectRow(row);
        if (removed && refusal->isVisible())
            view->findChild<QPushButton *>(u"removeDocumentButton"_s)->click();
        const auto *viewer = view->findChild<DocumentViewer *>(u"previewView"_s);
        return view->draft().isUpToDate() && (removed ? !refusal->isVisible() : viewer->isLoaded() && viewer->isSettled());
    };
    return made;
}

Scene documents()
{
    const auto make = [](ReturnedCase &returned, Prompts &prompts) {
        auto *page = new CaseView(returned.desk.session(), prompts);
        page->openCase(returned.reference);
        page->showPlace(u"documents"_s);
        const QString bill = returned.bill;
        QObject::connect(page, &CaseView::caseShown, page, [page, bill] {
            const auto &all = page->details().portCase.documents;
            for (int row = 0; row < all.size(); ++row) {
                if (all.at(row).sha256 == bill)
                    page->findChild<DocumentsTab *>()->findChild<QTableView *>(u"documentsTable"_s)->selectRow(row);
            }
        }, Qt::SingleShotConnection);
        return page;
    };
    return scene(u"customer-documents"_s, make, [](QWidget *widget) {
        const auto *viewer = widget->findChild<DocumentViewer *>(u"documentViewer"_s);
        return viewer->isLoaded() && viewer->isSettled() && widget->findChild<MarksPane *>(u"publicMarks"_s)->isVisible();
    });
}

Scene home()
{
    const auto make = [](ReturnedCase &returned, Prompts &prompts) { return new CustomerHome(returned.desk.session(), prompts); };
    return scene(u"customer-home-returned"_s, make, [](QWidget *widget) {
        const auto *card = widget->findChild<QWidget *>(u"returnedCard"_s);
        return card && card->isVisible();
    });
}

} // namespace

QList<Scene> correctionScenes()
{
    return {wizard(u"correction-todo"_s, u"todoPage"_s, false), wizard(u"correction-todo-small"_s, u"todoPage"_s, true, {1024, 700}),
            wizard(u"correction-carrier"_s, u"carrierPage"_s, false), wizard(u"correction-locked"_s, u"ownerPage"_s, false),
            wizard(u"correction-documents"_s, u"documentsPage"_s, true), refusedDocument(u"correction-documents-refused"_s, false), refusedDocument(u"correction-documents-removed"_s, true), wizard(u"correction-review"_s, u"reviewPage"_s, true), documents(), home()};
}

} // namespace PortDesk
