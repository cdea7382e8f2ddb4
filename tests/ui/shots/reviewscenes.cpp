// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/markjson.h"
#include "tests/kit/requestbuilder.h"
#include "tests/kit/testdesk.h"
#include "tests/kit/ui/fakeprompts.h"
#include "tests/ui/shots/scene.h"
#include "ui/desk/caseview.h"
#include "ui/desk/review/factspane.h"
#include "ui/desk/review/reviewform.h"
#include "ui/desk/review/reviewview.h"
#include "ui/desk/tabs/signaturenote.h"
#include "ui/viewer/documentviewer.h"
#include "ui/viewer/marklayer.h"
#include "ui/viewer/marklist.h"

#include <QAction>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;
using namespace PortDesk::Test;

namespace {

const QSize kSmall{1024, 700};

/// The case page with the review of the bill open, on a desk of its own.
class ReviewScene final : public QWidget
{
public:
    using Change = std::function<void(ReviewView &)>;

    explicit ReviewScene(const QString &kind, Change change) : m_change(std::move(change))
    {
        m_desk.open();
        const QString reference = m_desk.submit(RequestBuilder().number(u"+49 221 909877"_s).build()).first();
        m_page = new CaseView(m_desk.session(), m_prompts);
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins(0, 0, 0, 0);
        column->addWidget(m_page);
        QObject::connect(m_page, &CaseView::caseShown, this, [this, kind] {
            for (const CaseDocument &document : m_page->details().portCase.documents) {
                if (document.kind == kind)
                    m_page->openReview(document.sha256);
            }
        }, Qt::SingleShotConnection);
        m_page->openCase(reference);
    }
    ~ReviewScene() override { delete m_page; }

    bool isReady()
    {
        auto *review = m_page->findChild<ReviewView *>(u"reviewView"_s);
        if (!review || !review->isSettled())
            return false;
        if (!std::exchange(m_changed, true) && m_change) {
            m_change(*review);
            return false;
        }
        return review->marks().isSaved();
    }

private:
    TestDesk m_desk;
    FakePrompts m_prompts;
    Change m_change;
    bool m_changed = false;
    CaseView *m_page;
};

Scene scene(const QString &name, ReviewScene::Change change = {}, const QSize &size = {1280, 800}, const QString &kind = u"bill"_s)
{
    return {name, size, [=] { return std::make_unique<ReviewScene>(kind, change); }, [](QWidget *widget) { return static_cast<ReviewScene *>(widget)->isReady(); }};
}

Mark mark(ReviewView &review, MarkKind kind, const QRectF &box, const QString &text = {})
{
    Mark made = review.marks().draft(kind, 0);
    made.box = box;
    made.text = text;
    made.colour = kind == MarkKind::Stamp ? u"#2e7d32"_s : startColour(kind);
    if (kind == MarkKind::Highlight)
        made.lines = {box};
    if (kind == MarkKind::Ink)
        made.strokes = {{{box.left(), box.bottom()}, {box.left() + 0.03, box.top()}, {box.left() + 0.05, box.bottom()}, {box.left() + 0.08, box.center().y()}},
                        {{box.left() + 0.09, box.center().y()}, {box.right(), box.center().y()}}};
    return made;
}

void add(ReviewView &review, const Mark &made, bool pick)
{
    review.marks().add(made);
    if (pick)
        review.layer().select(made.id);
}

Mark sampleOf(ReviewView &review, MarkKind kind)
{
    switch (kind) {
    case MarkKind::Highlight: return mark(review, kind, {0.093, 0.1905, 0.26, 0.0155}, u"Another floor than the form"_s);
    case MarkKind::Note: return mark(review, kind, {0.34, 0.368, 0, 0}, u"Last digit 6, form says 7. Ask the customer."_s);
    case MarkKind::Box: return mark(review, kind, {0.545, 0.165, 0.33, 0.09});
    case MarkKind::Ink: return mark(review, kind, {0.62, 0.36, 0.2, 0.03});
    case MarkKind::Text: return mark(review, kind, {0.55, 0.06, 0.35, 0.05}, u"Read to me by the carrier on 23 November"_s);
    case MarkKind::Stamp: break;
    }
    return mark(review, MarkKind::Stamp, {0.66, 0.08, 0.2, 0.045}, u"Verified"_s);
}

void addNote(ReviewView &review)
{
    add(review, sampleOf(review, MarkKind::Note), false);
}

void addAll(ReviewView &review)
{
    for (const MarkKind kind : allMarkKinds())
        add(review, sampleOf(review, kind), false);
}

/// As if the bill had come with annotations of the carrier.
void addInFile(ReviewView &review)
{
    addNote(review);
    Mark theirs = sampleOf(review, MarkKind::Box);
    theirs.author = u"Otto Kern"_s;
    theirs.text = u"Is this the account you mean?"_s;
    Mark nobodys = sampleOf(review, MarkKind::Highlight);
    nobodys.author.clear();
    review.findChild<MarkList *>()->setFileMarks({theirs, nobodys});
}

/// As if the letter bore a signature with a certificate.
void showSignature(ReviewView &review, SignatureIntegrity integrity)
{
    SignatureFindings findings;
    findings.signatures = {{u"Erika Müller-Lüdenscheidt"_s, u"Example Trust CA 4"_s, {}, testNow(), testNow().addYears(1), integrity, CertificateTrust::Trusted}};
    review.findChild<SignatureNote *>()->showFindings(findings, false);
}

/// As if the letter had been signed electronically, and a supervisor pressed Accept.
void askOverride(ReviewView &review)
{
    review.findChild<SignatureNote *>()->showFindings({{}, true}, true);
    review.findChild<ReviewForm *>()->askOverride(u"loa.pdf was signed electronically, and carriers in Germany accept only the paper signed by hand. Refuse it and ask for a scan of the signed paper. "
                                                  "A supervisor can go on all the same and say why."_s);
}

} // namespace

QList<Scene> reviewScenes()
{
    QList<Scene> scenes{scene(u"review"_s, addNote), scene(u"review-1024"_s, addNote, kSmall), scene(u"review-marks"_s, addAll),
                        scene(u"review-turned"_s, [](ReviewView &review) {
                            addAll(review);
                            review.viewer().pages()->rotate();
                        }),
                        scene(u"review-beside"_s, [](ReviewView &review) { review.findChild<QAction *>(u"review_besideAction"_s)->trigger(); }),
                        scene(u"review-return"_s, [](ReviewView &review) { review.findChild<QAction *>(u"review_returnAction"_s)->trigger(); }),
                        scene(u"review-dark-pages"_s, [](ReviewView &review) {
                            addAll(review);
                            review.viewer().pages()->setDark(true);
                        }),
                        scene(u"review-file-marks"_s, addInFile),
                        scene(u"review-override"_s, askOverride, {1280, 800}, u"loa"_s), scene(u"review-override-1024"_s, askOverride, kSmall, u"loa"_s),
                        scene(u"review-loa"_s, {}, {1280, 800}, u"loa"_s),
                        scene(u"review-signature-intact"_s, [](ReviewView &review) { showSignature(review, SignatureIntegrity::Intact); }, {1280, 800}, u"loa"_s),
                        scene(u"review-signature-altered"_s, [](ReviewView &review) { showSignature(review, SignatureIntegrity::Altered); }, {1280, 800}, u"loa"_s)};
    for (const MarkKind kind : allMarkKinds())
        scenes << scene(u"review-mark-"_s + markKindKey(kind), [kind](ReviewView &review) { add(review, sampleOf(review, kind), true); });
    return scenes;
}

} // namespace PortDesk
