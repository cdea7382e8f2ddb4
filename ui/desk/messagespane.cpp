// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desk/messagespane.h"

#include "core/desk/desksession.h"
#include "ui/delegates/rowdelegate.h"
#include "ui/delegates/tableview.h"
#include "ui/models/answer.h"
#include "ui/models/casetables.h"
#include "ui/models/timewords.h"
#include "ui/theme/spacing.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filesaving.h"
#include "ui/widgets/keyvaluegrid.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/prompts.h"
#include "ui/widgets/textlabel.h"

#include <QDesktopServices>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace PortDesk {

namespace {

QString fileNameOf(const Message &message)
{
    return u"%1-%2.eml"_s.arg(message.reference, message.templateId);
}

} // namespace

MessagesPane::MessagesPane(DeskSession &session, Prompts &prompts, QWidget *parent)
    : QWidget(parent), m_session(session), m_prompts(prompts), m_model(new MessagesModel(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Spacing::L);
    row->addWidget(makeList(), 11);
    row->addWidget(makeReader(), 9);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &MessagesPane::showCurrent);
    connect(m_table, &TableView::rowActivated, this, [this](const QModelIndex &index) { Q_EMIT caseWanted(m_model->at(index.row()).reference); });
    showCurrent();
}

QWidget *MessagesPane::makeList()
{
    m_table = new TableView;
    m_table->setObjectName(u"messagesTable"_s);
    m_table->setAccessibleName(tr("Messages"));
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegateForColumn(MessagesModel::StatusColumn, new BadgeDelegate(m_table));
    m_table->setColumnWidth(MessagesModel::WhenColumn, 104);
    m_table->setColumnWidth(MessagesModel::CaseColumn, 78);
    m_table->setColumnWidth(MessagesModel::ToColumn, 110);
    m_table->setColumnWidth(MessagesModel::StatusColumn, 108);
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->horizontalHeader()->setSectionResizeMode(MessagesModel::SubjectColumn, QHeaderView::Stretch);
    m_empty = new EmptyState;
    m_empty->setObjectName(u"messagesEmpty"_s);
    m_empty->set(EmptyState::Kind::NothingYet, tr("No messages yet"), tr("Every step that concerns the customer writes one."));
    m_empty->setGlyph(Glyph::Mail);
    m_stack = new QStackedWidget;
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    auto *card = new Card;
    card->setFlush(true);
    card->body()->addWidget(m_stack);
    return card;
}

QWidget *MessagesPane::makeReader()
{
    m_bar = new MessageBar;
    m_bar->setClosable(true);
    m_subject = new TextLabel({}, TextRole::Section);
    m_subject->setObjectName(u"messageSubjectLabel"_s);
    m_subject->setWordWrap(true);
    m_head = new KeyValueGrid;
    m_body = new QPlainTextEdit;
    m_body->setObjectName(u"messageBodyEdit"_s);
    m_body->setAccessibleName(tr("Text of the message"));
    m_body->setReadOnly(true);
    m_body->setTabChangesFocus(true);
    m_body->setFrameShape(QFrame::NoFrame);
    const auto button = [this](const QString &text, const QString &name, void (MessagesPane::*slot)()) {
        auto *made = new QPushButton(text);
        made->setObjectName(name);
        connect(made, &QPushButton::clicked, this, slot);
        return made;
    };
    auto *saveButton = button(tr("Save as .eml…"), u"saveMessageButton"_s, &MessagesPane::save);
    auto *open = button(tr("Open in Mail Program"), u"openMessageButton"_s, &MessagesPane::openInMailProgram);
    m_mark = button(tr("Mark as Sent"), u"markSentButton"_s, &MessagesPane::markSent);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Spacing::S);
    buttons->addWidget(saveButton);
    buttons->addWidget(open);
    buttons->addStretch();
    buttons->addWidget(m_mark);
    auto *card = new Card;
    card->setObjectName(u"messageReaderCard"_s);
    card->body()->addWidget(m_bar);
    card->body()->addWidget(m_subject);
    card->body()->addWidget(m_head);
    card->body()->addWidget(m_body, 1);
    card->body()->addLayout(buttons);
    return card;
}

void MessagesPane::setMessages(const QList<Message> &messages)
{
    const MessageId kept = current() ? current()->id : MessageId{};
    m_model->setMessages(messages, m_session.clock().now(), m_session.zone());
    m_stack->setCurrentIndex(messages.isEmpty() ? 0 : 1);
    int row = 0;
    for (int i = 0; i < messages.size(); ++i) {
        if (messages.at(i).id == kept)
            row = i;
    }
    if (!messages.isEmpty())
        m_table->selectRow(row);
    showCurrent();
}

void MessagesPane::setCaseColumnVisible(bool visible)
{
    m_table->setColumnHidden(MessagesModel::CaseColumn, !visible);
}

const Message *MessagesPane::current() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? &m_model->at(index.row()) : nullptr;
}

void MessagesPane::showCurrent()
{
    const Message *message = current();
    m_subject->parentWidget()->setVisible(message != nullptr);
    if (!message)
        return;
    m_subject->setText(message->subject);
    m_head->clear();
    m_head->addRow(tr("To"), message->toName.isEmpty() ? message->toAddress : tr("%1 <%2>").arg(message->toName, message->toAddress));
    m_head->addRow(tr("Written"), TimeWords::pastText(message->createdAt, m_session.clock().now(), m_session.zone()));
    if (message->sentAt.isValid())
        m_head->addRow(tr("Sent"), TimeWords::pastText(message->sentAt, m_session.clock().now(), m_session.zone()));
    m_body->setPlainText(message->body);
    m_mark->setVisible(!message->sentAt.isValid());
}

Result<QByteArray> MessagesPane::eml(const Message &message) const
{
    const QSettings settings;
    const QString name = settings.value(u"person/name"_s, tr("Porting desk")).toString();
    return toEml(message, name, settings.value(u"person/address"_s, u"desk@localhost"_s).toString());
}

void MessagesPane::save()
{
    const Message *message = current();
    if (!message)
        return;
    const QString path = m_prompts.saveFile(this, tr("Save Message"), fileNameOf(*message), tr("Mail messages (*.eml)"));
    if (path.isEmpty())
        return;
    const auto bytes = eml(*message);
    const Result<void> saved = bytes ? saveToFile(path, *bytes) : Result<void>(bytes.error());
    if (!saved)
        m_bar->showMessage(State::Problem, saved.error().message);
    else
        m_bar->showMessage(State::Good, tr("Saved as %1.").arg(path));
}

void MessagesPane::openInMailProgram()
{
    const Message *message = current();
    if (!message)
        return;
    if (!m_folder)
        m_folder = std::make_unique<QTemporaryDir>();
    const QString path = m_folder->filePath(fileNameOf(*message));
    const auto bytes = eml(*message);
    const bool opened = bytes && saveToFile(path, *bytes) && QDesktopServices::openUrl(QUrl::fromLocalFile(path));
    if (!opened)
        m_bar->showMessage(State::Problem, tr("No mail program opened the message. Save it as a file and send it from there."));
}

void MessagesPane::markSent()
{
    const Message *message = current();
    if (!message)
        return;
    whenAnswered(m_session.markSent(message->id), this, [this, id = message->id](const Result<void> &done) {
        if (!done) {
            m_bar->showMessage(State::Problem, done.error().message);
            return;
        }
        QList<Message> messages = m_model->rows();
        for (Message &marked : messages) {
            if (marked.id == id)
                marked.sentAt = m_session.clock().now();
        }
        setMessages(messages);
    });
}

} // namespace PortDesk
