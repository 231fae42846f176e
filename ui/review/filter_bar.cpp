#include "ui/review/filter_bar.h"

#include "ui/review/review_text.h"
#include "ui/util/flow_layout.h"
#include "ui/util/icons.h"
#include "ui/util/labels.h"
#include "ui/util/qt_bridge.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QInputDialog>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

namespace vbs {

FilterBar::FilterBar(ReviewDesk& desk, QWidget* parent) : QWidget(parent), m_desk(desk)
{
    auto* layout = new FlowLayout(this, 6);
    layout->setContentsMargins(0, 0, 0, 0);
    m_standing = chooser("filterStanding", tr("Which items by their decision"));
    m_model = chooser("filterModel", tr("Which items by what the model and the annotators say"));
    m_type = chooser("filterType", tr("Which items by their type"));
    m_marks = chooser("filterMarks", tr("Which items by flags, tags and comments"));
    m_who = chooser("filterWho", tr("Which items by their reviewer"));
    for (QComboBox* one : {m_standing, m_model, m_type, m_marks, m_who})
        layout->addWidget(one);
    m_named = new QToolButton;
    m_named->setObjectName("namedFilters");
    m_named->setIcon(lineIcon("star"));
    m_named->setToolTip(tr("Filters by name"));
    m_named->setAccessibleName(m_named->toolTip());
    m_named->setPopupMode(QToolButton::InstantPopup);
    m_named->setMenu(new QMenu(m_named));
    m_named->setFocusPolicy(Qt::TabFocus);
    connect(m_named->menu(), &QMenu::aboutToShow, this, &FilterBar::showNamed);
    connect(&desk, &ReviewDesk::changed, this, [this](ReviewChanges what) {
        if (what & (ReviewChange::Project | ReviewChange::Queue | ReviewChange::Counts))
            showFilter();
    });
    showFilter();
}

QComboBox* FilterBar::chooser(const char* name, const QString& says)
{
    auto* chooser = new QComboBox;
    chooser->setObjectName(name);
    chooser->setAccessibleName(says);
    chooser->setToolTip(says);
    chooser->setFocusPolicy(Qt::TabFocus);
    chooser->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    chooser->setMinimumContentsLength(11);
    chooser->setPlaceholderText(tr("Combined"));
    return chooser;
}

/// The current choice is the one that changes nothing of the filter in force. A filter by name may combine what no
/// choice does.
void FilterBar::fill(QComboBox* chooser, const std::vector<Choice>& choices, void (*clear)(ReviewFilter&))
{
    if (chooser->view()->isVisible()) // not under the user's hand
        return;
    chooser->disconnect(this);
    chooser->clear();
    int current = -1;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const Choice& choice = choices[i];
        chooser->addItem(choice.count ? tr("%1 (%2)").arg(choice.text, QLocale().toString(qulonglong(*choice.count)))
                                      : choice.text);
        ReviewFilter with = m_desk.state().filter;
        clear(with);
        choice.apply(with);
        if (current < 0 && with == m_desk.state().filter)
            current = int(i);
    }
    chooser->setCurrentIndex(current);
    connect(chooser, &QComboBox::activated, this, [this, choices, clear](int row) {
        ReviewFilter filter = m_desk.state().filter;
        clear(filter);
        choices[std::size_t(row)].apply(filter);
        m_desk.setFilter(filter);
    });
}

