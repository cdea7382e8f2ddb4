// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace PortDesk {

/// The sizes and weights of text: 20 px page title, 17 px title, 13 px section (semibold), 13 px body, 11 px caption.
enum class TextRole { PageTitle, Title, Section, Body, Strong, Caption, CaptionStrong };

/// Registers the embedded families with the font database; once per program, before the first window.
void registerFonts();

/// The program's family list: Inter, then Noto for other scripts.
QStringList fontFamilies();

QFont textFont(TextRole role);

} // namespace PortDesk
