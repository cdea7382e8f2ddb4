// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scanner/insane.h"

#include "app/scanner/pagebuilder.h"

#include <libinsane/capi.h>
#include <libinsane/constants.h>
extern "C" { // this one header does not say so itself
#include <libinsane/log.h>
}
#include <libinsane/safebet.h>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <optional>
#include <vector>

using namespace Qt::StringLiterals;

namespace PortDesk {

using namespace ScannerProtocol;

namespace {

constexpr size_t kChunk = 256 * 1024;
constexpr double kMillimetresPerInch = 25.4;
constexpr int kMostListed = 200;

ScanTrouble troubleOf(int error)
{
    switch (error) {
    case LIS_ERR_DEVICE_BUSY:
        return ScanTrouble::Busy;
    case LIS_ERR_CANCELLED:
        return ScanTrouble::Cancelled;
    case LIS_ERR_JAMMED:
        return ScanTrouble::Jammed;
    case LIS_ERR_COVER_OPEN:
        return ScanTrouble::CoverOpen;
    case LIS_ERR_NO_MEM:
        return ScanTrouble::NoMemory;
    case LIS_ERR_ACCESS_DENIED:
        return ScanTrouble::Denied;
    case LIS_ERR_HW_IS_LOCKED:
        return ScanTrouble::Locked;
    case LIS_ERR_UNSUPPORTED:
    case LIS_ERR_INVALID_VALUE:
    case LIS_ERR_INTERNAL_IMG_FORMAT_NOT_SUPPORTED:
    case LIS_ERR_INTERNAL_NOT_IMPLEMENTED:
        return ScanTrouble::Unsupported;
    default:
        return ScanTrouble::Io;
    }
}

Trouble troubleAt(const char *step, int error)
{
    return {troubleOf(error), u"%1: %2"_s.arg(QString::fromLatin1(step), QString::fromLocal8Bit(lis_strerror(lis_error(error))))};
}

void logged(lis_log_level, const char *message)
{
    fputs(message, stderr);
    fputc('\n', stderr);
}
void unlogged(lis_log_level, const char *) {}

/// An open device; closed at the end.
class OpenDevice
{
public:
    OpenDevice(lis_api *api, const QString &id) { error = api->get_device(api, id.toUtf8().constData(), &m_device); }
    ~OpenDevice()
    {
        if (m_device)
            m_device->close(m_device);
    }
    OpenDevice(const OpenDevice &) = delete;
    OpenDevice &operator=(const OpenDevice &) = delete;

    /// Its paper sources with what we call them; unknown ones are feeders by libinsane's advice.
    std::vector<std::pair<ScanSource, lis_item *>> sources()
    {
        std::vector<std::pair<ScanSource, lis_item *>> found;
        lis_item **children = nullptr;
        if (!m_device || LIS_IS_ERROR(m_device->get_children(m_device, &children)))
            return found;
        for (; children && *children; ++children)
            found.emplace_back((*children)->type == LIS_ITEM_FLATBED ? ScanSource::Flatbed : ScanSource::Feeder, *children);
        return found;
    }

