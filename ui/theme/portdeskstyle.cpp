// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/portdeskstyle.h"

#include "ui/theme/stylepaint.h"
#include "ui/theme/textrole.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QTextEdit>
#include <QToolButton>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr int kArrowColumn = 26;

const QStyleOptionViewItem *itemOption(const QStyleOption *option)
{
    return qstyleoption_cast<const QStyleOptionViewItem *>(option);
}

bool isTextEdit(const QWidget *widget)
{
    return qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTextEdit *>(widget);
}

bool focused(const QStyleOption *option)
{
    return option->state & QStyle::State_HasFocus;
}

void drawSpinArrows(QPainter *painter, const QStyleOptionSpinBox *option, const QRect &up, const QRect &down)
{
    const Tokens &t = tokensFor(option->palette);
    const auto color = [&](QAbstractSpinBox::StepEnabledFlag flag) { return option->stepEnabled & flag ? t.secondary : t.line; };
    paintGlyph(painter, up.adjusted(0, 3, 0, 1), Glyph::ChevronUp, color(QAbstractSpinBox::StepUpEnabled));
    paintGlyph(painter, down.adjusted(0, -1, 0, -3), Glyph::ChevronDown, color(QAbstractSpinBox::StepDownEnabled));
}

} // namespace

PortDeskStyle::PortDeskStyle() : QProxyStyle(u"Fusion"_s) {}

void PortDeskStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const Tokens &t = tokensFor(option->palette);
    switch (element) {
    case PE_PanelButtonCommand: return StylePaint::button(painter, option, widget);
    case PE_PanelButtonTool: return StylePaint::toolButtonPanel(painter, option);
    case PE_IndicatorCheckBox: return StylePaint::checkBox(painter, option);
    case PE_IndicatorItemViewItemCheck: return StylePaint::checkBox(painter, option);
    case PE_IndicatorRadioButton: return StylePaint::radioButton(painter, option);
    case PE_PanelLineEdit:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            StylePaint::inputPanel(painter, option, widget, focused(option));
        return;
    case PE_FrameLineEdit: return;
    case PE_Frame:
        if (qobject_cast<const QAbstractScrollArea *>(widget)) {
            if (isTextEdit(widget))
                return StylePaint::inputPanel(painter, option, widget, widget->hasFocus());
            return StylePaint::roundedBox(painter, option->rect, StylePaint::kCardRadius, t.surface, t.line);
        }
        return StylePaint::roundedBox(painter, option->rect, StylePaint::kCardRadius, {}, t.line);
    case PE_FrameFocusRect:
        if (qobject_cast<const QPushButton *>(widget) || qobject_cast<const QTabBar *>(widget) || qobject_cast<const QToolButton *>(widget))
            return; // drawn with the control itself
        if (option->state & State_KeyboardFocusChange)
            StylePaint::focusRing(painter, option->rect, 4, t.accent);
        return;
    case PE_PanelItemViewItem:
        if (const auto *item = itemOption(option))
            return StylePaint::itemPanel(painter, item, widget);
        return;
    case PE_PanelItemViewRow: return;
    case PE_FrameTabWidget: return;
    case PE_FrameTabBarBase:
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), t.line);
        return;
    case PE_FrameMenu: return;
    case PE_PanelMenu:
        painter->fillRect(option->rect, t.line);
        painter->fillRect(option->rect.adjusted(1, 1, -1, -1), t.surface);
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, t.text);
        return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void PortDeskStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonBevel: return drawPrimitive(PE_PanelButtonCommand, option, painter, widget);
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return StylePaint::buttonLabel(painter, button, widget);
        break;
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            return StylePaint::tabShape(painter, tab);
        break;
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            return StylePaint::tabLabel(painter, tab);
        break;
    case CE_HeaderSection:
    case CE_HeaderEmptyArea: return StylePaint::headerSection(painter, option);
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            return StylePaint::headerLabel(painter, header);
        break;
    case CE_Header:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option)) {
            StylePaint::headerSection(painter, header);
            QStyleOptionHeader label = *header;
            label.rect = header->rect.adjusted(10, 0, -6, 0);
            return StylePaint::headerLabel(painter, &label);
        }
        break;
    case CE_ProgressBarGroove:
    case CE_ProgressBarLabel: return;
    case CE_ProgressBarContents:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            return StylePaint::progress(painter, bar);
        break;
    case CE_Splitter: {
        const bool upright = option->state & State_Horizontal;
        const QPoint middle = option->rect.center();
        const QRect line = upright ? QRect(middle.x(), option->rect.top(), 1, option->rect.height()) : QRect(option->rect.left(), middle.y(), option->rect.width(), 1);
        return painter->fillRect(line, tokensFor(option->palette).line);
    }
    default: break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void PortDeskStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const Tokens &t = tokensFor(option->palette);
    if (control == CC_ComboBox) {
        if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option); combo && combo->frame)
            StylePaint::inputPanel(painter, option, widget, focused(option));
        const QRect arrow = subControlRect(control, option, SC_ComboBoxArrow, widget);
        paintGlyph(painter, QRect(arrow.center() - QPoint(7, 7), QSize(16, 16)), Glyph::ChevronDown,
                   option->state & State_Enabled ? t.secondary : t.tertiary);
        return;
    }
    if (control == CC_SpinBox) {
        const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        if (spin && spin->frame)
            StylePaint::inputPanel(painter, option, widget, focused(option));
        if (spin && spin->buttonSymbols != QAbstractSpinBox::NoButtons)
            drawSpinArrows(painter, spin, subControlRect(control, option, SC_SpinBoxUp, widget), subControlRect(control, option, SC_SpinBoxDown, widget));
        return;
    }
    if (control == CC_ScrollBar) {
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option))
            StylePaint::scrollBar(painter, slider, subControlRect(control, option, SC_ScrollBarSlider, widget));
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

int PortDeskStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent: return 12;
    case PM_ScrollBarSliderMin: return 32;
    case PM_ScrollView_ScrollBarOverlap:
    case PM_ScrollView_ScrollBarSpacing: return 0;
    case PM_DefaultFrameWidth: // the text of a text edit stands where that of a line edit does
        return isTextEdit(widget) ? 6 : qobject_cast<const QAbstractScrollArea *>(widget) ? 2 : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return 16;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing: return 8;
    case PM_HeaderMargin: return 10;
    case PM_FocusFrameHMargin: return 8; // the text margin of item views
    case PM_TabBarTabHSpace: return 16;
    case PM_TabBarTabShiftVertical:
    case PM_TabBarBaseOverlap:
    case PM_TabBarTabOverlap: return 0;
    case PM_ButtonIconSize:
    case PM_SmallIconSize: return 16;
    case PM_SplitterWidth: return 5;
    case PM_ProgressBarChunkWidth: return 1;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return 8;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QSize PortDeskStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    constexpr int height = StylePaint::kControlHeight;
    switch (type) {
    case CT_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        const int arrow = button && button->features.testFlag(QStyleOptionButton::HasMenu) ? 18 : 0;
        const int gap = button && !button->icon.isNull() && !button->text.isEmpty() ? 2 : 0;
        const bool bare = button && button->text.isEmpty();
        return {bare ? height : size.width() + 26 + arrow + gap, std::max(height, size.height() + 10)};
    }
    case CT_LineEdit: return {size.width() + 16, std::max(height, size.height() + 8)};
    case CT_ComboBox: return {size.width() + 20 + kArrowColumn, std::max(height, size.height() + 8)};
    case CT_SpinBox: return {size.width() + 16 + kArrowColumn, std::max(height, size.height())};
    case CT_ToolButton: return QSize(std::max(size.width() + 14, 30), std::max(size.height() + 10, 30));
    case CT_TabBarTab: return {size.width() + 12, 40};
    case CT_HeaderSection: {
        QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        return {base.width() + 8, std::max(base.height(), 31)};
    }
    case CT_ItemViewItem: {
        QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        const bool popup = widget && widget->inherits("QComboBoxListView");
        return {base.width(), std::max(base.height(), popup ? 30 : base.height())};
    }
    case CT_MenuItem: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        return item && item->menuItemType == QStyleOptionMenuItem::Separator ? base : QSize(base.width() + 12, std::max(base.height(), 30));
    }
    default: return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

