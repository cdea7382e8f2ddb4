// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace PortDesk::Test {

/// The only scanners of the world while this lives: two of SANE's `test` backend, 300 x 300 mm, with a feeder of ten pages; or none.
class TestScanner
{
public:
    enum class Devices { Two, None };

    /// `more`: lines of the backend's test.conf on top, such as its way to answer with an error.
    explicit TestScanner(const QByteArray &more = {}, Devices devices = Devices::Two)
    {
        write(QStringLiteral("dll.conf"), devices == Devices::Two ? "test\n" : "");
        write(QStringLiteral("test.conf"), "number_of_devices 2\nmode Gray\ndepth 8\nresolution_min 1.0\nresolution_max 1200.0\nresolution_quant 1.0\nresolution 50.0\n"
                                           "test-picture \"Color pattern\"\ngeometry_min 0.0\ngeometry_max 300.0\ngeometry_quant 0.01\nbr_x 80\nbr_y 100\n"
                                               + more);
        qputenv("SANE_CONFIG_DIR", m_folder.path().toUtf8());
    }
    ~TestScanner() { qunsetenv("SANE_CONFIG_DIR"); }
    TestScanner(const TestScanner &) = delete;
    TestScanner &operator=(const TestScanner &) = delete;

private:
    void write(const QString &name, const QByteArray &text)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("the test's scanner could not be set up");
    }

    QTemporaryDir m_folder;
};

} // namespace PortDesk::Test