    int error = LIS_OK;

private:
    lis_item *m_device = nullptr;
};

Trouble openTrouble(int error)
{
    Trouble trouble = troubleAt("open", error);
    if (trouble.trouble == ScanTrouble::Io || trouble.trouble == ScanTrouble::Unsupported)
        trouble.trouble = ScanTrouble::NoDevice; // SANE calls an unknown or unplugged device an invalid one
    return trouble;
}

/// Looked up anew each time: setting one option may make all others invalid.
lis_option_descriptor *optionOf(lis_item *item, const char *name)
{
    lis_option_descriptor **options = nullptr;
    if (LIS_IS_ERROR(item->get_options(item, &options)))
        return nullptr;
    for (; options && *options; ++options) {
        if (std::strcmp((*options)->name, name) == 0)
            return *options;
    }
    return nullptr;
}

double numberOf(const lis_option_descriptor &option, const lis_value &value)
{
    return option.value.type == LIS_TYPE_DOUBLE ? value.dbl : double(value.integer);
}

int setNumber(lis_item *item, const char *name, double number)
{
    lis_option_descriptor *option = optionOf(item, name);
    if (!option)
        return LIS_ERR_UNSUPPORTED;
    lis_value value{};
    if (option->value.type == LIS_TYPE_DOUBLE)
        value.dbl = number;
    else
        value.integer = qRound(number);
    int flags = 0;
    return option->fn.set_value(option, value, &flags);
}

std::optional<double> numberNow(lis_item *item, const char *name)
{
    lis_option_descriptor *option = optionOf(item, name);
    lis_value value{};
    if (!option || LIS_IS_ERROR(option->fn.get_value(option, &value)))
        return {};
    return numberOf(*option, value);
}

/// Sets a mode when the device has it; what it has not is made of the colours it gives.
void setMode(lis_item *item, ScanMode mode)
{
    const char *wanted = mode == ScanMode::Colour ? OPT_VALUE_MODE_COLOR : mode == ScanMode::Grey ? OPT_VALUE_MODE_GRAYSCALE : OPT_VALUE_MODE_BW;
    const auto trySet = [item](const char *name) {
        lis_option_descriptor *option = optionOf(item, OPT_NAME_MODE);
        if (!option || option->value.type != LIS_TYPE_STRING)
            return true;
        lis_value value{};
        value.string = name;
        int flags = 0;
        return !LIS_IS_ERROR(option->fn.set_value(option, value, &flags));
    };
    if (!trySet(wanted) && mode == ScanMode::BlackWhite)
        trySet(OPT_VALUE_MODE_GRAYSCALE);
}

QList<int> resolutionsOf(lis_item *item)
{
    QList<int> found;
    const lis_option_descriptor *option = optionOf(item, OPT_NAME_RESOLUTION);
    if (!option)
        return found;
    if (option->constraint.type == decltype(option->constraint)::LIS_CONSTRAINT_NONE)
        return {300};
    if (option->constraint.type == decltype(option->constraint)::LIS_CONSTRAINT_LIST) {
        const lis_value_list &list = option->constraint.possible.list;
        for (int i = 0; i < list.nb_values && found.size() < kMostListed; ++i)
            found << qRound(numberOf(*option, list.values[i]));
    } else {
        const lis_value_range &range = option->constraint.possible.range;
        for (const int dpi : {75, 100, 150, 200, 300, 400, 600}) {
            if (dpi >= numberOf(*option, range.min) && dpi <= numberOf(*option, range.max))
                found << dpi;
        }
    }
    found.removeIf([](int dpi) { return dpi < 1 || dpi > 10'000; });
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

/// How far a corner can go, in millimetres.
double reachOf(lis_item *item, const char *name)
{
    const lis_option_descriptor *option = optionOf(item, name);
    if (!option || option->constraint.type != decltype(option->constraint)::LIS_CONSTRAINT_RANGE)
        return 0;
    const double most = numberOf(*option, option->constraint.possible.range.max);
    if (option->value.unit != LIS_UNIT_PIXEL)
        return qBound(0.0, most, 5000.0);
    const double dpi = numberNow(item, OPT_NAME_RESOLUTION).value_or(300);
    return dpi > 0 ? qBound(0.0, most / dpi * kMillimetresPerInch, 5000.0) : 0;
}

void setArea(lis_item *item, const QRectF &area, double dpi)
{
    const double right = reachOf(item, OPT_NAME_BR_X), bottom = reachOf(item, OPT_NAME_BR_Y);
    if (right <= 0 || bottom <= 0)
        return; // feeders that take what comes
    const QRectF all(0, 0, right, bottom);
    const QRectF wanted = area.isEmpty() || !area.intersects(all) ? all : area.intersected(all);
    const auto units = [&](const char *name, double millimetres) {
        const lis_option_descriptor *option = optionOf(item, name);
        return option && option->value.unit == LIS_UNIT_PIXEL ? millimetres / kMillimetresPerInch * dpi : millimetres;
    };
    // The corners must never cross on the way.
    for (const auto &[name, place] : std::initializer_list<std::pair<const char *, double>>{
             {OPT_NAME_TL_X, 0}, {OPT_NAME_TL_Y, 0}, {OPT_NAME_BR_X, wanted.right()}, {OPT_NAME_BR_Y, wanted.bottom()}, {OPT_NAME_TL_X, wanted.left()}, {OPT_NAME_TL_Y, wanted.top()}})
        setNumber(item, name, units(name, place));
}

/// A running scan; ended, and the carriage sent home, at the end.
class Session
{
public:
    explicit Session(lis_item *item) { error = item->scan_start(item, &m_session); }
    ~Session()
    {
        if (m_session)
            m_session->cancel(m_session);
    }
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    bool isEmpty() const { return m_session->end_of_feed(m_session); }
    /// Reads one page. An error of libinsane, or LIS_OK; a page without rows is the end of a feeder that found out late.
    int readPage(PageBuilder &page, const std::function<bool(int percent)> &goOn) const
    {
        std::vector<char> chunk(kChunk);
        while (!m_session->end_of_page(m_session)) {
            size_t count = chunk.size();
            const int read = m_session->scan_read(m_session, chunk.data(), &count);
            if (LIS_IS_ERROR(read))
                return read;
            if (!page.add(chunk.data(), qsizetype(count)))
                return LIS_ERR_NO_MEM;
            if (!goOn(page.percent()))
                return LIS_ERR_CANCELLED;
        }
        return LIS_OK;
    }
    std::optional<QSize> size() const
    {
        lis_scan_parameters parameters{};
        if (LIS_IS_ERROR(m_session->get_scan_parameters(m_session, &parameters)) || parameters.format != LIS_IMG_FORMAT_RAW_RGB_24 || parameters.width <= 0)
            return {};
        return QSize(parameters.width, parameters.height);
    }

    int error = LIS_OK;

private:
    lis_scan_session *m_session = nullptr;
};

/// Scans what lies there, page after page.
Answer scanned(const Session &session, int dpi, const ScanSettings &settings, const ScanSink &sink)
{
    if (LIS_IS_ERROR(session.error))
        return troubleAt("start", session.error);
    int pages = 0;
    while (pages < kMostScannedPages && !session.isEmpty()) {
        const auto size = session.size();
        if (!size)
            return Trouble{ScanTrouble::Unsupported, u"picture format"_s};
        if (qint64(size->width()) * size->height() > kMostScannedPixels)
            return Trouble{ScanTrouble::TooLarge, u"%1 x %2"_s.arg(size->width()).arg(size->height())};
        PageBuilder page(settings.mode, *size);
        const int read = session.readPage(page, [&](int percent) {
            sink.progress(pages + 1, percent);
            return !sink.cancelled();
        });
        if (LIS_IS_ERROR(read))
            return troubleAt("read", read);
        if (page.rows() == 0)
            break;
        ScannedPage made = scannedPage(page.image(), dpi, settings);
        if (made.look.isNull() || (!settings.preview && made.bytes.isEmpty()))
            return Trouble{ScanTrouble::NoMemory, u"page %1"_s.arg(pages + 1)};
        made.number = ++pages;
        sink.page(made);
        if (settings.source == ScanSource::Flatbed)
            break;
    }
    if (pages == 0)
        return Trouble{settings.source == ScanSource::Feeder ? ScanTrouble::NoPaper : ScanTrouble::Io, u"no page"_s};
    return Done{pages};
}

/// Sets the device up and scans; `session` stays open for the caller.
Answer scannedWith(OpenDevice &open, std::optional<Session> &session, const ScanSettings &settings, const ScanSink &sink)
{
    if (LIS_IS_ERROR(open.error))
        return openTrouble(open.error);
    const auto sources = open.sources();
    const auto found = std::find_if(sources.cbegin(), sources.cend(), [&](const auto &source) { return source.first == settings.source; });
    if (found == sources.cend())
        return Trouble{ScanTrouble::Unsupported, u"no such source"_s};
    lis_item *item = found->second;
    setMode(item, settings.mode);
    if (const int error = setNumber(item, OPT_NAME_RESOLUTION, settings.dpi); LIS_IS_ERROR(error))
        return troubleAt("resolution", error);
    setArea(item, settings.area, numberNow(item, OPT_NAME_RESOLUTION).value_or(settings.dpi));
    if (sink.cancelled())
        return Trouble{ScanTrouble::Cancelled, {}};
    const int dpi = qRound(numberNow(item, OPT_NAME_RESOLUTION).value_or(settings.dpi));
    session.emplace(item);
    return scanned(*session, dpi, settings, sink);
}

} // namespace

Insane::Insane()
{
    static const lis_log_callbacks callbacks{{unlogged, unlogged, logged, logged}};
    lis_set_log_callbacks(&callbacks);
    // This program is the process of its own that libinsane would start; one is enough, and one can be killed whole.
    qputenv("LIBINSANE_WORKAROUND_DEDICATED_PROCESS", "0");
    m_error = lis_safebet(&m_api);
}

Insane::~Insane()
{
    if (m_api)
        m_api->cleanup(m_api);
}

Answer Insane::devices()
{
    lis_device_descriptor **found = nullptr;
    if (m_api)
        m_error = m_api->list_devices(m_api, LIS_DEVICE_LOCATIONS_ANY, &found);
    if (LIS_IS_ERROR(m_error))
        return troubleAt("list", m_error);
    QList<ScannerDevice> devices;
    for (; found && *found && devices.size() < kMostListed; ++found) {
        const QString vendor = QString::fromUtf8((*found)->vendor).trimmed(), model = QString::fromUtf8((*found)->model).trimmed();
        const bool named = model.startsWith(vendor, Qt::CaseInsensitive) || vendor.compare("Noname"_L1, Qt::CaseInsensitive) == 0;
        devices << ScannerDevice{QString::fromUtf8((*found)->dev_id), named ? model : vendor + u' ' + model};
    }
    return devices;
}

Answer Insane::abilities(const QString &device)
{
    if (!m_api)
        return troubleAt("start", m_error);
    OpenDevice open(m_api, device);
    if (LIS_IS_ERROR(open.error))
        return openTrouble(open.error);
    QList<ScannerSource> sources;
    for (const auto &[source, item] : open.sources()) {
        const bool known = std::any_of(sources.cbegin(), sources.cend(), [source = source](const ScannerSource &other) { return other.source == source; });
        if (!known)
            sources << ScannerSource{source, resolutionsOf(item), {reachOf(item, OPT_NAME_BR_X), reachOf(item, OPT_NAME_BR_Y)}};
    }
    if (sources.isEmpty())
        return Trouble{ScanTrouble::Unsupported, u"no source"_s};
    return sources;
}

void Insane::scan(const QString &device, const ScanSettings &settings, const ScanSink &sink)
{
    if (!m_api)
        return sink.finished(troubleAt("start", m_error));
    OpenDevice open(m_api, device);
    std::optional<Session> session;
    sink.finished(scannedWith(open, session, settings, sink));
}

} // namespace PortDesk