QRect PortDeskStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl sub, const QWidget *widget) const
{
    const QRect r = option->rect;
    const auto visual = [&](const QRect &rect) { return visualRect(option->direction, r, rect); };
    if (control == CC_ComboBox && sub == SC_ComboBoxArrow)
        return visual(QRect(r.right() - kArrowColumn, r.top(), kArrowColumn, r.height()));
    if (control == CC_ComboBox && sub == SC_ComboBoxEditField)
        return visual(r.adjusted(8, 2, -kArrowColumn, -2));
    if (control == CC_SpinBox) {
        const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        const int column = spin && spin->buttonSymbols == QAbstractSpinBox::NoButtons ? 2 : kArrowColumn;
        if (sub == SC_SpinBoxEditField)
            return visual(r.adjusted(8, 2, -column, -2));
        if (sub == SC_SpinBoxUp)
            return visual(QRect(r.right() - column, r.top() + 1, column - 4, r.height() / 2 - 1));
        if (sub == SC_SpinBoxDown)
            return visual(QRect(r.right() - column, r.top() + r.height() / 2, column - 4, r.height() / 2 - 1));
    }
    if (control == CC_ScrollBar) {
        const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option);
        const bool vertical = slider->orientation == Qt::Vertical;
        const int length = vertical ? r.height() : r.width();
        const int range = slider->maximum - slider->minimum;
        const int handle = range > 0 ? std::clamp(int(qint64(length) * slider->pageStep / (qint64(range) + slider->pageStep)), std::min(32, length), length) : length;
        const int start = sliderPositionFromValue(slider->minimum, slider->maximum, slider->sliderPosition, length - handle, slider->upsideDown);
        const auto along = [&](int from, int extent) { return vertical ? QRect(r.left(), r.top() + from, r.width(), extent) : visual(QRect(r.left() + from, r.top(), extent, r.height())); };
        switch (sub) {
        case SC_ScrollBarGroove: return r;
        case SC_ScrollBarSlider: return along(start, handle);
        case SC_ScrollBarSubPage: return along(0, start);
        case SC_ScrollBarAddPage: return along(start + handle, length - start - handle);
        default: return {};
        }
    }
    return QProxyStyle::subControlRect(control, option, sub, widget);
}

QRect PortDeskStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element == SE_LineEditContents) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        return frame && frame->lineWidth > 0 ? option->rect.adjusted(8, 1, -8, -1) : option->rect;
    }
    if (element == SE_HeaderLabel)
        return option->rect.adjusted(10, 0, -6, 0);
    if (element == SE_PushButtonContents)
        return option->rect;
    if (element == SE_ProgressBarContents || element == SE_ProgressBarGroove)
        return option->rect;
    return QProxyStyle::subElementRect(element, option, widget);
}

int PortDeskStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_ComboBox_Popup: return 0;
    case SH_EtchDisabledText:
    case SH_DitherDisabledText: return 0;
    case SH_ItemView_ShowDecorationSelected: return 1;
    case SH_UnderlineShortcut: return 1;
    case SH_Table_GridLineColor: return int(tokensFor(option ? option->palette : QPalette()).line.rgb());
    case SH_DialogButtonBox_ButtonsHaveIcons: return 0;
    case SH_ScrollBar_LeftClickAbsolutePosition: return 0;
    case SH_TabBar_ElideMode: return Qt::ElideNone;
    case SH_ProgressDialog_CenterCancelButton: return 0;
    default: return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QIcon PortDeskStyle::standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const
{
    switch (icon) {
    case SP_LineEditClearButton: return themedIcon(Glyph::Cross);
    case SP_MessageBoxInformation: return themedIcon(Glyph::Info);
    case SP_MessageBoxWarning:
    case SP_MessageBoxCritical: return themedIcon(Glyph::Warning);
    default: return QProxyStyle::standardIcon(icon, option, widget);
    }
}

void PortDeskStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QPushButton *>(widget) || qobject_cast<QLineEdit *>(widget) || qobject_cast<QComboBox *>(widget) || qobject_cast<QAbstractSpinBox *>(widget)
        || qobject_cast<QTabBar *>(widget) || qobject_cast<QToolButton *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (auto *header = qobject_cast<QHeaderView *>(widget))
        header->setFont(textFont(TextRole::CaptionStrong));
}

void setPrimary(QPushButton *button, bool primary)
{
    button->setProperty("primary", primary);
    QFont font = textFont(TextRole::Body);
    font.setWeight(primary ? QFont::Medium : QFont::Normal);
    button->setFont(font);
    button->update();
}

void setQuiet(QPushButton *button, bool quiet)
{
    button->setProperty("quiet", quiet);
    button->update();
}

void setInputState(QWidget *input, bool problem)
{
    input->setProperty("problem", problem);
    input->update();
}

} // namespace PortDesk
