// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/sharedpixels.h"

#include "core/documents/workerprotocol.h"

#include <QString>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <mutex>
#include <sys/mman.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr qint64 kCapacity = WorkerProtocol::kMaximumPixels * 4;
constexpr qint64 kKeptWarm = 40LL * 1024 * 1024; // an A4 page at 300 dpi; what lies above is given back after use

Error systemError(const QString &what)
{
    return {Error::Code::Io, u"There is no memory for showing documents. Close other programs and try again."_s,
            what + u": "_s + QString::fromLocal8Bit(strerror(errno))};
}

} // namespace

/// Memory that is new to the process comes page by page and costs as much as copying into it. Pictures may be dropped in any thread and after the worker.
struct SharedPixels::Spare
{
    std::mutex mutex;
    std::unique_ptr<uchar[]> bytes;
    size_t size = 0;
};

/// Room for so many bytes: what an earlier picture left when it is not much larger, else new.
std::shared_ptr<uchar> SharedPixels::room(size_t bytes) const
{
    std::unique_ptr<uchar[]> found;
    size_t size = bytes;
    if (const std::lock_guard lock(m_spare->mutex); m_spare->size >= bytes && m_spare->size / 2 <= bytes) {
        found = std::move(m_spare->bytes);
        size = std::exchange(m_spare->size, 0);
    }
    if (!found)
        found.reset(new uchar[size]); // not make_unique: that would clear it first
    return {found.release(), [spare = m_spare, size](uchar *gone) {
                std::unique_ptr<uchar[]> left(gone);
                const std::lock_guard lock(spare->mutex);
                if (size <= spare->size || size > size_t(kKeptWarm))
                    return;
                spare->bytes.swap(left);
                spare->size = size;
            }};
}

SharedPixels::~SharedPixels()
{
    if (m_data)
        munmap(m_data, size_t(kCapacity));
    if (m_descriptor >= 0)
        close(m_descriptor);
}

SharedPixels::SharedPixels(SharedPixels &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1)), m_data(std::exchange(other.m_data, nullptr)), m_spare(std::move(other.m_spare))
{
}

SharedPixels &SharedPixels::operator=(SharedPixels &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_data, other.m_data);
    std::swap(m_spare, other.m_spare);
    return *this;
}

Result<SharedPixels> SharedPixels::create()
{
    const int descriptor = memfd_create("portdesk-pixels", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (descriptor < 0)
        return systemError(u"memfd_create"_s);
    if (ftruncate(descriptor, kCapacity) != 0 || fcntl(descriptor, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0) {
        close(descriptor);
        return systemError(u"ftruncate"_s);
    }
    return map(descriptor, Access::Read);
}

Result<SharedPixels> SharedPixels::attach(int descriptor)
{
    auto pixels = map(descriptor, Access::ReadWrite);
    if (pixels)
        close(std::exchange(pixels->m_descriptor, -1)); // what is not open cannot be mapped a second time, as code
    return pixels;
}

Result<SharedPixels> SharedPixels::map(int descriptor, Access access)
{
    const int protection = access == Access::Read ? PROT_READ : PROT_READ | PROT_WRITE;
    void *data = mmap(nullptr, size_t(kCapacity), protection, MAP_SHARED, descriptor, 0);
    if (data == MAP_FAILED) {
        const Error error = systemError(u"mmap"_s);
        close(descriptor);
        return error;
    }
    SharedPixels pixels;
    pixels.m_descriptor = descriptor;
    pixels.m_data = static_cast<uchar *>(data);
    pixels.m_spare = std::make_shared<Spare>();
    return pixels;
}

qint64 SharedPixels::capacity() const
{
    return kCapacity;
}

PageBitmap SharedPixels::copied(int width, int height, int bytesPerLine) const
{
    if (!m_data || width <= 0 || height <= 0 || bytesPerLine / 4 < width || bytesPerLine % 4 != 0 ||
        qint64(bytesPerLine) * height > kCapacity)
        return {};
    const size_t size = size_t(bytesPerLine) * size_t(height);
    const std::shared_ptr<uchar> copy = room(size);
    memcpy(copy.get(), m_data, size);
    if (qint64(size) > kKeptWarm)
        fallocate(m_descriptor, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, kKeptWarm, kCapacity - kKeptWarm);
    return {width, height, bytesPerLine, copy};
}

} // namespace PortDesk
