// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/letterpage.h"
#include "ui/models/answer.h"

#include "core/documents/letterrows.h"
#include "ui/scan/scandialog.h"
#include "ui/theme/portdeskstyle.h"
#include "ui/theme/spacing.h"
#include "ui/viewer/composedpdfview.h"
#include "ui/widgets/card.h"
#include "ui/widgets/countrycombo.h"
#include "ui/widgets/filesaving.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/textlabel.h"
#include "ui/wizard/dayedit.h"
#include "ui/wizard/evidencewatch.h"
#include "ui/wizard/formpage.h"
#include "ui/wizard/signedcopy.h"

#include <QComboBox>
#include <QDir>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr int kLetterHeight = 360;

} // namespace

LetterPage::LetterPage(const WizardContext &pageContext, QWidget *parent)
    : WizardPage(u"letterPage"_s, pageContext, parent), m_case(new QComboBox), m_hint(new TextLabel), m_print(new QPushButton(tr("&Print…"))), m_save(new QPushButton(tr("&Save As…"))),
      m_sign(new QPushButton(tr("S&ign on Screen…"))), m_signHint(new TextLabel({}, TextRole::Body, TextLabel::Tone::Secondary)),
      m_attach(new QPushButton(tr("&Attach the Signed Copy…"))), m_scan(new QPushButton(tr("S&can It…"))), m_remove(new QPushButton(tr("&Remove"))), m_signedCard(new Card), m_signedText(new TextLabel), m_signedProof(new TextLabel({}, TextRole::Caption)),
      m_signedOn(new DayEdit(pageContext.draft.today())), m_signedField(new FormField(tr("Signed on"), [this] {
          m_signedOn->setObjectName(u"signedOnEdit"_s);
          return m_signedOn;
      }())),
      m_view(new ComposedPdfView), m_intake(pageContext.session), m_signer(pageContext.session.worker(), pageContext.session.certificates())
{
    setHeading(tr("The letter of authorisation"), tr("Print the letter, have the authorised person sign it, and attach the signed copy as a scan or photo. Where the country's carriers take it, it can be signed on screen."));
    makeTools();
    m_hint->setObjectName(u"letterHint"_s);
    m_hint->setWordWrap(true);
    body()->addWidget(m_hint);
    m_signHint->setObjectName(u"signHint"_s);
    m_signHint->setWordWrap(true);
    body()->addWidget(m_signHint);
    makeSigned();
    m_view->setObjectName(u"letterView"_s);
    m_view->setMinimumHeight(kLetterHeight);
    body()->addWidget(m_view, 1);
    connect(&m_intake, &DocumentIntake::taken, this, &LetterPage::accept);
    const auto refuse = [this](const QString &sentence) {
        m_refusal = sentence;
        showSigning();
        showProblems();
    };
    connect(&m_intake, &DocumentIntake::refused, this, refuse);
    connect(&m_intake, &DocumentIntake::runningChanged, this, &LetterPage::showSigning);
    connect(&m_signer, &LetterSigner::failed, this, &LetterPage::signingFailed);
    connect(&m_signer, &LetterSigner::finished, this, &LetterPage::takeSigned);
    if (context().evidence)
        connect(context().evidence, &EvidenceWatch::evidenceChanged, this, &LetterPage::showProof);
    connect(&draft(), &RequestDraft::checkedChanged, this, [this] {
        if (isVisible()) {
            fillCases();
            compose();
            showSigned();
        }
    });
}

void LetterPage::makeTools()
{
    m_case->setObjectName(u"letterCaseCombo"_s);
    m_case->setAccessibleName(tr("Letter for the case"));
    m_print->setObjectName(u"printLetterButton"_s);
    m_save->setObjectName(u"saveLetterButton"_s);
    m_sign->setObjectName(u"signOnScreenButton"_s);
    m_attach->setObjectName(u"attachSignedButton"_s);
    m_scan->setObjectName(u"scanSignedButton"_s);
    m_scan->setToolTip(tr("Scans the printed and signed letter."));
    auto *row = new QHBoxLayout;
    row->setSpacing(Spacing::S);
    row->addWidget(m_case);
    row->addWidget(m_print);
    row->addWidget(m_save);
    row->addStretch(1);
    row->addWidget(m_sign);
    row->addWidget(m_attach);
    row->addWidget(m_scan);
    body()->addLayout(row);
    connect(m_case, &QComboBox::activated, this, [this] {
        compose();
        showSigned();
        showProblems();
    });
    connect(m_print, &QPushButton::clicked, m_view, &ComposedPdfView::print);
    connect(m_save, &QPushButton::clicked, this, &LetterPage::saveLetter);
    connect(m_sign, &QPushButton::clicked, this, &LetterPage::signOnScreen);
    connect(m_attach, &QPushButton::clicked, this, &LetterPage::attach);
    connect(m_scan, &QPushButton::clicked, this, &LetterPage::scan);
}

