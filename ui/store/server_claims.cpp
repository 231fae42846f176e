#include "ui/store/server_review_store.h"
#include "ui/store/sql_text.h"

#include <algorithm>

namespace vbs {

namespace {

constexpr std::size_t kFewItems = 32, kManyItems = 1024;

const QString kDecides = QStringLiteral("d.undone = 0 AND d.kind IN ('accept', 'reject', 'unsure', 'correct')");

/// Of items i: whether one wants a reviewer. The values are the reviewer three times, then how many are wanted.
const QString kWantsReviewer =
    "NOT EXISTS (SELECT FROM decision d WHERE d.item = i.number AND d.reviewer = ? AND " + kDecides +
    ") AND (SELECT count(*) FROM (SELECT d.reviewer FROM decision d WHERE d.item = i.number AND d.reviewer <> ? AND " +
    kDecides +
    " UNION SELECT c.reviewer FROM claim c WHERE c.item = i.number AND c.reviewer <> ? AND "
    "c.lapses > clock_timestamp()) AS others) < ?";

/// Its values are the item, the reviewer, and for how many seconds.
const QString kPutClaim =
    QStringLiteral("INSERT INTO claim (item, reviewer, lapses) SELECT i.number, ?, clock_timestamp() + "
                   "make_interval(secs => ?) FROM item i WHERE i.number = ? AND ");
const QString kOrProlong = QStringLiteral(" ON CONFLICT (item, reviewer) DO UPDATE SET lapses = excluded.lapses "
                                          "RETURNING item");

} // namespace

std::optional<std::uint32_t> ServerReviewStore::claimNext(const std::string& reviewer,
                                                          std::span<const std::uint32_t> order)
{
    sendWaiting(); // what they decided counts
    // The first of them mostly is one: what was decided long ago is not asked for.
    for (std::size_t from = 0, count = kFewItems; from < order.size();
         from += count, count = std::min(2 * count, kManyItems))
        if (const auto item = claimFrom(toQt(reviewer), order.subspan(from, std::min(count, order.size() - from))))
            return item;
    return std::nullopt;
}

std::optional<std::uint32_t> ServerReviewStore::claimFrom(const QString& reviewer, std::span<const std::uint32_t> order)
{
    QStringList numbers;
    for (const std::uint32_t number : order)
        numbers << QString::number(number);
    const int wanted = known().reviewersWanted;
    const int seconds = int(m_settings.claimsLapse.count());
    for (;;) {
        SqlTransaction transaction(m_connection);
        QSqlQuery found = m_connection.run(
            "SELECT i.number FROM unnest(ARRAY[" + numbers.join(',') +
                "]::bigint[]) WITH ORDINALITY AS o(number, place) JOIN item i ON i.number = o.number WHERE " +
                kWantsReviewer + " ORDER BY o.place LIMIT 1 FOR UPDATE OF i SKIP LOCKED",
            {reviewer, reviewer, reviewer, wanted});
        if (!found.next())
            return std::nullopt;
        const std::uint32_t number = found.value(0).toUInt();
        // A statement does not see what others did since it began; now that the item is locked, the next one does.
        QSqlQuery claimed = m_connection.run(kPutClaim + kWantsReviewer + kOrProlong,
                                             {reviewer, seconds, number, reviewer, reviewer, reviewer, wanted});
        if (!claimed.next())
            continue;
        transaction.commit();
        return number;
    }
}

std::vector<std::string> ServerReviewStore::claim(const std::string& reviewer, std::uint32_t item)
{
    SqlTransaction transaction(m_connection);
    if (!m_connection.run(QStringLiteral("SELECT FROM item WHERE number = ? FOR UPDATE"), {item}).next())
        throw Error(ErrorCode::InvalidArgument, sentence("The project has no item number %1.", item));
    std::vector<std::string> others;
    QSqlQuery open = m_connection.run(QStringLiteral("SELECT reviewer FROM claim WHERE item = ? AND reviewer <> ? AND "
                                                     "lapses > clock_timestamp() ORDER BY reviewer"),
                                      {item, toQt(reviewer)});
    while (open.next())
        others.push_back(textAt(open, 0));
    if (others.size() >= std::size_t(known().reviewersWanted))
        return others;
    m_connection.run(kPutClaim + "true" + kOrProlong, {toQt(reviewer), int(m_settings.claimsLapse.count()), item});
    transaction.commit();
    return {};
}

void ServerReviewStore::release(const std::string& reviewer, std::uint32_t item)
{
    m_connection.run(
        QStringLiteral("DELETE FROM claim WHERE (item = ? AND reviewer = ?) OR lapses < clock_timestamp()"),
        {item, toQt(reviewer)});
}

std::vector<Claim> ServerReviewStore::claims() const
{
    std::vector<Claim> claims;
    QSqlQuery query = m_connection.run(QStringLiteral("SELECT item, reviewer FROM claim WHERE lapses > "
                                                      "clock_timestamp() ORDER BY item, reviewer"));
    while (query.next())
        claims.push_back({query.value(0).toUInt(), textAt(query, 1)});
    return claims;
}

std::vector<std::string> ServerReviewStore::reviewers() const
{
    std::vector<std::string> reviewers;
    QSqlQuery query =
        m_connection.run(QStringLiteral("SELECT reviewer FROM decision UNION SELECT reviewer FROM claim ORDER BY 1"));
    while (query.next())
        reviewers.push_back(textAt(query, 0));
    return reviewers;
}

bool ServerReviewStore::isCrowded(const Decision& decision) const
{
    QSqlQuery query = m_connection.run(
        "SELECT count(DISTINCT d.reviewer) FROM decision d WHERE d.item = ? AND d.reviewer <> ? AND " + kDecides,
        {decision.item, toQt(decision.reviewer)});
    return query.next() && query.value(0).toInt() >= known().reviewersWanted;
}

} // namespace vbs
