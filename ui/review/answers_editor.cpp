#include "ui/review/answers_editor.h"

#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"

#include <QAbstractItemDelegate>
#include <QApplication>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace vbs {

AnswersEditor::AnswersEditor(ReviewDesk& desk, QWidget* parent)
    : TruthEditor(desk, parent), m_table(new QTableWidget), m_each(new QPushButton)
{
    m_table->setObjectName("answers");
    m_table->setAccessibleName(tr("Annotated answers"));
    m_table->setColumnCount(2);
    m_table->horizontalHeader()->hide();
    m_table->verticalHeader()->hide();
    m_table->setShowGrid(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setTabKeyNavigation(false);
    m_table->setFocusPolicy(Qt::TabFocus);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_each->setObjectName("eachPerson");
    m_each->setText(tr("One by one"));
    m_each->setToolTip(tr("A line for each person who answered"));
    m_each->setCheckable(true);
    m_each->setProperty("role", "link");
    m_each->setFocusPolicy(Qt::TabFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_table);
    layout->addWidget(m_each, 0, Qt::AlignLeft);
    connect(m_table, &QTableWidget::cellChanged, this, &AnswersEditor::onChanged);
    // After the table's own, which took the focus where Enter or Escape ended it.
    connect(m_table->itemDelegate(), &QAbstractItemDelegate::closeEditor, this,
            [this](QWidget*, QAbstractItemDelegate::EndEditHint hint) {
                const bool goesOn =
                    hint == QAbstractItemDelegate::EditNextItem || hint == QAbstractItemDelegate::EditPreviousItem;
                if (m_table->hasFocus() && !goesOn)
                    Q_EMIT left();
            });
    connect(m_each, &QPushButton::toggled, this, [this](bool each) {
        m_each->setText(each ? tr("Together") : tr("One by one"));
        if (this->desk().state().item)
            showItem(item());
    });
}

bool AnswersEditor::suits(const Example& example) const
{
    return example.task && example.choices.empty() && example.phrases.empty() && !example.truth.label;
}

void AnswersEditor::showItem(const ReviewedItem& now)
{
    const ExampleTruth& truth = now.now.truth;
    const bool each = m_each->isChecked() && truth.answers.size() > 1;
    std::vector<AnswerRow> rows = answerRowsOf(truth, each);
    const bool isTyping = m_table->viewport()->isAncestorOf(QApplication::focusWidget());
    if (isTyping && m_item == now.item.number && rows == m_rows)
        return; // what is typed stays while more is learnt of the item
    m_filling = true;
    m_item = now.item.number;
    m_rows = std::move(rows);
    m_each->setVisible(truth.answers.size() > 1);
    m_table->setRowCount(0); // an open editor goes with its row
    const std::vector<AnswerRow> before = answerRowsOf(now.item.example.truth, false);
    m_table->setRowCount(int(m_rows.size()));
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const AnswerRow& row = m_rows[i];
        auto* answer = new QTableWidgetItem(toQString(row.answer));
        const bool known = std::ranges::any_of(before, [&](const AnswerRow& one) { return one.answer == row.answer; });
        QFont font = m_table->font();
        font.setBold(!known); // what the reviewer put in
        answer->setFont(font);
        m_table->setItem(int(i), 0, answer);
        const bool scored = row.people.empty();
        auto* count = new QTableWidgetItem(scored ? QLocale().toString(row.score, 'g', 3)
                                                  : tr("%1 of %2").arg(row.people.size()).arg(truth.answers.size()));
        if (!scored)
            count->setFlags(Qt::ItemIsEnabled);
        count->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_table->setItem(int(i), 1, count);
    }
    fit();
    m_filling = false;
}

/// As high as its rows: the panel scrolls, not the table.
void AnswersEditor::fit()
{
    m_table->resizeRowsToContents();
    int height = 2;
    for (int row = 0; row < m_table->rowCount(); ++row)
        height += m_table->rowHeight(row);
    m_table->setFixedHeight(height);
}

void AnswersEditor::onChanged(int row, int column)
{
    if (m_filling || row >= int(m_rows.size()))
        return;
    const AnswerRow& changed = m_rows[std::size_t(row)];
    const QString text = m_table->item(row, column)->text().trimmed();
    Example now = item().now;
    if (column == 0) {
        now = withAnswer(now, changed, text.toStdString());
    } else {
        bool isNumber = false;
        const double score = QLocale().toDouble(text, &isNumber);
        if (isNumber)
            now = withScore(now, changed, score);
    }
    // The table is rebuilt once its editor is closed.
    QMetaObject::invokeMethod(
        this,
        [this, now, number = m_item] {
            if (!desk().state().item || item().item.number != number)
                return;
            if (item().now != now)
                desk().correct(now);
            else
                showItem(item());
        },
        Qt::QueuedConnection);
}

void AnswersEditor::edit()
{
    if (m_table->rowCount() == 0)
        return;
    m_table->setFocus();
    m_table->setCurrentCell(0, 0);
    m_table->editItem(m_table->item(0, 0));
}

} // namespace vbs
