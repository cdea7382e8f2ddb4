// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/docworker.h"

#include <QWidget>

class QPushButton;
class QSlider;

namespace PortDesk {

class DropZone;
class InkView;
class Prompts;
class TextLabel;

/// Takes a picture of a signature: chosen, dropped or pasted. The document worker decodes it and cuts the ink out; here only the result is seen.
class SignaturePictureForm final : public QWidget
{
    Q_OBJECT
public:
    SignaturePictureForm(DocWorker &worker, Prompts &prompts, QWidget *parent = nullptr);

    const InkPicture &picture() const { return m_picture; }
    /// Takes what the clipboard holds; false when that is neither a file nor a picture.
    bool paste();
    void takeFile(const QString &path);

Q_SIGNALS:
    void changed();

private:
    void makeTools();
    void browse();
    void take(const QByteArray &bytes);
    void cut();
    void show(const Result<InkPicture> &picture);
    void clear();

    DocWorker &m_worker;
    Prompts &m_prompts;
    DropZone *m_zone;
    InkView *m_view;
    QSlider *m_darkness;
    QPushButton *m_automatic;
    QPushButton *m_remove;
    TextLabel *m_problem;
    QWidget *m_tools;
    QByteArray m_bytes;     ///< as they came
    InkPicture m_picture;
    bool m_found = true;    ///< the darkness is found by itself
    int m_newest = 0;       ///< of the cuts asked for: the last one counts
};

} // namespace PortDesk
