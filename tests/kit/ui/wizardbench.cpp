// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/ui/wizardbench.h"

#include "ui/widgets/formfield.h"
#include "ui/widgets/messagebar.h"
#include "ui/wizard/letterpage.h"

#include <QTableView>

using namespace Qt::StringLiterals;

namespace PortDesk::Test {

QString sample(const QString &name)
{
    return QStringLiteral(PORTDESK_SAMPLES_DIR "/") + name;
}

bool WizardBench::at(const QString &page)
{
    return driver.waitFor([this, page] { return view.currentPage() && view.currentPage()->objectName() == page; }, u"at "_s + page);
}

bool WizardBench::checked()
{
    return driver.waitFor([this] { return view.draft().isUpToDate(); }, u"the preflight answered"_s);
}

QString WizardBench::fieldError(const QString &field)
{
    auto *form = view.currentPage()->findChild<FormField *>(field);
    return form ? form->visibleError() : u"no such field"_s;
}

QString WizardBench::bar()
{
    return view.currentPage()->findChild<MessageBar *>(u"pageBar"_s)->text();
}

bool fillCountry(WizardBench &b)
{
    return b.at(u"countryPage"_s) && b.driver.type(u"countrySearchEdit"_s, u"germany"_s) && b.driver.click(u"geographicRadio"_s) && b.next();
}

bool fillOwner(WizardBench &b)
{
    return b.at(u"ownerPage"_s) && b.driver.type(u"companyEdit"_s, u"Jürgen Müller-Lüdenscheidt"_s) && b.driver.type(u"firstNameEdit"_s, u"Jürgen"_s)
           && b.driver.type(u"lastNameEdit"_s, u"Müller-Lüdenscheidt"_s) && b.driver.type(u"emailEdit"_s, u"jml@example.org"_s) && b.next();
}

bool fillCarrier(WizardBench &b)
{
    return b.at(u"carrierPage"_s) && b.driver.type(u"carrierNameEdit"_s, u"Beispiel Telekom"_s) && b.driver.type(u"accountNumberEdit"_s, u"4711-998877"_s) && b.next();
}

bool fillNumbers(WizardBench &b)
{
    return b.at(u"numbersPage"_s) && b.driver.type(u"numbersEdit"_s, u"030 23125017-019"_s) && b.driver.click(u"addNumbersButton"_s) && b.checked() && b.next();
}

bool fillAddress(WizardBench &b)
{
    return b.at(u"addressesPage"_s) && b.driver.type(u"serviceLinesEdit"_s, u"Königsallee 17"_s) && b.driver.type(u"servicePostalCodeEdit"_s, u"10827"_s)
           && b.driver.type(u"serviceLocalityEdit"_s, u"Berlin"_s) && b.next();
}

bool attach(WizardBench &b, const QString &kind, const QString &file)
{
    auto *table = b.driver.find<QTableView>(u"documentsTable"_s);
    const QString title = documentKindText(kind);
    for (int row = 0; table && row < table->model()->rowCount(); ++row) {
        if (table->model()->index(row, 0).data().toString() != title)
            continue;
        const int before = b.documents();
        b.world.prompts.willOpen({sample(file)});
        return b.driver.clickRow(u"documentsTable"_s, row) && b.driver.click(u"attachButton"_s)
               && b.driver.waitFor([&] { return b.documents() == before + 1; }, kind + u" is attached"_s);
    }
    return false;
}

bool fillDocuments(WizardBench &b)
{
    if (!b.at(u"documentsPage"_s) || !b.checked())
        return false;
    if (!attach(b, u"bill"_s, u"bill-deu.pdf"_s) || !attach(b, u"portability_form"_s, u"bill-eng.pdf"_s)
        || !attach(b, u"proof_of_address"_s, u"bill-fra.pdf"_s) || !attach(b, u"business_registration"_s, u"bill-spa.pdf"_s))
        return false;
    auto *table = b.driver.find<QTableView>(u"documentsTable"_s);
    for (int row = 0; row < table->model()->rowCount(); ++row) {
        if (table->model()->index(row, 0).data().toString() == documentKindText(u"csr"_s))
            return b.driver.clickRow(u"documentsTable"_s, row) && b.driver.click(u"unavailableButton"_s) && b.next();
    }
    return false;
}

bool fillLetter(WizardBench &b)
{
    b.world.prompts.willOpen({sample(u"bill-rot90.pdf"_s)});
    auto *letter = b.view.findChild<LetterPage *>();
    const int before = b.documents();
    return b.at(u"letterPage"_s) && b.driver.waitFor([&] { return !letter->pdf().isEmpty(); }, u"the letter is composed"_s) && b.driver.click(u"attachSignedButton"_s)
           && b.driver.waitFor([&] { return b.documents() == before + 1; }, u"the signed copy is attached"_s) && b.next();
}

bool confirmAll(WizardBench &b)
{
    return b.at(u"reviewPage"_s) && b.driver.click(u"keepaccountopenBox"_s) && b.driver.click(u"authorisedtoportBox"_s) && b.driver.click(u"feesmayapplyBox"_s);
}

} // namespace PortDesk::Test