void LetterPage::makeSigned()
{
    m_remove->setObjectName(u"removeSignedButton"_s);
    m_signedText->setWordWrap(true);
    m_signedText->setObjectName(u"signedLabel"_s);
    m_signedProof->setWordWrap(true);
    m_signedProof->setObjectName(u"signedProofLabel"_s);
    m_signedField->setRequired(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(Spacing::L);
    auto *words = new QVBoxLayout;
    words->setSpacing(Spacing::XS);
    words->addWidget(m_signedText);
    words->addWidget(m_signedProof);
    row->addLayout(words, 1);
    row->addWidget(m_signedField);
    row->addWidget(m_remove, 0, Qt::AlignBottom);
    m_signedCard->body()->addLayout(row);
    body()->addWidget(m_signedCard);
    connect(m_signedOn, &QDateEdit::dateChanged, this, [this] {
        const int index = signedIndex();
        if (m_loading || index < 0)
            return;
        draft().edit([&](Request &request) { request.documents[index].signedOn = m_signedOn->day(); });
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        const int index = signedIndex();
        if (index >= 0)
            draft().edit([index](Request &request) { request.documents.removeAt(index); });
        fillCases();
        showSigned();
        Q_EMIT stepChanged();
    });
}

QString LetterPage::stepSubtitle() const
{
    const int cases = int(draft().checked().cases.size());
    if (cases > 1)
        return signedCount() == 0 ? QString() : tr("%1 of %2 signed copies attached").arg(signedCount()).arg(cases);
    return signedIndex(cases == 0 ? nullptr : &draft().checked().cases.first()) < 0 ? QString() : tr("signed copy attached");
}

bool LetterPage::owns(const QString &pointer) const
{
    if (pointer == u"/documents/loa")
        return true;
    if (!pointer.startsWith(u"/documents/"))
        return false;
    const int index = pointer.section(u'/', 2, 2).toInt();
    return index < request().documents.size() && request().documents.at(index).kind == u"loa";
}

void LetterPage::enter()
{
    fillCases();
    compose();
    showSigned();
    showProblems();
}

void LetterPage::focusField(const QString &pointer)
{
    (pointer.endsWith(u"/signedOn") ? static_cast<QWidget *>(m_signedOn) : m_attach)->setFocus(Qt::OtherFocusReason);
}

const CasePlan *LetterPage::plan() const
{
    const auto &cases = draft().checked().cases;
    const int index = m_case->currentIndex();
    return index >= 0 && index < cases.size() ? &cases.at(index) : nullptr;
}

int LetterPage::signedIndex(const CasePlan *plan) const
{
    for (int i = 0; i < request().documents.size(); ++i) {
        const RequestDocument &document = request().documents.at(i);
        const bool isSigned = document.kind == u"loa" && !document.sha256.isEmpty();
        if (isSigned && (document.covers.isEmpty() || (plan && document.serves(plan->e164()))))
            return i;
    }
    return -1;
}

int LetterPage::signedCount() const
{
    const auto &cases = draft().checked().cases;
    return int(std::count_if(cases.cbegin(), cases.cend(), [this](const CasePlan &plan) { return signedIndex(&plan) >= 0; }));
}

void LetterPage::fillCases()
{
    const int chosen = qMax(0, m_case->currentIndex());
    m_case->clear();
    for (const CasePlan &plan : draft().checked().cases) {
        const QString name = tr("%1, %2, %n number(s)", nullptr, int(plan.numbers.size())).arg(countryName(plan.country), numberTypeText(plan.type));
        m_case->addItem(signedIndex(&plan) < 0 ? name : tr("%1: signed").arg(name));
    }
    m_case->setCurrentIndex(qMin(chosen, m_case->count() - 1));
    m_case->setVisible(m_case->count() > 1);
}

void LetterPage::showHint()
{
    QStringList sentences;
    if (const int cases = m_case->count(); cases > 1)
        sentences << tr("This request becomes %1 cases, and every carrier gets a letter of its own numbers: %2 of %1 signed.").arg(cases).arg(signedCount());
    sentences << m_letter.note;
    sentences.removeAll(QString());
    m_hint->setText(sentences.join(u' '));
    m_hint->setVisible(!sentences.isEmpty());
}

void LetterPage::compose()
{
    const CasePlan *chosen = plan();
    m_print->setEnabled(chosen);
    m_save->setEnabled(chosen);
    if (!chosen)
        return showInstead(tr("The letter is written as soon as there are numbers that can be ported."));
    const auto letter = loaLetter(request(), *chosen, context().session.countries(), request().reference, draft().today());
    if (!letter)
        return showInstead(letter.error().message);
    if (letter->html == m_letter.html && m_view->isLoaded())
        return;
    m_letter = *letter;
    const int ticket = ++m_newest;
    m_composing = true;
    whenAnswered(context().session.worker().compose(m_letter), this, [this, ticket](const Result<QByteArray> &pdf) {
        if (ticket != m_newest)
            return;
        m_composing = false;
        if (pdf)
            m_view->setPdf(*pdf);
        else
            showInstead(pdf.error().message);
        showSigning();
    });
    showHint();
    showSigning();
    showProblems();
}

QByteArray LetterPage::pdf() const
{
    return m_view->pdf();
}

void LetterPage::showInstead(const QString &sentence)
{
    m_letter = {};
    m_view->clear();
    m_view->setEmptyText(tr("No letter yet"), sentence);
    showHint();
    showSigning();
}

void LetterPage::saveLetter()
{
    const QString path = context().prompts.saveFile(this, tr("Save the Letter"), tr("letter of authorisation.pdf"), tr("PDF (*.pdf)"));
    if (path.isEmpty() || !m_view->isLoaded())
        return;
    const auto saved = saveToFile(path, pdf());
    bar()->setClosable(true);
    if (saved)
        bar()->showMessage(State::Good, tr("The letter was saved as %1.").arg(QDir::toNativeSeparators(path)));
    else
        bar()->showMessage(State::Problem, saved.error().message);
}

void LetterPage::attach()
{
    const QStringList paths = context().prompts.openFiles(this, tr("Attach the Signed Letter"), tr("Documents (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.heic *.heif *.avif);;All files (*)"));
    if (paths.isEmpty())
        return;
    m_refusal.clear();
    m_intake.takeFile(paths.first());
}

void LetterPage::scan()
{
    const ScanPurpose purpose{tr("Scan the Signed Letter"), scannedFileName(documentKindText(u"loa"_s), draft().today()), context().session.limits().maximumBytes};
    auto *dialog = new ScanDialog(context().session.worker(), context().prompts, purpose, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ScanDialog::scanned, this, [this](const DocumentBytes &document) {
        m_refusal.clear();
        m_intake.takeBytes(document.bytes, document.fileName);
    });
    dialog->open();
}

const CountryRecord *LetterPage::record() const
{
    return plan() ? context().session.countries().record(plan()->country, plan()->type) : nullptr;
}

void LetterPage::accept(const TakenDocument &taken)
{
    const QStringList numbers = plan() ? plan()->e164() : QStringList();
    const bool several = m_case->count() > 1;
    const RequestDocument added{u"loa"_s, taken.document.fileName, {}, {}, taken.document.sha256, draft().today(), several ? numbers : QStringList()};
    m_signedLetters.insert(added.sha256, m_letter.html);
    if (!m_letter.qrText.isEmpty()) // a letter without a reference has no code
        readCode(taken.document);
    draft().setFacts(added.sha256, {true, {}, {}, taken.document.bytes.size(), taken.info.pages()});
    draft().edit([&](Request &request) {
        // The letters of the other cases stay.
        request.documents.removeIf([&](const RequestDocument &document) { return document.kind == u"loa" && (!several || document.serves(numbers)); });
        request.documents << added;
    });
    fillCases();
    showSigned();
    showProblems();
    showSigning();
    Q_EMIT stepChanged();
}

void LetterPage::showSigned()
{
    const int index = signedIndex();
    m_signedCard->setVisible(index >= 0);
    showHint();
    m_attach->setText(index < 0 ? tr("&Attach the Signed Copy…") : tr("R&eplace the Signed Copy…"));
    setPrimary(m_attach, index < 0);
    if (index < 0)
        return;
    m_loading = true;
    m_signedText->setText(tr("Signed copy: %1").arg(request().documents.at(index).file));
    m_signedOn->setDay(request().documents.at(index).signedOn);
    m_loading = false;
    showProof();
}

void LetterPage::readCode(const DocumentBytes &copy)
{
    whenAnswered(context().session.worker().codes(copy, 0), this, [this, hash = copy.sha256](const Result<QList<PageCode>> &codes) {
        for (const PageCode &code : codes ? *codes : QList<PageCode>()) {
            if (code.text.startsWith(u"PORTDESK:"))
                m_codes.insert(hash, code.text);
        }
        showProof();
    });
}

void LetterPage::showProof()
{
    const int index = signedIndex();
    if (index < 0)
        return;
    const SignedCopyWords words = signedCopyWords(context().evidence, index, m_codes.value(request().documents.at(index).sha256), m_letter.qrText);
    m_signedProof->setText(words.text);
    m_signedProof->setState(words.state);
    m_signedProof->setVisible(!words.text.isEmpty());
}

void LetterPage::showProblems()
{
    QString dateError;
    QList<Problem> rest;
    for (const Problem &problem : problems()) {
        if (problem.field.endsWith(u"/signedOn"))
            dateError = problemText(problem);
        else if (problem.field != u"/documents" || isRevealed())
            rest << problem;
    }
    m_signedField->setError(dateError);
    const int index = signedIndex();
    const QString atSigning = index < 0 ? QString() : m_signedLetters.value(request().documents.at(index).sha256);
    const bool outdated = !atSigning.isEmpty() && atSigning != m_letter.html;
    QStringList sentences{m_refusal};
    if (outdated)
        sentences << tr("The data changed since the letter was signed. Print the new letter, have it signed and attach it in place of the old one.");
    sentences << problemSentences(rest);
    sentences.removeAll(QString());
    if (sentences.isEmpty())
        return bar()->clear();
    bar()->setClosable(false);
    bar()->showMessage(m_refusal.isEmpty() && !PortDesk::hasErrors(rest) ? State::Waiting : State::Problem, sentences.join(u'\n'));
}

} // namespace PortDesk
