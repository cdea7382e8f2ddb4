// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/ui/deskworld.h"
#include "tests/ui/shots/scene.h"
#include "ui/viewer/composedpdfview.h"
#include "ui/viewer/documentviewer.h"
#include "ui/viewer/pageview.h"
#include "ui/widgets/countrycombo.h"
#include "ui/widgets/signaturepad.h"
#include "ui/widgets/portdayedit.h"
#include "ui/widgets/textlabel.h"
#include "ui/wizard/documentspage.h"
#include "ui/wizard/earlierrequests.h"
#include "ui/wizard/importdialog.h"
#include "ui/wizard/letterpage.h"
#include "ui/wizard/signaturedialog.h"
#include "ui/wizard/signaturepicture.h"
#include "ui/wizard/wizardview.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QTabBar>
#include <QScrollArea>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QVBoxLayout>

#include <cmath>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

/// A wizard with its own world behind it.
class WizardScene final : public QWidget
{
public:
    explicit WizardScene(const Request &values) : view(*world.session, world.prompts)
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(&view);
        view.startNew(values);
    }
    ~WizardScene() override { view.setParent(nullptr); }

    Test::DeskWorld world;
    WizardView view;
};

Request german()
{
    return Test::RequestBuilder().set(u"/country"_s, u"DE"_s).set(u"/type"_s, u"geographic"_s).set(u"/losingCarrier/name"_s, u"Rheinruf Telefon"_s).build();
}

/// Two accounts of one carrier: two cases, two letters; the first one is signed.
Request twoCases()
{
    Request request = german();
    request.numbers[0].losingCarrier = LosingCarrier{u"Rheinruf Telefon"_s, u"99"_s, {}, {}};
    for (RequestDocument &document : request.documents) {
        if (document.kind == "loa"_L1) {
            document.sha256 = QString(64, u'0');
            document.covers = {u"+493023125017"_s};
        }
    }
    return request;
}

Request mixed()
{
    return Test::RequestBuilder()
        .set(u"/country"_s, u"DE"_s).set(u"/type"_s, u"geographic"_s).set(u"/losingCarrier/name"_s, u"Rheinruf Telefon"_s)
        .range(u"+493023125020-29"_s).number(u"+49221909876"_s).number(u"+49221909876"_s).number(u"+4917612345678"_s).number(u"+49 30 23"_s).build();
}

/// A request whose addresses show what the form does with a country.
Request addressed(const QString &country, const PostalAddress &address, const QStringList &numbers)
{
    Request request = Test::RequestBuilder().set(u"/country"_s, country).set(u"/type"_s, u"geographic"_s).noNumbers().build();
    request.addresses = {{u"hq"_s, address}};
    for (int i = 0; i < numbers.size(); ++i)
        request.numbers.append({numbers.at(i), {}, i % 3 == 2 ? QString() : u"hq"_s, {}, {}});
    return request;
}

Request partial()
{
    Request request = german();
    request.reseller = {u"Hansa Systemhaus GmbH"_s, u"Bea Sommer"_s, u"bea@example.org"_s};
    request.scope = PortScope::Partial;
    request.remaining = Remaining::Keep;
    request.staying = {u"+49 30 23125050"_s, u"+49 30 23125051"_s};
    request.newBillingNumber = u"+49 30 23125050"_s;
    request.lineFeatures = {u"dsl"_s, u"alarm"_s};
    request.requestedDate = QDate(2026, 12, 12);
    return request;
}

Request oddRanges()
{
    Request request = Test::RequestBuilder().set(u"/country"_s, u"DE"_s).set(u"/type"_s, u"geographic"_s).range(u"+493023125020-26"_s).range(u"+493023125040-45"_s)
                          .set(u"/addresses/0/postalCode"_s, u"5066"_s).build();
    request.confirmations = {{u"address.postcode.format"_s, u"/addresses/0/postalCode"_s, u"The town changed its postcodes this month"_s}};
    return request;
}

Request blocks()
{
    Request request = Test::RequestBuilder().set(u"/country"_s, u"DE"_s).set(u"/type"_s, u"geographic"_s).noNumbers().range(u"+493023125010-19"_s)
                          .range(u"+493023125020-29"_s).number(u"+493023125031"_s).build();
    request.numbers[0].activate = {u"10"_s, u"12-15"_s};
    return request;
}

