// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
// A key in the wizard's fields until the window has worked it off and painted it, with 300 numbers in the request, against the same
// keys in a bare line edit of a bare window; both in the same run. Milliseconds, 95th percentile (target: below 8 ms).
//   typing-<field>   one key
//   typing-verdict   the longest the window stops for the preflight's answer after a pause in typing, median
#include "tests/bench/benchjson.h"
#include "tests/kit/ui/deskworld.h"
#include "tests/kit/ui/guitest.h"
#include "ui/wizard/wizardview.h"

#include <QElapsedTimer>
#include <QLineEdit>
#include <QLoggingCategory>
#include <QThread>
#include <QVBoxLayout>

using namespace PortDesk;
using namespace PortDesk::Test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kNumbers = 300;
constexpr int kRounds = 6; // the words of a field are typed and erased that often

double percentile95(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : values.at(std::min(values.size() - 1, values.size() * 95 / 100));
}

/// One key, and everything that it set going in the window's own thread.
double pressed(QWidget *field, char key)
{
    QElapsedTimer timer;
    timer.start();
    if (key == '\b')
        QTest::keyClick(field, Qt::Key_Backspace);
    else
        QTest::keyClick(field, key);
    QCoreApplication::processEvents();
    return double(timer.nsecsElapsed()) / 1e6;
}

/// The words typed and erased once.
QList<double> typed(QWidget *field, const QByteArray &text)
{
    field->activateWindow();
    field->setFocus();
    QCoreApplication::processEvents();
    QList<double> times;
    for (const char key : text)
        times.append(pressed(field, key));
    for (qsizetype i = 0; i < text.size(); ++i)
        times.append(pressed(field, '\b'));
    return times;
}

Request largeRequest()
{
    RequestBuilder builder;
    builder.noNumbers();
    for (int i = 0; i < kNumbers; ++i)
        builder.number(u"+4930231%1"_s.arg(20'000 + i));
    return builder.build();
}

/// A visible text input of the page by name.
QWidget *inputOf(const WizardView &view, const QString &name)
{
    for (QWidget *candidate : view.currentPage()->findChildren<QWidget *>(name)) {
        if (candidate->isVisible() && candidate->isEnabled())
            return candidate;
    }
    qFatal("there is no %s on %s", qPrintable(name), qPrintable(view.currentPage()->objectName()));
}

/// Lets the preflight answer; the longest that the window's thread was busy in one go meanwhile.
double longestStop(WizardView &view)
{
    double longest = 0;
    QElapsedTimer timer;
    while (!view.draft().isUpToDate()) {
        timer.start();
        QCoreApplication::processEvents();
        longest = std::max(longest, double(timer.nsecsElapsed()) / 1e6);
        QThread::yieldCurrentThread();
    }
    return longest;
}

/// A key and a pause, several times.
QList<double> pauses(WizardView &view, QWidget *field)
{
    QList<double> stops;
    for (int round = 0; round < kRounds; ++round) {
        for (const char key : {'7', '\b'}) {
            pressed(field, key);
            if (!view.draft().isUpToDate())
                stops.append(longestStop(view));
        }
    }
    return stops;
}

struct Field {
    const char *line, *page, *name;
    QByteArray text;
};

const QList<Field> &fields()
{
    static const QList<Field> all{{"typing-country", "countryPage", "countrySearchEdit", "netherlands"},
                                  {"typing-owner", "ownerPage", "companyEdit", " and Daughters Ltd."},
                                  {"typing-account", "carrierPage", "accountNumberEdit", "-4711-998877"},
                                  {"typing-numbers", "numbersPage", "numbersEdit", "030 23125017, 030 23125018"},
                                  {"typing-address", "addressesPage", "serviceLocalityEdit", " am Rhein"}};
    return all;
}

} // namespace

int main(int argc, char **argv)
{
    GuiTestApplication world(argc, argv);
    QLoggingCategory::setFilterRules(u"default.warning=false"_s); // the offscreen platform complains about every window
    DeskWorld desk;
    if (!desk.opened)
        return 1;
    QWidget bare;
    QLineEdit plain;
    (new QVBoxLayout(&bare))->addWidget(&plain);
    WizardView view(*desk.session, desk.prompts);
    for (QWidget *window : {&bare, static_cast<QWidget *>(&view)}) {
        window->resize(1280, 800);
        window->show();
        if (!QTest::qWaitForWindowExposed(window))
            return 1;
    }
    view.startNew(largeRequest());
    QList<double> stops, keys;
    for (const Field &field : fields()) {
        view.openPage(QString::fromLatin1(field.page));
        longestStop(view);
        QWidget *input = inputOf(view, QString::fromLatin1(field.name));
        QList<double> times, reference;
        for (int round = 0; round < kRounds; ++round) { // in turn: what else the machine does disturbs both alike
            reference += typed(&plain, field.text);
            times += typed(input, field.text);
        }
        keys += times;
        Bench::printLine(field.line, percentile95(times), percentile95(reference), "ms per key, 95 of 100");
        longestStop(view);
        stops += pauses(view, input);
    }
    Bench::printLine("typing-verdict", Bench::median(stops), percentile95(keys), "ms the window stops for a verdict, median; against a key");
    return 0;
}
