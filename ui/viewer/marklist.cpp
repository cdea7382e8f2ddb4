// SPDX-FileCopyrightText: 2026 The PortDesk team
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/viewer/marklist.h"

#include "core/base/folding.h"
#include "core/documents/markjson.h"
#include "ui/theme/spacing.h"
#include "ui/theme/tokens.h"
#include "ui/viewer/markbook.h"
#include "ui/viewer/markpaint.h"
#include "ui/widgets/textlabel.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace PortDesk {
using namespace Qt::StringLiterals;

namespace {

constexpr int kMostLines = 3;

/// Who and when in small letters, below it the words; a bar in the mark's colour.
class MarkDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const int width = std::max(80, option.widget ? static_cast<const QListView *>(option.widget)->viewport()->width() : option.rect.width());
        const QFontMetrics body(textFont(TextRole::Body));
        const QRect text = body.boundingRect(QRect(0, 0, width - 2 * Spacing::M, 1000), Qt::TextWordWrap, index.data().toString());
        const int height = std::min(text.height(), kMostLines * body.lineSpacing());
        return {width, height + QFontMetrics(textFont(TextRole::CaptionStrong)).lineSpacing() + Spacing::S + Spacing::XS};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = tokensFor(option.palette);
        painter->save();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, t.accentSoft);
        painter->fillRect(QRect(option.rect.left(), option.rect.top() + Spacing::XS, 3, option.rect.height() - 2 * Spacing::XS),
                          index.data(Qt::DecorationRole).value<QColor>());
        QRect rect = option.rect.adjusted(Spacing::M, Spacing::XS, -Spacing::XS, -Spacing::XS);
        painter->setFont(textFont(TextRole::CaptionStrong));
        painter->setPen(t.secondary);
        const QFontMetrics small(painter->font());
        painter->drawText(rect, Qt::AlignLeft | Qt::AlignTop, small.elidedText(index.data(MarkListModel::HeadRole).toString(), Qt::ElideRight, rect.width()));
        rect.setTop(rect.top() + small.lineSpacing() + 2);
        painter->setFont(textFont(TextRole::Body));
        painter->setPen(t.text);
        painter->setClipRect(rect);
        painter->drawText(rect, Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop, index.data().toString());
        if (option.state & QStyle::State_HasFocus) {
            painter->setClipping(false);
            painter->setPen(t.accent);
            painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
        }
        painter->restore();
    }
};

} // namespace

MarkListModel::MarkListModel(MarkBook &book, QObject *parent) : QAbstractListModel(parent), m_book(book), m_marks(book.marks())
{
    connect(&book, &MarkBook::changed, this, &MarkListModel::reload);
}

void MarkListModel::reload()
{
    beginResetModel();
    m_marks = m_book.marks();
    m_left = m_book.notTakenOver(m_inFile);
    endResetModel();
}

void MarkListModel::setFileMarks(const QList<Mark> &marks)
{
    m_inFile = marks;
    reload();
}

Mark MarkListModel::at(int row) const
{
    return row < m_marks.size() ? m_marks.value(row) : m_left.value(row - m_marks.size());
}

int MarkListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_marks.size() + m_left.size());
}

QVariant MarkListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Mark mark = at(index.row());
    const bool inFile = index.row() >= m_marks.size();
    const QString author = mark.author.isEmpty() ? tr("Unknown author") : mark.author;
    const QString words = mark.text.isEmpty() ? markKindText(mark.kind) : mark.text;
    switch (role) {
    case IdRole: return inFile ? QString() : mark.id;
    case InFileRole: return inFile;
    case KindRole: return int(mark.kind);
    case AuthorRole: return mark.author;
    case HeadRole:
        if (inFile)
            return tr("In the file: %1, page %2", "author, page of an annotation").arg(author).arg(mark.page + 1);
        return tr("%1, %2, page %3", "author, time, page of a mark").arg(author, mark.created.toTimeZone(m_zone).toString(u"d MMM HH:mm"_s)).arg(mark.page + 1);
    case Qt::DecorationRole: return QColor(mark.colour.isEmpty() ? startColour(mark.kind) : mark.colour);
    case Qt::DisplayRole: return words;
    case Qt::AccessibleTextRole: return (inFile ? tr("%1 by %2, in the file: %3") : tr("%1 by %2: %3")).arg(markKindText(mark.kind), author, words);
    case Qt::ToolTipRole: return tr("%1: %2").arg(markKindText(mark.kind), words);
    default: return {};
    }
}

