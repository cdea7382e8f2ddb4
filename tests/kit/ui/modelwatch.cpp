// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/kit/ui/modelwatch.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QAbstractProxyModel>
#include <QCoreApplication>
#include <QEvent>

#include <cxxabi.h>

#include <memory>
#include <typeinfo>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

/// The class as written in the source; metaObject() would answer the base of a class without Q_OBJECT.
QString classOf(const QAbstractItemModel &model)
{
    int status = 0;
    const std::unique_ptr<char, void (*)(void *)> name(abi::__cxa_demangle(typeid(model).name(), nullptr, nullptr, &status), std::free);
    return status == 0 ? QString::fromLatin1(name.get()) : QString();
}

} // namespace

ModelWatch::ModelWatch(QObject *parent) : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool ModelWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        const auto *view = qobject_cast<QAbstractItemView *>(watched->parent());
        if (view && view->viewport() == watched)
            watch(view->model());
    }
    return QObject::eventFilter(watched, event);
}

void ModelWatch::watch(QAbstractItemModel *model)
{
    if (!model || m_watched.contains(model))
        return;
    m_watched.insert(model);
    connect(model, &QObject::destroyed, this, [this, model] { m_watched.remove(model); });
    if (const auto *proxy = qobject_cast<QAbstractProxyModel *>(model))
        watch(proxy->sourceModel());
    const QString name = classOf(*model);
    if (!name.contains(u"PortDesk::"_s)) // Qt's own models are Qt's to test
        return;
    m_classes.insert(name.section(u"::"_s, -1));
    auto *tester = new QAbstractItemModelTester(model, QAbstractItemModelTester::FailureReportingMode::QtTest, model);
    tester->setUseFetchMore(false); // when more is fetched is part of what the tests look at
}

} // namespace PortDesk
