// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace PortDesk {

/// An expected failure. `message` is for people (what failed, why, what to do), `detail` for the log.
struct Error {
    enum class Code {
        Invalid,  ///< the input breaks a rule
        NotFound, ///< the thing asked for is not there
        Conflict, ///< somebody else changed it first (stale revision)
        Refused,  ///< a guard of the stage table said no
        Storage,  ///< the store could not do it (locked, read-only, full, damaged)
        Newer,    ///< written by a newer program
        Document, ///< a document could not be read
        Io,       ///< a file or a process failed
        Cancelled,
        Internal,
    };
    Code code = Code::Internal;
    QString message;
    QString detail = {};
};

/// Either a value or an Error; the caller cannot overlook the error. (g++ 12 has no std::expected in C++20.)
template<typename T> class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }
    const T &value() const & { return std::get<0>(m_state); }
    T &value() & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }
    const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

/// A result without a value.
template<> class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)), m_ok(false) {}

    bool ok() const { return m_ok; }
    explicit operator bool() const { return m_ok; }
    const Error &error() const { return m_error; }

private:
    Error m_error;
    bool m_ok = true;
};

} // namespace PortDesk
