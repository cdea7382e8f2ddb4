// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/prompts.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QInputDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

const auto kFolderKey = u"prompts/folder"_s;

QString lastFolder()
{
    return QSettings().value(kFolderKey, QDir::homePath()).toString();
}

void rememberFolder(const QString &file)
{
    if (!file.isEmpty())
        QSettings().setValue(kFolderKey, QFileInfo(file).absolutePath());
}

} // namespace

bool DialogPrompts::confirm(QWidget *parent, const Question &question)
{
    QMessageBox box(question.destructive ? QMessageBox::Warning : QMessageBox::Question, question.title, question.text, QMessageBox::NoButton, parent);
    auto *accept = box.addButton(question.accept, question.destructive ? QMessageBox::DestructiveRole : QMessageBox::AcceptRole);
    auto *reject = box.addButton(question.reject.isEmpty() ? QCoreApplication::translate("Prompts", "Cancel") : question.reject, QMessageBox::RejectRole);
    box.setDefaultButton(question.destructive ? reject : accept);
    box.setEscapeButton(reject);
    box.exec();
    return box.clickedButton() == accept;
}

QStringList DialogPrompts::openFiles(QWidget *parent, const QString &title, const QString &filter)
{
    const QStringList files = QFileDialog::getOpenFileNames(parent, title, lastFolder(), filter);
    if (!files.isEmpty())
        rememberFolder(files.first());
    return files;
}

QString DialogPrompts::saveFile(QWidget *parent, const QString &title, const QString &suggestedName, const QString &filter)
{
    const QString file = QFileDialog::getSaveFileName(parent, title, QDir(lastFolder()).filePath(suggestedName), filter);
    rememberFolder(file);
    return file;
}

std::optional<QString> DialogPrompts::password(QWidget *parent, const QString &title, const QString &label)
{
    bool accepted = false;
    const QString typed = QInputDialog::getText(parent, title, label, QLineEdit::Password, {}, &accepted);
    return accepted ? std::optional(typed) : std::nullopt;
}

void DialogPrompts::message(QWidget *parent, State state, const QString &title, const QString &text)
{
    const auto icon = state == State::Problem ? QMessageBox::Critical : state == State::Waiting ? QMessageBox::Warning : QMessageBox::Information;
    QMessageBox(icon, title, text, QMessageBox::Ok, parent).exec();
}

} // namespace PortDesk
