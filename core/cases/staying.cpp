// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/staying.h"

#include "core/numbers/numberparser.h"

namespace PortDesk {

QList<StayingNumber> readStaying(const Request &request, const QList<CasePlan> &plans)
{
    const QString country = !request.country.isEmpty() || plans.isEmpty() ? request.country : plans.first().country;
    QList<StayingNumber> numbers;
    for (int entry = 0; entry < request.staying.size(); ++entry) {
        const QString &written = request.staying.at(entry);
        if (written.trimmed().isEmpty())
            continue;
        const auto range =
            looksLikeRange(written) ? expandRange(written, country) : Result<QList<PhoneNumber>>(Error{Error::Code::Invalid, {}});
        if (range) {
            for (const PhoneNumber &phone : *range)
                numbers.append({phone, entry});
            continue;
        }
        numbers.append({parseNumber(written, country), entry});
        numbers.last().phone.input = written;
    }
    return numbers;
}

} // namespace PortDesk
