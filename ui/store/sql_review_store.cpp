#include "ui/store/sql_review_store.h"

#include "core/review/example_record.h"
#include "ui/store/project_record.h"
#include "ui/store/sql_rows.h"
#include "ui/store/sql_text.h"

#include <algorithm>
#include <unordered_map>

namespace vbs {

namespace {

/// For keys that a table numbers: made where it is new.
class NumberedNames {
public:
    NumberedNames(const SqlConnection& connection, const QString& table, const QString& number)
        : m_rows(connection, "INSERT INTO " + table + " (" + number + ", name) VALUES ")
    {
        QSqlQuery query = connection.run("SELECT " + number + ", name FROM " + table);
        while (query.next())
            m_numbers[textAt(query, 1)] = query.value(0).toLongLong();
    }

    qint64 of(const std::string& name)
    {
        const auto [at, isNew] = m_numbers.try_emplace(name, qint64(m_numbers.size()));
        if (isNew)
            m_rows.add({at->second, toQt(name)});
        return at->second;
    }

    SqlRows& rows() { return m_rows; }

private:
    SqlRows m_rows;
    std::unordered_map<std::string, qint64> m_numbers;
};

} // namespace

SqlReviewStore::SqlReviewStore(const std::filesystem::path& file, SqlConnection::Mode mode)
    : m_connection(file, mode), m_folder(std::filesystem::absolute(file).lexically_normal().parent_path())
{
}

SqlReviewStore::SqlReviewStore(const ServerAddress& server, std::chrono::milliseconds patience)
    : m_connection(server, patience)
{
}

const SqlDialect& SqlReviewStore::dialect() const
{
    return m_connection.isServer() ? postgresDialect() : sqliteDialect();
}

ReviewProject SqlReviewStore::storedProject() const
{
    QSqlQuery query = m_connection.run(QStringLiteral("SELECT value FROM meta WHERE key = 'project'"));
    if (!query.next())
        throw Error(ErrorCode::CorruptData,
                    sentence("%1 is no whole review project: make it anew.", m_connection.name()));
    return reviewProjectOfRecord(parseJson(textAt(query, 0), m_connection.name()), m_folder, m_connection.name());
}

ReviewProject SqlReviewStore::project() const
{
    m_project = storedProject();
    place(*m_project);
    return *m_project;
}

const ReviewProject& SqlReviewStore::known() const
{
    if (!m_project)
        project();
    return *m_project;
}

void SqlReviewStore::setProject(const ReviewProject& project)
{
    m_connection.run(QStringLiteral("INSERT INTO meta (key, value) VALUES ('project', ?) "
                                    "ON CONFLICT (key) DO UPDATE SET value = excluded.value"),
                     {toQt(jsonText(recordOf(project, m_folder), -1))});
    m_project = project;
    place(*m_project);
}

void SqlReviewStore::addItems(std::span<const ReviewItem> items)
{
    SqlTransaction transaction(m_connection);
    NumberedNames types(m_connection, QStringLiteral("item_type"), QStringLiteral("type"));
    NumberedNames groups(m_connection, QStringLiteral("picture_group"), QStringLiteral("number"));
    SqlRows rows(m_connection, QStringLiteral("INSERT INTO item (number, type, pictures, dissent, faulty) VALUES "));
    SqlRows records(m_connection, QStringLiteral("INSERT INTO item_record (number, id, text, truth, record) VALUES "));
    SqlRows words(m_connection, dialect().itemWords);
    qint64 number = qint64(count());
    for (const ReviewItem& added : items) {
        const Example& example = added.example;
        const QString text = toQt(example.text), truth = toQt(truthInWords(example));
        const Json json = recordOf(example, known().files.images);
        rows.add({number, types.of(example.type), groups.of(example.group), dissentOf(example),
                  example.fault.empty() ? 0 : 1});
        records.add(
            {number, toQt(example.id), text, truth, toQt(json.dump(-1, ' ', false, Json::error_handler_t::replace))});
        words.add(dialect().indexedWords(number, {text, truth}));
        ++number;
    }
    for (SqlRows* added : {&types.rows(), &groups.rows(), &rows, &records, &words})
        added->finish();
    transaction.commit();
}

std::size_t SqlReviewStore::count() const
{
    QSqlQuery query = m_connection.run(QStringLiteral("SELECT coalesce(max(number) + 1, 0) FROM item"));
    return query.next() ? query.value(0).toULongLong() : 0;
}

ReviewItem SqlReviewStore::item(std::uint32_t number) const
{
    QSqlQuery query = m_connection.run(QStringLiteral("SELECT record FROM item_record WHERE number = ?"), {number});
    if (!query.next())
        throw Error(ErrorCode::InvalidArgument, sentence("The project has no item number %1.", number));
    return {number, exampleOfRecord(parseJson(textAt(query, 0), m_connection.name()), known().files.images)};
}

std::optional<std::uint32_t> SqlReviewStore::numberOf(const std::string& id) const
{
    QSqlQuery query = m_connection.run(QStringLiteral("SELECT number FROM item_record WHERE id = ?"), {toQt(id)});
    if (!query.next())
        return std::nullopt;
    return query.value(0).toUInt();
}

ReviewSummaries SqlReviewStore::summaries() const
{
    ReviewSummaries summaries;
    QSqlQuery types = m_connection.run(QStringLiteral("SELECT name FROM item_type ORDER BY type"));
    while (types.next())
        summaries.types.push_back(textAt(types, 0));
    summaries.items.reserve(count());
    QSqlQuery items =
        m_connection.run(QStringLiteral("SELECT number, type, pictures, dissent, faulty FROM item ORDER BY number"));
    while (items.next()) {
        ItemSummary summary;
        summary.number = items.value(0).toUInt();
        summary.type = items.value(1).toUInt();
        summary.group = items.value(2).toUInt();
        summary.dissent = items.value(3).toFloat();
        summary.hasFault = items.value(4).toInt() != 0;
        if (summary.number != summaries.items.size() || summary.type >= summaries.types.size())
            throw Error(ErrorCode::CorruptData, sentence("%1 is damaged: items are missing.", m_connection.name()));
        summaries.items.push_back(summary);
    }
    QSqlQuery predictions = m_connection.run(
        QStringLiteral("SELECT item, surprise, entropy, score FROM prediction WHERE model = ? ORDER BY item"),
        {toQt(known().model)});
    while (predictions.next()) {
        const std::uint32_t number = predictions.value(0).toUInt();
        if (number >= summaries.items.size())
            continue;
        summaries.items[number].surprise = predictions.value(1).toFloat();
        summaries.items[number].entropy = predictions.value(2).toFloat();
        summaries.items[number].score = predictions.value(3).toFloat();
    }
    return summaries;
}

std::vector<ItemLine> SqlReviewStore::lines(std::span<const std::uint32_t> numbers) const
{
    std::vector<ItemLine> lines;
    if (numbers.empty())
        return lines;
    QStringList wanted;
    for (const std::uint32_t number : numbers)
        wanted << QString::number(number);
    QSqlQuery query = m_connection.run(
        QStringLiteral("SELECT i.number, i.id, i.text, i.truth, coalesce(p.guess, '') FROM item_record i "
                       "LEFT JOIN prediction_record p ON p.model = ? AND p.item = i.number WHERE i.number IN (") +
            wanted.join(',') + ')',
        {toQt(known().model)});
    std::unordered_map<std::uint32_t, ItemLine> found;
    while (query.next()) {
        const std::uint32_t number = query.value(0).toUInt();
        found[number] = {number, textAt(query, 1), textAt(query, 2), textAt(query, 3), textAt(query, 4)};
    }
    for (const std::uint32_t number : numbers)
        if (const auto line = found.find(number); line != found.end())
            lines.push_back(line->second);
    return lines;
}

std::vector<std::uint32_t> SqlReviewStore::search(const std::string& words) const
{
    const QString sought = dialect().soughtWords(toQt(words));
    std::vector<std::uint32_t> found;
    if (sought.isEmpty())
        return found;
    for (const QString& statement : {dialect().findItems, dialect().findComments}) {
        QSqlQuery query = m_connection.run(statement, {sought});
        while (query.next())
            found.push_back(query.value(0).toUInt());
    }
    std::ranges::sort(found);
    found.erase(std::ranges::unique(found).begin(), found.end());
    return found;
}

std::vector<std::uint32_t> SqlReviewStore::withGroupOf(std::uint32_t number) const
{
    QSqlQuery query = m_connection.run(QStringLiteral("SELECT number FROM item WHERE pictures = "
                                                      "(SELECT pictures FROM item WHERE number = ?) ORDER BY number"),
                                       {number});
    std::vector<std::uint32_t> numbers;
    while (query.next())
        numbers.push_back(query.value(0).toUInt());
    return numbers;
}

} // namespace vbs
