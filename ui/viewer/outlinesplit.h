// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace PortDesk {

class OutlinePanel;

/// The outline beside the pages. It gets the width its titles need, until somebody draws it to another one, which is kept in the person's settings;
/// the pages always keep more than half.
class OutlineSplit final : public QSplitter
{
    Q_OBJECT
public:
    /// Takes both.
    OutlineSplit(OutlinePanel *outline, QWidget *pages, QWidget *parent = nullptr);
    /// Shows or hides the outline; shown again it has the width that suits what it holds now.
    void setOutlineVisible(bool visible);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();

    OutlinePanel *m_outline;
};

} // namespace PortDesk
