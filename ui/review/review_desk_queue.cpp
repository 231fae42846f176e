#include "ui/review/review_desk.h"
#include "ui/util/qt_bridge.h"

/// Which items the queue holds, and in which order.
namespace vbs {

void ReviewDesk::setOrder(QueueOrder order)
{
    // Random again is another draw.
    m_state.seed += order == QueueOrder::Random && m_state.order == QueueOrder::Random ? 1 : 0;
    m_state.order = order;
    m_placeRest.start();
    makeQueue();
}

void ReviewDesk::setFilter(const ReviewFilter& filter)
{
    m_state.filter = filter;
    m_placeRest.start();
    makeQueue();
}

void ReviewDesk::nameFilter(const QString& name)
{
    if (!m_store || name.isEmpty())
        return;
    m_store->run(
        [name = name.toStdString(), filter = m_state.filter](ReviewStore& store) {
            store.setFilter(name, filter);
            return store.filters();
        },
        [this](std::map<std::string, ReviewFilter> filters) {
            m_state.filters = std::move(filters);
            report(ReviewChange::Queue);
        },
        tellWhy());
}

void ReviewDesk::forgetFilter(const QString& name)
{
    if (!m_store)
        return;
    m_store->run(
        [name = name.toStdString()](ReviewStore& store) {
            store.removeFilter(name);
            return store.filters();
        },
        [this](std::map<std::string, ReviewFilter> filters) {
            m_state.filters = std::move(filters);
            report(ReviewChange::Queue);
        },
        tellWhy());
}

void ReviewDesk::lines(const std::vector<std::uint32_t>& numbers, std::function<void(std::vector<ItemLine>)> then)
{
    if (m_store)
        m_store->run([numbers](ReviewStore& store) { return store.lines(numbers); }, then,
                     [then](const ErrorInfo&) { then({}); });
}

void ReviewDesk::pictures(const std::vector<std::uint32_t>& numbers, std::function<void(QStringList)> then)
{
    if (!m_store || numbers.empty())
        return;
    m_store->run(
        [numbers](ReviewStore& store) {
            QStringList paths;
            for (const std::uint32_t number : numbers)
                for (const std::filesystem::path& path : store.item(number).example.pictures)
                    paths << fromPath(path);
            return paths;
        },
        std::move(then), [](const ErrorInfo&) {});
}

void ReviewDesk::makeQueue()
{
    if (!m_state.index)
        return;
    m_queueRest.stop();
    const std::uint64_t search = ++m_search;
    if (m_state.filter.words.empty())
        return makeQueueOf(nullptr);
    m_store->run([words = m_state.filter.words](ReviewStore& store) { return store.search(words); },
                 [this, search](const std::vector<std::uint32_t>& found) {
                     if (search == m_search)
                         makeQueueOf(&found);
                 },
                 tellWhy());
}

void ReviewDesk::makeQueueOf(const std::vector<std::uint32_t>* found)
{
    m_state.queue = m_state.index->queue(m_state.order, m_state.seed, m_state.filter, found);
    report(ReviewChange::Queue);
    const bool follows = m_untouched && m_state.item && !m_coming && m_state.placeInQueue() != 0;
    if (!m_state.queue.empty() && ((!m_state.item && !m_coming) || follows))
        showFirst();
}

} // namespace vbs
