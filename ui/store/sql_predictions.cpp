#include "ui/store/sql_review_store.h"
#include "ui/store/sql_rows.h"
#include "ui/store/sql_text.h"

namespace vbs {

namespace {

Prediction predictionAt(const QSqlQuery& query)
{
    Prediction prediction;
    prediction.item = query.value(0).toUInt();
    prediction.surprise = query.value(1).toDouble();
    prediction.entropy = query.value(2).toDouble();
    prediction.score = query.value(3).toDouble();
    prediction.fault = textAt(query, 4);
    prediction.guess = textAt(query, 5);
    prediction.result = textAt(query, 6);
    return prediction;
}

const QString kPredictionColumns =
    QStringLiteral("SELECT p.item, surprise, entropy, score, fault, guess, result FROM prediction p "
                   "JOIN prediction_record r ON r.model = p.model AND r.item = p.item WHERE p.model = ? ");

} // namespace

void SqlReviewStore::putPredictions(const std::string& model, std::span<const Prediction> predictions)
{
    SqlTransaction transaction(m_connection);
    SqlRows numbers(m_connection,
                    QStringLiteral("INSERT INTO prediction (model, item, surprise, entropy, score) VALUES "),
                    QStringLiteral(" ON CONFLICT (model, item) DO UPDATE SET surprise = excluded.surprise, "
                                   "entropy = excluded.entropy, score = excluded.score"));
    SqlRows records(m_connection,
                    QStringLiteral("INSERT INTO prediction_record (model, item, fault, guess, result) VALUES "),
                    QStringLiteral(" ON CONFLICT (model, item) DO UPDATE SET fault = excluded.fault, "
                                   "guess = excluded.guess, result = excluded.result"));
    for (const Prediction& prediction : predictions) {
        numbers.add({toQt(model), prediction.item, prediction.surprise, prediction.entropy, prediction.score});
        records.add(
            {toQt(model), prediction.item, toQt(prediction.fault), toQt(prediction.guess), toQt(prediction.result)});
    }
    numbers.finish();
    records.finish();
    transaction.commit();
}

std::optional<Prediction> SqlReviewStore::prediction(const std::string& model, std::uint32_t item) const
{
    QSqlQuery query = m_connection.run(kPredictionColumns + "AND p.item = ?", {toQt(model), item});
    if (!query.next())
        return std::nullopt;
    return predictionAt(query);
}

void SqlReviewStore::forEachPrediction(const std::string& model,
                                       const std::function<void(const Prediction&)>& visit) const
{
    // Some at a time: a server's answer would otherwise be in memory whole.
    for (qint64 from = -1;;) {
        QSqlQuery query =
            m_connection.run(kPredictionColumns + "AND p.item > ? ORDER BY p.item LIMIT 1000", {toQt(model), from});
        const qint64 before = from;
        while (query.next()) {
            const Prediction prediction = predictionAt(query);
            from = prediction.item;
            visit(prediction);
        }
        if (from == before)
            return;
    }
}

} // namespace vbs