Scene wizardScene(const QString &name, const QString &page, const std::function<Request()> &values, QSize size = {1280, 800})
{
    Scene scene{name, size, [page, values] {
                    auto made = std::make_unique<WizardScene>(values());
                    made->view.openPage(page);
                    return std::unique_ptr<QWidget>(std::move(made));
                }};
    scene.ready = [](QWidget *widget) {
        auto &view = static_cast<WizardScene *>(widget)->view;
        const auto *letter = qobject_cast<LetterPage *>(view.currentPage());
        return view.draft().isUpToDate() && (!letter || (!letter->pdf().isEmpty() && letter->findChild<ComposedPdfView *>()->pages()->isSettled()));
    };
    return scene;
}

Scene documentsScene(const QString &name, QSize size)
{
    Scene scene{name, size, [] {
                    Request values = german();
                    values.documents.clear();
                    auto made = std::make_unique<WizardScene>(values);
                    made->view.openPage(u"documentsPage"_s);
                    made->view.findChild<DocumentsPage *>()->takeFiles({QStringLiteral(PORTDESK_SAMPLES_DIR "/bill-deu.pdf"), QStringLiteral(PORTDESK_SAMPLES_DIR "/bill-enc.pdf")});
                    return std::unique_ptr<QWidget>(std::move(made));
                }};
    scene.ready = [](QWidget *widget) {
        const auto *viewer = widget->findChild<DocumentViewer *>(u"previewView"_s);
        const auto *evidence = widget->findChild<TextLabel *>(u"evidenceText"_s);
        return viewer->isLoaded() && viewer->isSettled() && static_cast<WizardScene *>(widget)->view.draft().isUpToDate()
               && (evidence->text().contains(u"values found"_s) || evidence->text().contains(u"shows all"_s));
    };
    return scene;
}

/// The import of a table file; `report` goes on to what was found in it.
Scene importScene(const QString &name, const QString &file, bool report)
{
    Scene scene{name, {900, 620}, [file] {
                    static FakePrompts prompts;
                    QFile table(QStringLiteral(PORTDESK_SOURCE_DIR "/tests/data/tables/") + file);
                    if (!table.open(QIODevice::ReadOnly))
                        qFatal("%s is missing", qPrintable(file));
                    Request request;
                    request.country = u"DE"_s;
                    DocWorkerOptions worker;
                    worker.program = QStringLiteral(PORTDESK_BIN_DIR "/portdesk-docworker");
                    return std::unique_ptr<QWidget>(std::make_unique<ImportDialog>(ImportSource{documentBytes(table.readAll(), file), {}, worker}, request, prompts));
                }};
    scene.ready = [report](QWidget *widget) {
        auto *next = widget->findChild<QPushButton *>(u"importNextButton"_s);
        const bool reported = next->text().contains(u"Take"_s);
        if (report && !reported && next->isEnabled())
            next->click();
        return next->isEnabled() && reported == report;
    };
    return scene;
}

Scene earlierScene()
{
    return {u"wizard-earlier"_s, {760, 480}, [] {
                static Test::DeskWorld world;
                if (world.session->drafts().result()->isEmpty()) {
                    world.session->saveDraft({{}, german(), u"numbersPage"_s, Test::testNow().addSecs(-4000)}).waitForFinished();
                    world.session->saveDraft({{}, Request(), u"countryPage"_s, Test::testNow().addDays(-2)}).waitForFinished();
                    world.session->submit(german(), {}).waitForFinished();
                }
                return std::unique_ptr<QWidget>(std::make_unique<EarlierRequests>(*world.session, DraftId()));
            }, [](QWidget *widget) { return widget->findChild<QTableView *>()->model()->rowCount() > 1; }};
}

Scene calendarScene()
{
    return {u"wizard-portcalendar"_s, {360, 350}, [] {
                const auto countries = CountryPack::load();
                auto calendar = std::make_unique<PortCalendar>();
                calendar->setRules({portDateRules(u"DE"_s, NumberType::Geographic, QDate(2026, 11, 23), *countries)});
                calendar->setSelectedDate(QDate(2026, 12, 25));
                return std::unique_ptr<QWidget>(std::move(calendar));
            }};
}

/// The end of the carrier's page: what runs on the lines, and the wished day.
Scene scrolledScene()
{
    Scene scene = wizardScene(u"wizard-carrier-end"_s, u"carrierPage"_s, partial);
    scene.ready = [](QWidget *widget) {
        auto &view = static_cast<WizardScene *>(widget)->view;
        for (QScrollArea *area : view.findChildren<QScrollArea *>())
            area->verticalScrollBar()->setValue(area->verticalScrollBar()->maximum());
        view.currentPage()->reveal();
        return view.draft().isUpToDate();
    };
    return scene;
}

