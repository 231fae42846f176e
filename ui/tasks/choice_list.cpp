#include "ui/tasks/choice_list.h"

#include "ui/tasks/choice_row.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace vbs {

ChoiceList::ChoiceList(QWidget* parent)
    : QWidget(parent), m_layout(new QVBoxLayout(this)), m_add(new QPushButton(tr("Add a Choice")))
{
    setObjectName("choices");
    setAccessibleName(tr("Choices"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(6);
    m_add->setObjectName("addChoice");
    m_layout->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QPushButton::clicked, this, [this] {
        addRow({});
        refresh();
        m_rows.back()->focusText();
        Q_EMIT changed(choices());
    });
    setChoices({});
}

QStringList ChoiceList::choices() const
{
    QStringList result;
    for (const ChoiceRow* row : m_rows)
        result << row->text();
    return result;
}

void ChoiceList::setChoices(const QStringList& choices)
{
    const std::size_t count = std::clamp(std::size_t(choices.size()), kFewestChoices, kMostChoices);
    while (m_rows.size() > count) {
        m_rows.back()->deleteLater();
        m_rows.back()->hide();
        m_layout->removeWidget(m_rows.back());
        m_rows.pop_back();
    }
    while (m_rows.size() < count)
        addRow({});
    for (std::size_t i = 0; i < count; ++i)
        m_rows[i]->setText(choices.value(qsizetype(i)));
    refresh();
}

void ChoiceList::addRow(const QString& text)
{
    auto* row = new ChoiceRow;
    row->setText(text);
    m_layout->insertWidget(int(m_rows.size()), row);
    row->show(); // now: it may get the focus
    m_rows.push_back(row);
    connect(row, &ChoiceRow::edited, this, [this] { Q_EMIT changed(choices()); });
    connect(row, &ChoiceRow::removed, this, [this, row] { removeRow(row); });
    connect(row, &ChoiceRow::left, this, &ChoiceList::left);
    connect(row, &ChoiceRow::barChosen, this, [this, row] {
        if (row->bar())
            Q_EMIT barChosen(*row->bar());
    });
    connect(row, &ChoiceRow::stepped, this, [this, row](int by) { moveRow(row, placeOf(row) + by, false); });
    connect(row, &ChoiceRow::dragged, this, [this, row](const QPoint& mouse) { dragRow(row, mapFromGlobal(mouse)); });
    connect(row, &ChoiceRow::dropped, this, [this] { Q_EMIT changed(choices()); });
    connect(row, &ChoiceRow::entered, this, [this, row] {
        const auto next = std::find_if(m_rows.begin() + placeOf(row), m_rows.end(),
                                       [](const ChoiceRow* later) { return later->text().trimmed().isEmpty(); });
        if (next != m_rows.end() && *next != row)
            (*next)->focusText();
        else if (row == m_rows.back() && !row->text().trimmed().isEmpty() && m_rows.size() < kMostChoices)
            m_add->click();
        else
            Q_EMIT asked();
    });
}

void ChoiceList::removeRow(ChoiceRow* row)
{
    if (m_rows.size() <= kFewestChoices)
        return;
    const int place = placeOf(row);
    m_rows.erase(m_rows.begin() + place);
    m_layout->removeWidget(row);
    row->hide();
    row->deleteLater();
    refresh();
    m_rows[std::min(std::size_t(place), m_rows.size() - 1)]->focusText();
    Q_EMIT changed(choices());
}

int ChoiceList::placeOf(ChoiceRow* row) const
{
    return int(std::find(m_rows.begin(), m_rows.end(), row) - m_rows.begin());
}

void ChoiceList::moveRow(ChoiceRow* row, int to, bool dragging)
{
    const int from = placeOf(row);
    if (to < 0 || to >= int(m_rows.size()) || to == from)
        return;
    m_rows.erase(m_rows.begin() + from);
    m_rows.insert(m_rows.begin() + to, row);
    m_layout->removeWidget(row);
    m_layout->insertWidget(to, row);
    m_layout->activate();
    refresh();
    if (!dragging)
        Q_EMIT changed(choices());
}

/// To the place whose middle the mouse has passed.
void ChoiceList::dragRow(ChoiceRow* row, const QPoint& mouse)
{
    int to = 0;
    for (const ChoiceRow* other : m_rows)
        to += other != row && mouse.y() > other->geometry().center().y();
    moveRow(row, to, true);
}

void ChoiceList::setBars(const std::vector<AnswerBar>& bars)
{
    std::size_t next = 0;
    const std::size_t given = std::size_t(std::count_if(
        m_rows.begin(), m_rows.end(), [](const ChoiceRow* row) { return !row->text().trimmed().isEmpty(); }));
    const bool fit = given == bars.size();
    for (ChoiceRow* row : m_rows) {
        const bool has = fit && !row->text().trimmed().isEmpty() && bars[next].text == row->text().trimmed();
        row->setBar(has ? std::optional(bars[next]) : std::nullopt);
        next += fit && !row->text().trimmed().isEmpty();
    }
}

void ChoiceList::setStale(bool stale)
{
    for (ChoiceRow* row : m_rows)
        row->setStale(stale);
}

void ChoiceList::setExplained(const std::string& answer)
{
    for (ChoiceRow* row : m_rows)
        row->setExplained(!answer.empty() && row->bar() && row->bar()->of == answer);
}

void ChoiceList::setNeighbours(QWidget* before, QWidget* after)
{
    m_before = before;
    m_after = after;
    refresh();
}

void ChoiceList::refresh()
{
    QWidget* last = m_before;
    for (const ChoiceRow* row : m_rows) {
        if (last)
            setTabOrder(last, row->field());
        last = row->field();
    }
    setTabOrder(last, m_add);
    if (m_after)
        setTabOrder(m_add, m_after);
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i]->setPlace(int(i), m_rows.size() > kFewestChoices);
    m_add->setEnabled(m_rows.size() < kMostChoices);
    m_add->setToolTip(m_add->isEnabled() ? QString() : tr("At most eight choices are possible."));
}

} // namespace vbs