void FilterBar::showFilter()
{
    const ReviewCounts& counts = m_desk.state().counts;
    const auto nothing = [](ReviewFilter&) {};
    const auto verdict = [](Verdict which) { return [which](ReviewFilter& filter) { filter.verdict = which; }; };

    fill(m_standing,
         {{tr("All items"), nothing, counts.total},
          {reviewText(Verdict::Undecided), [](ReviewFilter& filter) { filter.decided = false; }, counts.undecided},
          {tr("Decided"), [](ReviewFilter& filter) { filter.decided = true; }, counts.total - counts.undecided},
          {reviewText(Verdict::Accepted), verdict(Verdict::Accepted), counts.accepted},
          {tr("Corrected"), [](ReviewFilter& filter) { filter.corrected = true; }, counts.corrected},
          {reviewText(Verdict::Rejected), verdict(Verdict::Rejected), counts.rejected},
          {reviewText(Verdict::Unsure), verdict(Verdict::Unsure), counts.unsure},
          {tr("In conflict"), [](ReviewFilter& filter) { filter.conflict = true; }, counts.conflict}},
         [](ReviewFilter& filter) {
             filter.decided.reset();
             filter.verdict.reset();
             filter.corrected.reset();
             filter.conflict.reset();
         });
    fill(m_model,
         {{tr("Model: any"), nothing, std::nullopt},
          {tr("Model is wrong"), [](ReviewFilter& filter) { filter.modelRight = false; }, counts.modelWrong},
          {tr("Model is right"), [](ReviewFilter& filter) { filter.modelRight = true; }, counts.modelRight},
          {tr("People disagree"), [](ReviewFilter& filter) { filter.peopleDisagree = true; }, counts.peopleDisagree}},
         [](ReviewFilter& filter) {
             filter.modelRight.reset();
             filter.peopleDisagree.reset();
         });
    std::vector<Choice> types{{tr("Any type"), nothing, std::nullopt}};
    // What the filter names is a choice even when no item has it any more.
    auto knownTypes = counts.types, knownTags = counts.tags, knownReviewers = counts.reviewers;
    const ReviewFilter& inForce = m_desk.state().filter;
    if (inForce.type)
        knownTypes.try_emplace(*inForce.type, 0);
    if (!inForce.tag.empty())
        knownTags.try_emplace(inForce.tag, 0);
    if (!inForce.reviewer.empty())
        knownReviewers.try_emplace(inForce.reviewer, 0);
    for (const auto& [type, count] : knownTypes)
        types.push_back({type.empty() ? tr("no type") : toQString(type),
                         [type = type](ReviewFilter& filter) { filter.type = type; }, count});
    fill(m_type, types, [](ReviewFilter& filter) { filter.type.reset(); });
    m_type->setVisible(knownTypes.size() > 1);
    std::vector<Choice> marks{
        {tr("Marks: any"), nothing, std::nullopt},
        {tr("Flagged"), [](ReviewFilter& filter) { filter.flagged = true; }, counts.flagged},
        {tr("With comments"), [](ReviewFilter& filter) { filter.commented = true; }, counts.commented},
        {tr("With faults"), [](ReviewFilter& filter) { filter.faulty = true; }, counts.faulty}};
    for (const auto& [tag, count] : knownTags)
        marks.push_back(
            {tr("Tag %1").arg(toQString(tag)), [tag = tag](ReviewFilter& filter) { filter.tag = tag; }, count});
    fill(m_marks, marks, [](ReviewFilter& filter) {
        filter.flagged.reset();
        filter.commented.reset();
        filter.faulty.reset();
        filter.tag.clear();
    });
    std::vector<Choice> who{{tr("Anybody"), nothing, std::nullopt}};
    for (const auto& [name, count] : knownReviewers)
        who.push_back({toQString(name), [name = name](ReviewFilter& filter) { filter.reviewer = name; }, count});
    fill(m_who, who, [](ReviewFilter& filter) { filter.reviewer.clear(); });
    m_who->setVisible(counts.reviewers.size() > 1 || !inForce.reviewer.empty());
}

void FilterBar::showNamed()
{
    QMenu* menu = m_named->menu();
    menu->clear();
    const auto& filters = m_desk.state().filters;
    for (const auto& [name, filter] : filters)
        connect(menu->addAction(plainButtonText(toQString(name))), &QAction::triggered, this,
                [this, filter = filter] { m_desk.setFilter(filter); });
    if (!filters.empty())
        menu->addSeparator();
    QAction* keep = menu->addAction(tr("Keep This Filter…"));
    keep->setEnabled(!m_desk.state().filter.empty());
    connect(keep, &QAction::triggered, this, [this] {
        const QString name =
            QInputDialog::getText(this, tr("Keep This Filter"), tr("A name for the filter:")).trimmed();
        if (!name.isEmpty())
            m_desk.nameFilter(name);
    });
    if (!filters.empty()) {
        QMenu* forget = menu->addMenu(tr("Forget"));
        for (const auto& [name, filter] : filters)
            connect(forget->addAction(plainButtonText(toQString(name))), &QAction::triggered, this,
                    [this, name = toQString(name)] { m_desk.forgetFilter(name); });
    }
    menu->addSeparator();
    QAction* all = menu->addAction(tr("Show All Items"));
    connect(all, &QAction::triggered, this, [this] { m_desk.setFilter({}); });
}

} // namespace vbs
