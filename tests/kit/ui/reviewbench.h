// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/kit/requestbuilder.h"
#include "tests/kit/testdesk.h"
#include "tests/kit/ui/fakeprompts.h"
#include "tests/kit/ui/guidriver.h"
#include "ui/desk/caseview.h"
#include "ui/desk/review/reviewview.h"

#include <QListWidget>

/// What the tests of the review share: a case on a real desk, its page, and the bill in its review.
namespace PortDesk::Test {

using namespace Qt::StringLiterals;

/// How long a step may take on a busy machine, in ms; an idle one takes a hundredth.
inline constexpr int kReviewPatience = 60'000;

inline Request reviewRequest()
{
    return RequestBuilder().number(u"+49 221 909877"_s).build(); // the bill says 0221 90 98 76
}

/// One desk, one case, its page in a window.
struct OpenCase {
    explicit OpenCase(Role role = Role::Agent, Stage stage = Stage::Submitted) : desk(role)
    {
        desk.setWorkerPatience(kReviewPatience);
        const QString problem = desk.open();
        if (!problem.isEmpty())
            qFatal("%s", qPrintable(problem));
        reference = desk.submit(reviewRequest()).first();
        if (stage == Stage::UnderReview) {
            desk.apply(reference, u"quote"_s, {{u"amount"_s, u"60.00"_s}, {u"currency"_s, u"EUR"_s}});
            desk.apply(reference, u"accept-quote"_s, {}, Role::Customer);
        }
        page = std::make_unique<CaseView>(desk.session(), prompts);
        page->openCase(reference);
    }
    ReviewView *review() const { return page->findChild<ReviewView *>(u"reviewView"_s); }
    bool settled() const { return review() && review()->isVisible() && review()->isSettled(); }
    Case stored() { return desk.details(reference).portCase; }
    CaseDocument paper(const QString &kind)
    {
        for (const CaseDocument &document : stored().documents) {
            if (document.kind == kind)
                return document;
        }
        return {};
    }
    /// True when the page shows what the store holds; answers of earlier steps are over then.
    bool caughtUp() { return page->details().portCase.revision == stored().revision; }
    QList<StoredMark> storedMarks(const QString &kind) { return await(desk.session().marks(paper(kind).sha256)).value(); }

    TestDesk desk;
    FakePrompts prompts;
    QString reference;
    std::unique_ptr<CaseView> page;
};

/// The bill in its review, page and facts there.
inline bool openBill(OpenCase &open, GuiDriver &driver)
{
    const bool shown = driver.show() && driver.waitFor([&] { return open.page->details().portCase.revision > 0; }, u"the case is shown"_s, kReviewPatience);
    if (!shown)
        return false;
    open.page->openReview(open.paper(u"bill"_s).sha256);
    return driver.waitFor([&] { return open.settled(); }, u"the bill is shown"_s, kReviewPatience);
}
inline bool tick(GuiDriver &driver, const QString &code)
{
    auto *list = driver.find<QListWidget>(u"reviewReasonsList"_s);
    for (int row = 0; list && row < list->count(); ++row) {
        if (list->item(row)->data(Qt::UserRole).toString() == code) {
            list->item(row)->setCheckState(Qt::Checked);
            return true;
        }
    }
    return false;
}
inline void untickAll(GuiDriver &driver)
{
    auto *list = driver.find<QListWidget>(u"reviewReasonsList"_s);
    for (int row = 0; row < list->count(); ++row)
        list->item(row)->setCheckState(Qt::Unchecked);
}

} // namespace PortDesk::Test
