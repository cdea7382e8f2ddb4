// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/scan.h"

#include <QWidget>

class QComboBox;
class QPushButton;

namespace PortDesk {

class TextLabel;

/// Which scanner, and how: source, colour, resolution, paper. What was chosen last is proposed again.
class ScanForm final : public QWidget
{
    Q_OBJECT
public:
    explicit ScanForm(QWidget *parent = nullptr);

    /// Chooses the one used last, else the first, and says so by deviceChosen().
    void setDevices(const QList<ScannerDevice> &devices);
    void setSources(const QList<ScannerSource> &sources);
    QString device() const;
    QString deviceName() const;
    /// Of the chosen source, in millimetres; empty when nobody knows.
    QSizeF glass() const;
    /// As chosen, with the paper or the marked part as area.
    ScanSettings settings() const;
    /// The smallest resolution worth looking at.
    int previewDpi() const;
    bool isReady() const { return !m_sources.isEmpty(); }
    /// A part was marked by hand: it takes the place of the paper.
    void setPart(const QRectF &part);
    /// Keeps what is chosen for the next time.
    void remember() const;

Q_SIGNALS:
    void deviceChosen(const QString &device);
    void refreshWanted();
    void sourceChosen();
    void areaChosen(const QRectF &area);

private:
    void layOut();
    const ScannerSource *source() const;
    void fillSource();
    void choosePaper();
    void describeArea();
    void describeDevice();

    QComboBox *m_device;
    QPushButton *m_refresh;
    QComboBox *m_source;
    QComboBox *m_mode;
    QComboBox *m_resolution;
    QComboBox *m_paper;
    TextLabel *m_size;
    QList<ScannerSource> m_sources;
    QRectF m_area; ///< empty: all
};

} // namespace PortDesk