void MarkFilter::setKind(std::optional<MarkKind> kind)
{
    m_kind = kind;
    invalidateFilter();
}

void MarkFilter::setAuthor(const QString &author)
{
    m_author = author;
    invalidateFilter();
}

void MarkFilter::setText(const QString &text)
{
    m_text = folded(text.trimmed());
    invalidateFilter();
}

bool MarkFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    const bool kind = !m_kind || index.data(MarkListModel::KindRole).toInt() == int(*m_kind);
    const bool author = m_author.isEmpty() || index.data(MarkListModel::AuthorRole).toString() == m_author;
    return kind && author && (m_text.isEmpty() || folded(index.data().toString()).contains(m_text));
}

MarkList::MarkList(MarkBook &book, QWidget *parent)
    : QWidget(parent), m_book(book), m_model(new MarkListModel(book, this)), m_filter(new MarkFilter(this)), m_list(new QListView), m_text(new QLineEdit),
      m_kind(new QComboBox), m_author(new QComboBox), m_empty(new TextLabel({}, TextRole::Body, TextLabel::Tone::Secondary)), m_takeOver(new QPushButton)
{
    setObjectName(u"markList"_s);
    m_filter->setSourceModel(m_model);
    m_list->setObjectName(u"marksView"_s);
    m_list->setAccessibleName(tr("Marks"));
    m_list->setModel(m_filter);
    m_list->setItemDelegate(new MarkDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->installEventFilter(this);
    m_empty->setObjectName(u"marksEmptyLabel"_s);
    m_empty->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::S);
    m_filterRow = makeFilter();
    column->addWidget(m_filterRow);
    column->addWidget(m_empty);
    column->addWidget(m_list, 1);
    column->addWidget(m_takeOver);
    m_takeOver->setObjectName(u"takeOverMarkButton"_s);
    m_takeOver->setToolTip(tr("Makes marks of your own of what the file brought along; the author stays (Insert in the list)"));
    connectParts();
    fillAuthors();
    showCount();
}

void MarkList::connectParts()
{
    connect(m_takeOver, &QPushButton::clicked, this, &MarkList::takeOver);
    connect(&m_book, &MarkBook::changed, this, &MarkList::fillAuthors);
    connect(&m_book, &MarkBook::changed, this, &MarkList::showCount);
    connect(m_list, &QListView::clicked, this, &MarkList::choose);
    connect(m_list, &QListView::activated, this, &MarkList::choose);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &MarkList::refreshTakeOver);
}

void MarkList::setFileMarks(const QList<Mark> &marks)
{
    m_model->setFileMarks(marks);
    fillAuthors();
    showCount();
}

void MarkList::choose()
{
    const QModelIndex index = m_list->currentIndex();
    if (const QString id = currentId(); !id.isEmpty()) {
        Q_EMIT markChosen(id);
    } else if (index.data(MarkListModel::InFileRole).toBool()) {
        const Mark mark = m_model->at(m_filter->mapToSource(index).row());
        Q_EMIT placeChosen(mark.page, markBounds(mark));
    }
}

/// The one that is picked, or all of them.
void MarkList::takeOver()
{
    const QModelIndex index = m_list->currentIndex();
    const bool one = index.data(MarkListModel::InFileRole).toBool();
    m_book.takeOver(one ? QList<Mark>{m_model->at(m_filter->mapToSource(index).row())} : m_model->fileMarks());
}

