// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/textrole.h"

#include <QFontDatabase>

namespace PortDesk {
using namespace Qt::StringLiterals;

void registerFonts()
{
    static const bool once = [] {
        for (const auto &face : {u"Regular"_s, u"Medium"_s, u"SemiBold"_s, u"Bold"_s})
            QFontDatabase::addApplicationFont(u":/fonts/Inter-%1.otf"_s.arg(face));
        return true;
    }();
    Q_UNUSED(once);
}

QStringList fontFamilies()
{
    return {u"Inter"_s, u"Noto Sans"_s, u"Noto Sans Arabic"_s, u"Noto Sans Hebrew"_s, u"Noto Sans CJK SC"_s, u"Noto Sans CJK JP"_s, u"Noto Sans CJK KR"_s};
}

QFont textFont(TextRole role)
{
    struct Style { int pixels; QFont::Weight weight; };
    const auto style = [role]() -> Style {
        switch (role) {
        case TextRole::PageTitle: return {20, QFont::DemiBold};
        case TextRole::Title: return {17, QFont::DemiBold};
        case TextRole::Section: return {13, QFont::DemiBold};
        case TextRole::Strong: return {13, QFont::DemiBold};
        case TextRole::Caption: return {11, QFont::Normal};
        case TextRole::CaptionStrong: return {11, QFont::DemiBold};
        case TextRole::Body: break;
        }
        return {13, QFont::Normal};
    }();
    QFont font;
    font.setFamilies(fontFamilies());
    font.setPixelSize(style.pixels);
    font.setWeight(style.weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace PortDesk
