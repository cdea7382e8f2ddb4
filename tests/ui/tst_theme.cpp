// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/ui/guitest.h"
#include "ui/theme/icons.h"
#include "ui/theme/textrole.h"
#include "ui/theme/theme.h"

#include <QFile>
#include <QFontInfo>
#include <QSignalSpy>

using namespace PortDesk;
using namespace Qt::StringLiterals;

namespace {

/// Average colour of the painted pixels.
QColor inkOf(const QImage &image)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (const QColor color = image.pixelColor(x, y); color.alpha() == 255)
                return color;
        }
    }
    return {};
}

} // namespace

/// Colours, fonts and icons keep their promises in both themes.
class TestTheme : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textIsReadable_data()
    {
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("surface");
        for (const auto &[theme, t] : {std::pair{"light", lightTokens()}, {"dark", darkTokens()}}) {
            const std::pair<const char *, QColor> surfaces[]{{"window", t.window}, {"surface", t.surface}, {"sunken", t.sunken}, {"accent soft", t.accentSoft}};
            for (const auto &[name, surface] : surfaces) {
                QTest::addRow("%s: text on %s", theme, name) << t.text << surface;
                QTest::addRow("%s: secondary on %s", theme, name) << t.secondary << surface;
            }
            QTest::addRow("%s: accent on surface", theme) << t.accent << t.surface;
            QTest::addRow("%s: accent on accent soft", theme) << t.accent << t.accentSoft;
            QTest::addRow("%s: words on the primary button", theme) << t.onAccent << t.accent;
            const std::pair<const char *, State> states[]{{"good", State::Good}, {"waiting", State::Waiting}, {"problem", State::Problem}, {"info", State::Info}, {"neutral", State::Neutral}};
            for (const auto &[name, state] : states) {
                QTest::addRow("%s: %s on its tint", theme, name) << t.state(state).text << t.state(state).soft;
                QTest::addRow("%s: %s on surface", theme, name) << t.state(state).text << t.surface;
                QTest::addRow("%s: text on the tint of %s", theme, name) << t.text << t.state(state).soft;
            }
        }
    }
    void textIsReadable()
    {
        QFETCH(QColor, text);
        QFETCH(QColor, surface);
        const double ratio = contrast(text, surface);
        QVERIFY2(ratio >= 4.5, qPrintable(u"%1 on %2 is %3:1"_s.arg(text.name(), surface.name()).arg(ratio, 0, 'f', 2)));
    }

    void switchingAppliesThePalette()
    {
        Theme theme(*qApp);
        QSignalSpy changed(&theme, &Theme::changed);
        theme.setMode(Theme::Mode::Dark);
        QVERIFY(theme.isDark());
        QCOMPARE(qApp->palette().color(QPalette::Window), darkTokens().window);
        QCOMPARE(qApp->palette().color(QPalette::Disabled, QPalette::Text), darkTokens().tertiary);
        QCOMPARE(qApp->palette().color(QPalette::PlaceholderText), darkTokens().tertiary);
        theme.setMode(Theme::Mode::Light);
        QVERIFY(!theme.isDark());
        QCOMPARE(qApp->palette().color(QPalette::Window), lightTokens().window);
        QCOMPARE(changed.count(), 2);
        theme.setMode(Theme::Mode::Light);
        QCOMPARE(changed.count(), 2);
    }

    void modesHaveStableKeys()
    {
        for (const auto mode : {Theme::Mode::Auto, Theme::Mode::Light, Theme::Mode::Dark})
            QCOMPARE(themeModeFromKey(themeModeKey(mode)), mode);
        QCOMPARE(themeModeFromKey(u"nonsense"_s), Theme::Mode::Auto);
    }

    void theEmbeddedFontIsUsed()
    {
        for (const auto role : {TextRole::PageTitle, TextRole::Title, TextRole::Section, TextRole::Body, TextRole::Caption})
            QCOMPARE(QFontInfo(textFont(role)).family(), u"Inter"_s);
        QCOMPARE(textFont(TextRole::Body).pixelSize(), 13);
        QCOMPARE(textFont(TextRole::Title).pixelSize(), 17);
        QCOMPARE(textFont(TextRole::Caption).pixelSize(), 11);
    }

    void everyGlyphHasAPicture_data()
    {
        QTest::addColumn<Glyph>("glyph");
        for (const Glyph glyph : allGlyphs())
            QTest::newRow(qPrintable(glyphKey(glyph))) << glyph;
    }
    void everyGlyphHasAPicture()
    {
        QFETCH(Glyph, glyph);
        QVERIFY(QFile::exists(u":/icons/%1.svg"_s.arg(glyphKey(glyph))));
        const QColor red(200, 0, 0);
        QCOMPARE(inkOf(glyphPixmap(glyph, 48, red, 1.0).toImage()), red);
    }

    void iconsFollowTheTheme()
    {
        Theme theme(*qApp);
        theme.setMode(Theme::Mode::Light);
        const QIcon icon = themedIcon(Glyph::Plus);
        QCOMPARE(inkOf(icon.pixmap(48).toImage()), lightTokens().secondary);
        QCOMPARE(inkOf(icon.pixmap(48, QIcon::Disabled).toImage()), lightTokens().tertiary);
        QCOMPARE(inkOf(icon.pixmap(48, QIcon::Normal, QIcon::On).toImage()), lightTokens().accent);
        theme.setMode(Theme::Mode::Dark);
        QCOMPARE(inkOf(icon.pixmap(48).toImage()), darkTokens().secondary);
        theme.setMode(Theme::Mode::Light);
    }

    void iconsAreSharpAtDoubleSize()
    {
        const QPixmap pixmap = glyphPixmap(Glyph::Check, 16, Qt::black, 2.0);
        QCOMPARE(pixmap.size(), QSize(32, 32));
        QCOMPARE(pixmap.devicePixelRatio(), 2.0);
    }
};

PORTDESK_GUI_TEST_MAIN(TestTheme)
#include "tst_theme.moc"
