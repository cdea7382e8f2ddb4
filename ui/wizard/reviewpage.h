// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/wizard/wizardpage.h"

class QCheckBox;

namespace PortDesk {

class Card;
class CasePreview;
class FindingsList;
class TextLabel;

/// The last page: what is still wrong with links to the field, what the request becomes, the acknowledgements, and a summary with Edit links.
class ReviewPage final : public WizardPage
{
    Q_OBJECT
public:
    /// Title of the step that mends a pointer; the page's own title for its own.
    using StepOf = std::function<QString(const QString &pointer)>;

    ReviewPage(const WizardContext &context, StepOf stepOf, QWidget *parent = nullptr);

    QString stepTitle() const override;
    QString nextWord() const override;
    bool owns(const QString &pointer) const override;
    void enter() override;
    void focusField(const QString &pointer) override;

    /// The store refused: said above everything else.
    void showFailure(const QString &sentence, const QList<QAction *> &actions = {});
    /// True when nothing stops the request.
    bool maySubmit() const;

protected:
    void showProblems() override;

private:
    void makeAcknowledgements();
    void askStore();
    void showCases();
    void showFindings();
    void showCorrection();

    Card *m_toDo; ///< of a correction
    class ToDoListView *m_toDoList;
    Card *m_findings;
    TextLabel *m_nothing; ///< nothing was found, or what the confirmations are for
    FindingsList *m_list;
    Card *m_cases;
    CasePreview *m_preview;
    Card *m_acks;
    TextLabel *m_after; ///< what happens when it is submitted
    QList<QCheckBox *> m_boxes;
    class RequestSummary *m_summary;
    int m_asked = 0;
};

} // namespace PortDesk
