// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmime/gmime.h>

#include "core/messages/message.h"

#include <QTimeZone>

#include <memory>

namespace PortDesk {

using namespace Qt::StringLiterals;

namespace {

struct Unref {
    void operator()(void *object) const { g_object_unref(object); }
};
template<typename T> using Owned = std::unique_ptr<T, Unref>;

void initialise()
{
    static const bool done = (g_mime_init(), true);
    Q_UNUSED(done)
}

/// Header values are one line: a line end would start a header of the writer's choice.
QByteArray line(const QString &text)
{
    return text.simplified().toUtf8();
}

bool isAddress(const QString &address)
{
    const qsizetype at = address.indexOf(u'@');
    return at > 0 && at + 1 < address.size() && address == address.simplified() && !address.contains(u' ') && !address.contains(u'<');
}

/// Unique and yet the same for each export of the same message.
QByteArray messageId(const Message &message, const QString &fromAddress)
{
    const QString reference = message.reference.isEmpty() ? u"message"_s : message.reference;
    return u"%1.%2.%3@%4"_s
        .arg(reference, message.templateId)
        .arg(message.createdAt.toMSecsSinceEpoch())
        .arg(fromAddress.section(u'@', -1))
        .toUtf8();
}

void setBody(GMimeMessage *mime, const QString &body)
{
    const Owned<GMimeTextPart> part(g_mime_text_part_new_with_subtype("plain"));
    g_mime_text_part_set_charset(part.get(), "utf-8");
    g_mime_text_part_set_text(part.get(), body.toUtf8().constData());
    g_mime_part_set_content_encoding(GMIME_PART(part.get()), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
    g_mime_message_set_mime_part(mime, GMIME_OBJECT(part.get()));
}

QByteArray written(GMimeMessage *mime)
{
    const std::unique_ptr<GMimeFormatOptions, decltype(&g_mime_format_options_free)> options(g_mime_format_options_new(), &g_mime_format_options_free);
    g_mime_format_options_set_newline_format(options.get(), GMIME_NEWLINE_FORMAT_DOS);
    const Owned<GMimeStream> memory(g_mime_stream_mem_new());
    const Owned<GMimeStream> stream(g_mime_stream_filter_new(memory.get()));
    const Owned<GMimeFilter> lineEnds(g_mime_filter_unix2dos_new(FALSE));
    g_mime_stream_filter_add(GMIME_STREAM_FILTER(stream.get()), lineEnds.get());
    g_mime_object_write_to_stream(GMIME_OBJECT(mime), options.get(), stream.get());
    g_mime_stream_flush(stream.get());
    const GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(memory.get()));
    return QByteArray(reinterpret_cast<const char *>(bytes->data), qsizetype(bytes->len));
}

} // namespace

Result<QByteArray> toEml(const Message &message, const QString &fromName, const QString &fromAddress)
{
    if (!isAddress(fromAddress)) {
        return Error{Error::Code::Invalid, u"\"%1\" is not an e-mail address. Enter the desk's address in the settings."_s.arg(fromAddress)};
    }
    const QString to = message.toAddress.isEmpty() ? fromAddress : message.toAddress;
    if (!isAddress(to))
        return Error{Error::Code::Invalid, u"\"%1\" is not an e-mail address. Correct the customer's address in the case."_s.arg(to)};
    initialise();
    const Owned<GMimeMessage> mime(g_mime_message_new(TRUE));
    g_mime_message_add_mailbox(mime.get(), GMIME_ADDRESS_TYPE_FROM, line(fromName).constData(), fromAddress.toUtf8().constData());
    g_mime_message_add_mailbox(mime.get(), GMIME_ADDRESS_TYPE_TO, line(message.toName).constData(), to.toUtf8().constData());
    g_mime_message_set_subject(mime.get(), line(message.subject).constData(), "utf-8");
    g_mime_message_set_message_id(mime.get(), messageId(message, fromAddress).constData());
    const std::unique_ptr<GDateTime, decltype(&g_date_time_unref)> date(g_date_time_new_from_unix_utc(message.createdAt.toSecsSinceEpoch()),
                                                                        &g_date_time_unref);
    g_mime_message_set_date(mime.get(), date.get());
    setBody(mime.get(), message.body);
    return written(mime.get());
}

} // namespace PortDesk