/// The dialog in which the letter is signed; `way` 0 = drawn, 1 = typed.
Scene signatureScene(const QString &name, int way)
{
    return {name, {600, 460}, [way] {
                auto dialog = std::make_unique<SignatureDialog>(SigningFor{u"Erika Müller-Lüdenscheidt"_s, u"Rheinwerk Musterbau GmbH"_s, Test::testNow().date(), {}});
                auto *pad = dialog->findChild<SignaturePad *>();
                pad->resize(pad->sizeHint());
                const auto send = [pad](QEvent::Type type, const QPointF &at) {
                    QMouseEvent event(type, at, at, Qt::LeftButton, Qt::LeftButton, {});
                    QApplication::sendEvent(pad, &event);
                };
                send(QEvent::MouseButtonPress, {90, 110});
                for (int i = 1; i <= 60; ++i) // loops that get smaller, as a hand writes
                    send(QEvent::MouseMove, {90 + i * 5 + 18 * std::sin(i * 0.55), 92 - (60 - i) * 0.8 * std::cos(i * 0.55)});
                send(QEvent::MouseButtonRelease, {390, 92});
                dialog->findChild<QTabBar *>()->setCurrentIndex(way);
                return std::unique_ptr<QWidget>(std::move(dialog));
            }};
}

/// What the other two ways of signing work with, as long as the dialog lives.
struct SigningParts : QObject
{
    explicit SigningParts(QObject *parent = nullptr) : QObject(parent), store(folder.path()) {}
    DocWorker worker;
    FakePrompts prompts;
    QTemporaryDir folder;
    CertificateStore store;
};

/// A name written by hand on grey paper, as a telephone takes it.
QImage writtenName()
{
    QImage image(900, 320, QImage::Format_RGB32);
    image.fill(QColor(214, 210, 202));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(28, 36, 96), 7, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    QPainterPath path({120, 170});
    for (int i = 1; i <= 240; ++i)
        path.lineTo(120 + i * 2.6 + 26 * std::sin(i * 0.16), 160 - (240 - i) * 0.26 * std::cos(i * 0.16));
    painter.drawPath(path);
    return image;
}

/// The dialog with a picture or a certificate; 2 = picture, 3 = certificate.
Scene signingToolsScene(const QString &name, int way, bool wrongPassword = false)
{
    Scene scene{name, {600, 460}, [way, wrongPassword] {
        auto parts = std::make_unique<SigningParts>();
        if (way == 3) {
            const QString id(64, u'a');
            QDir(parts->folder.path()).mkpath(id);
            QFile file(parts->folder.filePath(id + u"/certificate.json"_s));
            if (file.open(QIODevice::WriteOnly))
                file.write("{\"id\":\"" + id.toLatin1() + "\",\"name\":\"Erika Müller-Lüdenscheidt\",\"issuer\":\"Example Trust CA 4\",\"validUntil\":\"2028-03-31T12:00:00Z\"}");
        }
        const SigningTools tools{&parts->worker, &parts->store, &parts->prompts, Test::testNow()};
        auto dialog = std::make_unique<SignatureDialog>(SigningFor{u"Erika Müller-Lüdenscheidt"_s, u"Rheinwerk Musterbau GmbH"_s, Test::testNow().date(), {}}, tools);
        if (way == 2) {
            const QString file = parts->folder.filePath(u"name.png"_s);
            writtenName().save(file);
            dialog->findChild<SignaturePictureForm *>()->takeFile(file);
        }
        parts.release()->setParent(dialog.get());
        dialog->findChild<QTabBar *>()->setCurrentIndex(way);
        if (wrongPassword) {
            dialog->findChild<QLineEdit *>(u"certificatePasswordEdit"_s)->setText(u"geheim"_s);
            dialog->showFailure({Error::Code::Invalid, u"The password is wrong. Type the password of the certificate's file."_s, {}});
        }
        return std::unique_ptr<QWidget>(std::move(dialog));
    }};
    scene.ready = [way](QWidget *widget) { return way != 2 || !static_cast<SignatureDialog *>(widget)->signature().picture.isEmpty(); };
    return scene;
}

