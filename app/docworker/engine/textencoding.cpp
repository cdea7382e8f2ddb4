// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docworker/engine/textencoding.h"

#include "app/docworker/engine/tablesink.h"

#include <QHash>
#include <QStringDecoder>

#include <optional>

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

constexpr qsizetype kSample = 64 * 1024;

/// Lines with characters beyond ASCII: a table of numbers has few of them, and digits say nothing about an encoding.
QByteArray tellingLines(const QByteArray &bytes)
{
    QByteArray lines;
    for (qsizetype start = 0; start < bytes.size() && lines.size() < kSample;) {
        qsizetype end = bytes.indexOf('\n', start);
        end = end < 0 ? bytes.size() : end + 1;
        const QByteArrayView line = QByteArrayView(bytes).sliced(start, end - start);
        if (std::any_of(line.cbegin(), line.cend(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
            lines.append(line);
        start = end;
    }
    return lines.left(kSample);
}

/// UTF-16 without its mark: every second byte of a table of digits is zero.
QString wideEncoding(const QByteArray &bytes)
{
    const qsizetype looked = qMin(bytes.size(), kSample) / 2 * 2;
    qsizetype even = 0, odd = 0;
    for (qsizetype i = 0; i < looked; i += 2) {
        even += bytes.at(i) == 0;
        odd += bytes.at(i + 1) == 0;
    }
    if (looked >= 4 && odd * 4 > looked && even * 20 < looked)
        return u"UTF-16LE"_s;
    if (looked >= 4 && even * 4 > looked && odd * 20 < looked)
        return u"UTF-16BE"_s;
    return {};
}

/// ISO 8859 and the Windows page of the same letters: only the latter is in use, and it holds the former.
QString usualName(const QString &name)
{
    static const QHash<QString, QString> windows{{u"ISO-8859-1"_s, u"windows-1252"_s}, {u"ISO-8859-2"_s, u"windows-1250"_s},
                                                 {u"ISO-8859-7"_s, u"windows-1253"_s}, {u"ISO-8859-9"_s, u"windows-1254"_s},
                                                 {u"ISO-8859-8"_s, u"windows-1255"_s}, {u"ISO-8859-8-I"_s, u"windows-1255"_s},
                                                 {u"ISO-8859-6"_s, u"windows-1256"_s}};
    return windows.value(name, name);
}

/// Latin, Cyrillic ...; the scripts that stand together in Japanese are one.
QChar::Script scriptOf(char32_t letter)
{
    const QChar::Script script = QChar::script(letter);
    return script == QChar::Script_Hiragana || script == QChar::Script_Katakana ? QChar::Script_Han : script;
}

/// What stands between letters in any language.
bool isUsualMark(char32_t c)
{
    return (c >= 0x2010 && c <= 0x2026) || (c >= 0x3000 && c <= 0x303f) || (c >= 0xff00 && c <= 0xff60) ||
           QStringView(u"\u00a0«»°·№€£§´").contains(QChar(char16_t(c)));
}

/// Letters beyond ASCII that make sense where they stand.
class Plausibility
{
public:
    explicit Plausibility(const QString &text)
    {
        for (const char32_t c : text.toUcs4()) {
            if (QChar::isLetter(c) && !(c >= 0xff61 && c <= 0xff9f)) { // half-width katakana: what other bytes look like as Shift_JIS
                letter(c);
                continue;
            }
            endWord();
            m_bad += c >= 0x80 && !isUsualMark(c);
        }
        endWord();
    }
    /// From -200 (nothing fits) to 100.
    int percent() const { return m_good + m_bad == 0 ? 0 : (m_good - 2 * m_bad) * 100 / (m_good + m_bad); }

private:
    void letter(char32_t c)
    {
        (c < 0x80 ? m_ascii : m_beyond) += 1;
        const QChar::Script script = scriptOf(c);
        m_mixed = m_mixed || (m_script != QChar::Script_Unknown && m_script != script);
        m_script = script;
    }
    void endWord()
    {
        constexpr int shortWord = 2;
        // Words of many languages hold some Latin letters with marks, none consists of them.
        const bool allMarked = m_script == QChar::Script_Latin && m_ascii == 0 && m_beyond > shortWord;
        (m_mixed || allMarked ? m_bad : m_good) += m_beyond;
        m_ascii = m_beyond = 0;
        m_mixed = false;
        m_script = QChar::Script_Unknown;
    }

    int m_good = 0, m_bad = 0;
    int m_ascii = 0, m_beyond = 0; // letters of the present word
    bool m_mixed = false;
    QChar::Script m_script = QChar::Script_Unknown;
};

/// Decodes with one of ICU's converters; nothing when there is none of that name.
std::optional<QString> converted(const QByteArray &bytes, const QString &encoding)
{
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(encoding.toLatin1().constData(), &status);
    if (U_FAILURE(status))
        return {};
    QString text(bytes.size() + 1, Qt::Uninitialized); // at most one UTF-16 unit a byte
    const int32_t length = ucnv_toUChars(converter, reinterpret_cast<UChar *>(text.data()), int32_t(text.size()), bytes.constData(),
                                         int32_t(bytes.size()), &status);
    ucnv_close(converter);
    if (U_FAILURE(status))
        return {};
    text.resize(length);
    return text;
}

/// ICU's detector counts sequences of letters, and names and streets are too few of them: its candidates are weighed by whether their words
/// make sense.
QString detectedEncoding(const QByteArray &sample)
{
    constexpr int nothingKnown = 10; // the detector's answer for any valid bytes of East Asian encodings
    QList<QPair<QString, int>> candidates;
    UErrorCode status = U_ZERO_ERROR;
    UCharsetDetector *detector = ucsdet_open(&status);
    ucsdet_setText(detector, sample.constData(), int32_t(sample.size()), &status);
    int32_t count = 0;
    const UCharsetMatch **matches = ucsdet_detectAll(detector, &count, &status);
    for (int32_t i = 0; U_SUCCESS(status) && i < count; ++i) {
        const QString name = QString::fromLatin1(ucsdet_getName(matches[i], &status));
        const int confidence = ucsdet_getConfidence(matches[i], &status);
        if (!name.startsWith(u"UTF-"_s) && !name.startsWith(u"IBM42"_s))
            candidates.append({usualName(name), confidence == nothingKnown ? 0 : confidence});
    }
    ucsdet_close(detector);
    candidates += {{u"windows-1252"_s, 1}, {u"windows-1250"_s, 1}, {u"windows-1251"_s, 1}};
    QString best = u"windows-1252"_s;
    int bestScore = -1000;
    for (const auto &[name, confidence] : std::as_const(candidates)) {
        const auto text = converted(sample, name);
        const int score = text ? confidence + Plausibility(*text).percent() : bestScore;
        if (score > bestScore) {
            best = name;
            bestScore = score;
        }
    }
    // Where the Western and another page mean the same characters, the Western one is what people expect to see.
    const QString western = u"windows-1252"_s;
    return converted(sample, best) == converted(sample, western) ? western : best;
}

bool isUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder(bytes);
    return !decoder.hasError();
}

QString foundEncoding(const QByteArray &bytes)
{
    int32_t mark = 0;
    UErrorCode status = U_ZERO_ERROR;
    if (const char *marked = ucnv_detectUnicodeSignature(bytes.constData(), int32_t(qMin<qsizetype>(bytes.size(), 4)), &mark, &status))
        return QString::fromLatin1(marked);
    if (const QString wide = wideEncoding(bytes); !wide.isEmpty())
        return wide;
    return isUtf8(bytes) ? u"UTF-8"_s : detectedEncoding(tellingLines(bytes));
}

} // namespace

Result<DecodedText> decodedText(const QByteArray &bytes, const QString &encoding)
{
    DecodedText decoded;
    decoded.encoding = encoding.isEmpty() ? foundEncoding(bytes) : encoding;
    auto text = converted(bytes, decoded.encoding);
    if (!text)
        return tableError(u"The encoding \"%1\" is not known. Choose another."_s.arg(decoded.encoding));
    decoded.text = std::move(*text);
    if (decoded.text.startsWith(QChar::ByteOrderMark))
        decoded.text.remove(0, 1);
    decoded.unreadable = decoded.text.count(QChar::ReplacementCharacter);
    const bool wide = decoded.encoding.startsWith(u"UTF-16"_s) || decoded.encoding.startsWith(u"UTF-32"_s);
    if (!wide && decoded.text.left(kSample).contains(QChar::Null))
        return tableError(u"The file is neither a table nor text. Save the table as .xlsx, .ods or .csv and choose that file."_s);
    return decoded;
}

} // namespace PortDesk
