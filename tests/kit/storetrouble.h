// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace PortDesk::Test {

/// What can be wrong with a store from outside, done for real, and taken away again as a person would.
class StoreTrouble
{
public:
    enum class Kind {
        Writing,        ///< another program is inside a transaction that writes
        Exclusive,      ///< another program keeps the file for itself
        ReadOnlyFile,   ///< no permission to write the file (put an Unprivileged round the opening)
        ReadOnlyFolder, ///< neither the file nor its folder
        Newer,          ///< the schema of a later program
        Damaged,        ///< bytes overwritten
        NoStore,        ///< another file in its place
    };

    /// Brings the trouble on an existing store that is not open. Ends the test when that fails.
    StoreTrouble(Kind kind, const QString &file);
    ~StoreTrouble();

    /// Takes the cause away: the other program ends, the permission is given, the backup is restored.
    void end();
    /// What the sentence for the person must hold: what happened, and what to do.
    static QStringList words(Kind kind);
    /// Held by another program. Do not read the file meanwhile: closing it would take the lock away (POSIX).
    static bool isLock(Kind kind) { return kind == Kind::Writing || kind == Kind::Exclusive; }
    static bool isReadOnly(Kind kind) { return kind == Kind::ReadOnlyFile || kind == Kind::ReadOnlyFolder; }

private:
    void hold(bool exclusive);
    void makeReadOnly(bool folderToo);
    void replaceBytes(Kind kind);

    QString m_file;
    std::function<void()> m_undo;
};

/// The bytes of a file, to see that it was left as it is.
QByteArray contentOf(const QString &file);

} // namespace PortDesk::Test