QList<Scene> addressScenes()
{
    return {
        wizardScene(u"wizard-addresses-jp"_s, u"addressesPage"_s, [] {
            return addressed(u"JP"_s, {{u"千代田区丸の内1-1-1"_s}, {}, {}, u"Tokyo"_s, u"100-0005"_s, u"JP"_s}, {u"+81312345678"_s, u"+81312345679"_s, u"+81612345678"_s});
        }),
        wizardScene(u"wizard-addresses-ae"_s, u"addressesPage"_s, [] {
            return addressed(u"AE"_s, {{u"Office 1203, Sheikh Zayed Road"_s}, {}, {}, u"Dubai"_s, {}, u"AE"_s}, {u"+97142345678"_s, u"+97122345678"_s});
        }),
        wizardScene(u"wizard-addresses-us"_s, u"addressesPage"_s, [] {
            return addressed(u"US"_s, {{u"350 Fifth Avenue"_s, u"PMB 1204"_s}, {}, u"New York"_s, u"NY"_s, u"1011"_s, u"US"_s},
                             {u"+12125550100"_s, u"+12125550101"_s, u"+16465550100"_s, u"+12125550102"_s, u"+16465550101"_s, u"+16465550102"_s});
        }),
        wizardScene(u"wizard-addresses-ie"_s, u"addressesPage"_s, [] {
            return addressed(u"IE"_s, {{u"3 Quay Street"_s}, u"Salthill"_s, u"Galway"_s, u"Co. Galway"_s, u"H91 X2Y3"_s, u"IE"_s}, {u"+35391234567"_s, u"+35391234568"_s});
        }),
        Scene{u"wizard-addresses-aside"_s, {1280, 800}, [] {
                  const PostalAddress address{{u"1 Main Street"_s}, {}, u"Los Angeles"_s, u"CA"_s, u"90012"_s, u"US"_s};
                  auto made = std::make_unique<WizardScene>(addressed(u"ES"_s, address, {u"+34912345678"_s, u"+34912345679"_s, u"+34932345678"_s}));
                  made->view.openPage(u"addressesPage"_s);
                  made->view.findChild<CountryCombo *>(u"serviceCountryCombo"_s)->setCountry(u"ES"_s);
                  return std::unique_ptr<QWidget>(std::move(made));
              }, [](QWidget *widget) { return static_cast<WizardScene *>(widget)->view.draft().isUpToDate(); }},
    };
}

} // namespace

QList<Scene> wizardScenes()
{
    const auto empty = [] { return Request(); };
    const QSize small(1024, 700);
    QList<Scene> scenes{wizardScene(u"wizard-country-empty"_s, u"countryPage"_s, empty), documentsScene(u"wizard-documents"_s, {1280, 800}),
                        documentsScene(u"wizard-documents-small"_s, small),
                        wizardScene(u"wizard-numbers"_s, u"numbersPage"_s, mixed), wizardScene(u"wizard-numbers-empty"_s, u"numbersPage"_s, empty),
                        importScene(u"wizard-import-columns"_s, u"numbers.xlsx"_s, false), importScene(u"wizard-import-columns-merged"_s, u"cells.xlsx"_s, false),
                        importScene(u"wizard-import-report"_s, u"cells.xlsx"_s, true), wizardScene(u"wizard-review-problems"_s, u"reviewPage"_s, mixed)};
    for (const auto &page : {u"country"_s, u"owner"_s, u"carrier"_s, u"addresses"_s, u"questions"_s, u"letter"_s, u"review"_s}) {
        scenes << wizardScene(u"wizard-"_s + page, page + u"Page"_s, german);
        scenes << wizardScene(u"wizard-%1-small"_s.arg(page), page + u"Page"_s, german, small);
    }
    const auto french = [] {
        Request request = addressed(u"FR"_s, {{u"12 rue de la Paix"_s}, {}, u"Paris"_s, {}, u"75002"_s, u"FR"_s}, {u"+33142345678"_s, u"+33142345679"_s, u"+33142345680"_s});
        request.numbers[0].fields.insert(u"rio_code"_s, u"03P123456XYZ"_s);
        request.fields = {{u"cap"_s, u"1234"_s}};
        return request;
    };
    for (const auto &[suffix, size] : {std::pair(QString(), QSize(1280, 800)), std::pair(u"-small"_s, small)}) {
        scenes << wizardScene(u"wizard-carrier-partial"_s + suffix, u"carrierPage"_s, partial, size) << wizardScene(u"wizard-numbers-codes"_s + suffix, u"numbersPage"_s, french, size)
               << wizardScene(u"wizard-questions-codes"_s + suffix, u"questionsPage"_s, french, size) << wizardScene(u"wizard-numbers-blocks"_s + suffix, u"numbersPage"_s, blocks, size)
               << wizardScene(u"wizard-review-confirm"_s + suffix, u"reviewPage"_s, oddRanges, size);
    }
    scenes << earlierScene() << calendarScene() << scrolledScene();
    scenes << wizardScene(u"wizard-letter-cases"_s, u"letterPage"_s, twoCases);
    scenes << signatureScene(u"wizard-sign-drawn"_s, 0) << signatureScene(u"wizard-sign-typed"_s, 1)
           << signingToolsScene(u"wizard-sign-picture"_s, 2) << signingToolsScene(u"wizard-sign-certificate"_s, 3)
           << signingToolsScene(u"wizard-sign-wrong-password"_s, 3, true);
    return scenes + addressScenes();
}

} // namespace PortDesk
