// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/addressproblems.h"

#include "ui/widgets/addressform.h"
#include "ui/widgets/formfield.h"
#include "ui/wizard/requestdraft.h"

#include <array>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {
constexpr std::array kParts{AddressPart::Lines, AddressPart::DependentLocality, AddressPart::Locality, AddressPart::Region, AddressPart::PostalCode};
}

std::optional<AddressPart> addressPartOf(const QString &pointer)
{
    const QString key = pointer.section(u'/', 3, 3);
    for (const AddressPart part : kParts) {
        if (addressPartKey(part) == key)
            return part;
    }
    return std::nullopt;
}

QList<Problem> showAddressProblems(AddressForm &form, const QList<Problem> &problems, int index)
{
    QHash<AddressPart, QString> errors;
    QHash<AddressPart, QString> warnings;
    QList<Problem> rest;
    const QString own = u"/addresses/%1"_s.arg(index);
    for (const Problem &problem : problems) {
        const auto part = addressPartOf(problem.field);
        if (!(problem.field == own || problem.field.startsWith(own + u'/')) || !part || !form.field(*part)) {
            rest << problem;
            continue;
        }
        QHash<AddressPart, QString> &kind = problem.severity == Problem::Severity::Error ? errors : warnings;
        if (!kind.contains(*part))
            kind.insert(*part, problemText(problem));
    }
    for (const AddressPart part : kParts) {
        if (FormField *field = form.field(part)) {
            field->setError(errors.value(part));
            field->setWarning(warnings.value(part));
        }
    }
    return rest;
}

void assignEverywhere(RequestDraft &draft, const QString &addressId)
{
    QList<RequestNumber> numbers = draft.request().numbers;
    for (RequestNumber &number : numbers) {
        if (number.address.isEmpty())
            number.address = addressId;
    }
    draft.setNumbers(numbers, RequestDraft::tr("Assign address"));
}

} // namespace PortDesk
