// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/folding.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

namespace PortDesk {

namespace {

bool isAscii(const QString &text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() < 0x80; });
}

// A transliterator may not be shared between threads and costs milliseconds to build: one for each thread.
icu::Transliterator *transliterator()
{
    thread_local const std::unique_ptr<icu::Transliterator> instance = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> made(
            icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
        return U_SUCCESS(status) ? std::move(made) : nullptr;
    }();
    return instance.get();
}

} // namespace

QString folded(const QString &text)
{
    if (isAscii(text))
        return text.toLower().simplified();
    const icu::Transliterator *rules = transliterator();
    if (!rules) // ICU without its data: fold what Qt can
        return text.normalized(QString::NormalizationForm_KD).toLower().simplified();
    icu::UnicodeString work(reinterpret_cast<const char16_t *>(text.utf16()), int(text.size()));
    rules->transliterate(work);
    return QString::fromUtf16(work.getBuffer(), work.length()).simplified();
}

} // namespace PortDesk
