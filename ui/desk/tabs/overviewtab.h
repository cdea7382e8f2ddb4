// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/desk/caseservice.h"
#include "ui/widgets/scrollpage.h"

class QPushButton;
class QVBoxLayout;

namespace PortDesk {

class Card;
class KeyValueGrid;
class CaseNumbersModel;
class TextLabel;
class WarningsCard;

/// The case at a glance: reasons to answer, owner and account, numbers, what the country asks, what happened last.
class OverviewTab final : public ScrollPage
{
    Q_OBJECT
public:
    explicit OverviewTab(QWidget *parent = nullptr);
    void showCase(const CaseDetails &details, const ActionContext &context);
    /// A way to the country's rules, for the desk.
    void setRulesLinkVisible(bool visible);

Q_SIGNALS:
    /// Open the correction at a member of the request.
    void fieldWanted(const QString &pointer);
    void placeWanted(const QString &place);
    void rulesWanted();
    /// Confirm a warning, "CODE POINTER".
    void confirmWanted(const QString &warning);

private:
    QWidget *makeMainColumn();
    QWidget *makeSideColumn();
    void showReasons(const Case &portCase);
    QWidget *reasonRow(const Reason &reason);
    void showOwner(const Case &portCase, const CountryPack &countries);
    void showCountry(const Case &portCase, const CountryPack &countries);
    void showNumbers(const Case &portCase);
    void showTimeline(const QList<CaseEvent> &timeline, const ActionContext &context);

    Card *m_reasons;
    WarningsCard *m_warnings;
    QVBoxLayout *m_reasonRows = nullptr;
    KeyValueGrid *m_owner;
    Card *m_numbersCard;
    CaseNumbersModel *m_numbers;
    TextLabel *m_moreNumbers;
    Card *m_countryCard;
    KeyValueGrid *m_country;
    QPushButton *m_rules;
    KeyValueGrid *m_timeline;
};

} // namespace PortDesk
