// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/review/reviewform.h"

#include "ui/theme/spacing.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/textlabel.h"

#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr int kCodeRole = Qt::UserRole;
constexpr int kRowHeight = 26;
constexpr int kRowsShown = 5;

} // namespace

ReviewForm::ReviewForm(QWidget *parent)
    : QWidget(parent), m_verdict(new TextLabel), m_reasons(new QListWidget), m_text(new QPlainTextEdit), m_override(new QPlainTextEdit), m_accept(new QPushButton(tr("A&ccept"))),
      m_refuse(new QPushButton(tr("Re&fuse with Reason"))), m_bar(new MessageBar)
{
    setObjectName(u"reviewForm"_s);
    m_verdict->setObjectName(u"verdictLabel"_s);
    m_verdict->setWordWrap(true);
    m_reasons->setObjectName(u"reviewReasonsList"_s);
    m_reasons->setFixedHeight(kRowsShown * kRowHeight + 4);
    m_reasons->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_reasons->setTextElideMode(Qt::ElideRight);
    m_text->setObjectName(u"reviewTextEdit"_s);
    m_text->setTabChangesFocus(true);
    m_text->setPlaceholderText(tr("Words for the customer…"));
    m_text->setFixedHeight(3 * fontMetrics().lineSpacing() + Spacing::M);
    m_accept->setObjectName(u"acceptDocumentButton"_s);
    m_accept->setToolTip(tr("Accept the document (Ctrl+Enter)"));
    m_refuse->setObjectName(u"refuseDocumentButton"_s);
    m_refuse->setToolTip(tr("Refuse the document (Ctrl+Shift+Enter)"));
    m_reasonsField = new FormField(tr("Reasons for refusing"), m_reasons);
    m_textField = new FormField(tr("Words for the customer"), m_text);
    m_bar->setObjectName(u"reviewFormBar"_s);
    m_override->setObjectName(u"reviewOverrideEdit"_s);
    m_override->setTabChangesFocus(true);
    m_override->setFixedHeight(2 * fontMetrics().lineSpacing() + Spacing::M);
    m_overrideField = new FormField(tr("Why all the same"), m_override);
    m_overrideField->setRequired(true);
    m_overrideField->hide();
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Spacing::S);
    buttons->addWidget(m_refuse, 1);
    buttons->addWidget(m_accept);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::S);
    column->addWidget(new TextLabel(tr("Review"), TextRole::Strong));
    column->addWidget(m_verdict);
    column->addWidget(m_reasonsField);
    column->addWidget(m_textField);
    column->addWidget(m_bar);
    column->addWidget(m_overrideField);
    column->addLayout(buttons);
    connect(m_accept, &QPushButton::clicked, this, &ReviewForm::acceptWanted);
    connect(m_refuse, &QPushButton::clicked, this, &ReviewForm::refuseWanted);
    connect(m_reasons, &QListWidget::itemChanged, this, [this] {
        m_touched = true;
        m_reasonsField->setError({});
    });
    connect(m_reasons, &QListWidget::itemActivated, this, [](QListWidgetItem *item) { item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked); });
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] { m_textField->setError({}); });
    connect(m_override, &QPlainTextEdit::textChanged, this, [this] { m_overrideField->setError({}); });
}

void ReviewForm::fillReasons(const CaseDocument &document)
{
    const QSignalBlocker quiet(m_reasons);
    m_reasons->clear();
    for (const ReviewReason &reason : reviewReasonsFor(document.kind)) {
        auto *item = new QListWidgetItem(reason.title, m_reasons);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
        item->setSizeHint({0, kRowHeight});
        item->setToolTip(u"%1\n%2"_s.arg(reason.title, reason.sentence));
        item->setData(kCodeRole, reason.code);
    }
}