void MarkList::refreshTakeOver()
{
    const bool one = m_list->currentIndex().data(MarkListModel::InFileRole).toBool();
    m_takeOver->setVisible(m_book.isEditable() && !m_model->fileMarks().isEmpty());
    m_takeOver->setText(one ? tr("Ta&ke Over This Mark") : tr("Ta&ke Over %n Mark(s) of the File", nullptr, int(m_model->fileMarks().size())));
}

QWidget *MarkList::makeFilter()
{
    auto *row = new QWidget;
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Spacing::XS);
    m_text->setObjectName(u"markFilterEdit"_s);
    m_text->setAccessibleName(tr("Find in the marks"));
    m_text->setPlaceholderText(tr("Find in the marks"));
    m_text->setClearButtonEnabled(true);
    m_kind->setObjectName(u"markKindCombo"_s);
    m_kind->setAccessibleName(tr("Kind of mark"));
    m_kind->addItem(tr("All kinds"));
    for (const MarkKind kind : allMarkKinds())
        m_kind->addItem(markKindText(kind), int(kind));
    m_author->setObjectName(u"markAuthorCombo"_s);
    m_author->setAccessibleName(tr("Author of the mark"));
    for (QComboBox *combo : {m_kind, m_author}) {
        combo->setMinimumContentsLength(5);
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    }
    auto *combos = new QHBoxLayout;
    combos->setSpacing(Spacing::XS);
    combos->addWidget(m_kind, 1);
    combos->addWidget(m_author, 1);
    column->addWidget(m_text);
    column->addLayout(combos);
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setText(text);
        showCount();
    });
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_filter->setKind(index > 0 ? std::optional(MarkKind(m_kind->itemData(index).toInt())) : std::nullopt);
        showCount();
    });
    connect(m_author, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_filter->setAuthor(index > 0 ? m_author->currentText() : QString());
        showCount();
    });
    return row;
}

void MarkList::fillAuthors()
{
    QStringList authors = m_book.authors();
    for (const Mark &mark : m_model->fileMarks()) {
        if (!mark.author.isEmpty() && !authors.contains(mark.author))
            authors << mark.author;
    }
    authors.sort();
    QStringList shown;
    for (int i = 1; i < m_author->count(); ++i)
        shown << m_author->itemText(i);
    if (m_author->count() > 0 && shown == authors)
        return;
    const QString chosen = m_author->currentIndex() > 0 ? m_author->currentText() : QString();
    const QSignalBlocker quiet(m_author);
    m_author->clear();
    m_author->addItem(tr("All authors"));
    m_author->addItems(authors);
    m_author->setCurrentIndex(std::max(0, chosen.isEmpty() ? 0 : m_author->findText(chosen)));
    m_filter->setAuthor(m_author->currentIndex() > 0 ? chosen : QString());
}

void MarkList::showCount()
{
    const bool none = m_model->rowCount() == 0;
    m_filterRow->setVisible(m_model->rowCount() > 1);
    m_empty->setText(none ? tr("No marks yet. Take a tool, or press its key in the page.") : tr("No mark fits the filter."));
    m_empty->setVisible(m_filter->rowCount() == 0);
    m_list->setVisible(m_filter->rowCount() > 0);
    refreshTakeOver();
}

QString MarkList::currentId() const
{
    return m_list->currentIndex().data(MarkListModel::IdRole).toString();
}

void MarkList::select(const QString &id)
{
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        const QModelIndex index = m_filter->index(row, 0);
        if (index.data(MarkListModel::IdRole).toString() == id) {
            m_list->setCurrentIndex(index);
            return;
        }
    }
    m_list->setCurrentIndex({});
}

bool MarkList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_list || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Insert && m_takeOver->isVisible()) {
        takeOver();
        return true;
    }
    if (currentId().isEmpty())
        return false; // of the file: only Enter means it, and the list tells that itself
    switch (key) {
    case Qt::Key_Delete: Q_EMIT deleteWanted(currentId()); return true;
    case Qt::Key_F2: Q_EMIT editWanted(currentId()); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter: Q_EMIT markChosen(currentId()); return true;
    default: return false;
    }
}

} // namespace PortDesk
