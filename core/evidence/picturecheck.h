// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evidence/evidence.h"

namespace PortDesk {

/// The languages in which papers of these countries (alpha-2) are recognised, as Tesseract names them, English last: "deu" "eng". At most four, because each costs time.
QStringList recognitionLanguages(const QStringList &countries);

/// True when what was read at the place of a hit says the same as the text behind it.
bool picturesAgree(const Evidence &evidence, const QString &seen, float confidence);

/// What the eye sees at the place of a hit (read from the picture), against the text behind it. Another text, or none, makes the hit no match: pictureDiffers, the remark
/// says so, `found` is what the picture shows. Where the recognition is unsure by a letter or digit the hit becomes unreadable.
void comparePicture(Evidence &evidence, const QString &seen, float confidence);

/// A hit of a text layer whose place could not be read from the picture: no match, because a match would trust the text alone.
void leaveUnproven(Evidence &evidence);

} // namespace PortDesk