void ReviewForm::showDocument(const CaseDocument &document, const Review *review, const QString &when, const QString &closed)
{
    fillReasons(document);
    m_touched = false;
    m_bar->clear();
    setOverriding(false);
    m_override->clear();
    m_reasonsField->setError({});
    m_textField->setError({});
    m_text->setPlainText(review ? review->text : QString());
    if (review)
        tick(review->reasons);
    m_touched = review && !review->reasons.isEmpty();
    if (!review)
        m_verdict->setText(closed.isEmpty() ? tr("Not decided yet.") : closed);
    else if (review->accepted)
        m_verdict->setText(tr("Accepted by %1, %2.").arg(review->who, when));
    else
        m_verdict->setText(tr("Refused by %1, %2: %3.").arg(review->who, when, reviewReasonTitles(review->reasons)));
    m_verdict->setState(!review ? std::nullopt : std::optional(review->accepted ? State::Good : State::Problem));
    for (QWidget *widget : QList<QWidget *>{m_reasons, m_text, m_accept, m_refuse})
        widget->setEnabled(closed.isEmpty());
}

void ReviewForm::tick(const QStringList &codes)
{
    const QSignalBlocker quiet(m_reasons);
    for (const QString &code : codes) {
        for (int row = 0; row < m_reasons->count(); ++row) {
            if (m_reasons->item(row)->data(kCodeRole).toString() == code)
                m_reasons->item(row)->setCheckState(Qt::Checked);
        }
    }
    // What is ticked stands first: five rows are seen without scrolling.
    for (int row = 0, top = 0; row < m_reasons->count(); ++row) {
        if (m_reasons->item(row)->checkState() == Qt::Checked)
            m_reasons->insertItem(top++, m_reasons->takeItem(row));
    }
    m_reasons->scrollToTop();
}

void ReviewForm::suggest(const QStringList &codes)
{
    if (!m_touched)
        tick(codes);
}

QStringList ReviewForm::ticked() const
{
    QStringList codes;
    for (int row = 0; row < m_reasons->count(); ++row) {
        if (m_reasons->item(row)->checkState() == Qt::Checked)
            codes << m_reasons->item(row)->data(kCodeRole).toString();
    }
    return codes;
}

QVariantMap ReviewForm::refusal()
{
    if (!m_overrideField->isHidden()) { // refused after all
        setOverriding(false);
        m_bar->clear();
    }
    const QStringList codes = ticked();
    const QString text = m_text->toPlainText().trimmed();
    if (codes.isEmpty()) {
        m_reasonsField->setError(tr("Tick at least one reason."));
        m_reasonsField->showError();
        m_reasons->setFocus();
        return {};
    }
    const bool wordsMissing = text.isEmpty() && std::any_of(codes.cbegin(), codes.cend(), [](const QString &code) { return reviewReason(code)->textRequired; });
    if (wordsMissing) {
        m_textField->setError(tr("This reason needs words: say what is wrong."));
        m_textField->showError();
        m_text->setFocus();
        return {};
    }
    QVariantMap values{{u"verdict"_s, u"refused"_s}, {u"reasons"_s, codes}};
    if (!text.isEmpty())
        values.insert(u"text"_s, text);
    return values;
}

QVariantMap ReviewForm::acceptance()
{
    QVariantMap values{{u"verdict"_s, u"accepted"_s}};
    if (m_overrideField->isHidden())
        return values;
    const QString reason = m_override->toPlainText().trimmed();
    if (reason.isEmpty()) {
        m_overrideField->setError(tr("Say why; the timeline keeps it with your name."));
        m_overrideField->showError();
        m_override->setFocus();
        return {};
    }
    values.insert(u"override"_s, reason);
    return values;
}

void ReviewForm::askOverride(const QString &refusal)
{
    setOverriding(true);
    m_bar->showMessage(State::Waiting, refusal);
    m_override->setFocus();
}

/// What is needed for refusing makes room for the sentence and its answer; a small window has no place for both.
void ReviewForm::setOverriding(bool overriding)
{
    m_reasonsField->setVisible(!overriding);
    m_textField->setVisible(!overriding);
    m_overrideField->setVisible(overriding);
}

void ReviewForm::setBusy(bool busy)
{
    m_accept->setEnabled(!busy);
    m_refuse->setEnabled(!busy);
}

void ReviewForm::showProblem(const QString &text)
{
    m_bar->showMessage(State::Problem, text);
}

} // namespace PortDesk
