// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desk/desksession.h"
#include "ui/wizard/requestdraft.h"

#include <QWidget>

class QVBoxLayout;

namespace PortDesk {

class Correction;
class MessageBar;
class EvidenceWatch;
class Prompts;
class TextLabel;

/// What every page works with.
struct WizardContext {
    DeskSession &session;
    Prompts &prompts;
    RequestDraft &draft;
    EvidenceWatch *evidence = nullptr;  ///< outlives the pages
    Correction *correction = nullptr;   ///< outlives the pages; inactive while a new request is written
};

/// A page of the wizard: one topic, a heading, one sentence, the form. It writes every change into the draft at once, so going back loses nothing.
class WizardPage : public QWidget
{
    Q_OBJECT
public:
    /// `id` becomes the objectName and is what a draft remembers.
    WizardPage(const QString &id, const WizardContext &context, QWidget *parent = nullptr);

    /// In the list of steps: "Numbers".
    virtual QString stepTitle() const = 0;
    /// Under it, what was filled in: "14 numbers, 2 to look at"; "" while there is nothing to say.
    virtual QString stepSubtitle() const { return {}; }
    /// In the button that leads here: "numbers" of "Next: numbers".
    virtual QString nextWord() const = 0;
    /// True when a problem at this place (see placeOf) is mended here.
    virtual bool owns(const QString &pointer) const = 0;

    /// The page comes to the front: shows the draft's values.
    virtual void enter() = 0;
    /// Puts the keyboard into the field of a JSON pointer.
    virtual void focusField(const QString &pointer) = 0;
    /// Lets only the fields of these pointers be changed, all of them when there are none. False when the page is open or closed as a whole.
    virtual bool openOnly(const QStringList &) { return false; }
    /// The preflight's findings of this page, from the newest verdict.
    QList<Problem> problems() const;
    virtual bool hasErrors() const;

    /// From now on all problems are shown, not only those of fields the person has left.
    void reveal();
    bool isRevealed() const { return m_revealed; }

Q_SIGNALS:
    /// The step's subtitle may read differently now.
    void stepChanged();
    /// Asks the wizard to open the page of another pointer ("Edit" links).
    void openRequested(const QString &pointer);

protected:
    /// Shows what the preflight found; called after every verdict while the page is in front.
    virtual void showProblems() = 0;

    RequestDraft &draft() const { return m_context.draft; }
    const Request &request() const { return m_context.draft.request(); }
    const WizardContext &context() const { return m_context; }
    void setHeading(const QString &title, const QString &sentence);
    /// Under the heading; what has no field of its own stands in the bar above it.
    QVBoxLayout *body() const { return m_body; }
    MessageBar *bar() const { return m_bar; }

private:
    WizardContext m_context;
    TextLabel *m_title;
    TextLabel *m_sentence;
    MessageBar *m_bar;
    QVBoxLayout *m_body;
    bool m_revealed = false;
};

/// Where a problem is mended: its JSON pointer, or "/documents/loa" for a letter that is not attached yet.
QString placeOf(const Problem &problem);

} // namespace PortDesk
