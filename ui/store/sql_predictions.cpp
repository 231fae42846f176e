#include "ui/store/sql_review_store.h"
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
    QSqlQuery numbers = m_connection.prepared(QStringLiteral(
        "INSERT OR REPLACE INTO prediction (model, item, surprise, entropy, score) VALUES (?, ?, ?, ?, ?)"));
    QSqlQuery record = m_connection.prepared(QStringLiteral(
        "INSERT OR REPLACE INTO prediction_record (model, item, fault, guess, result) VALUES (?, ?, ?, ?, ?)"));
    for (const Prediction& prediction : predictions) {
        m_connection.run(numbers,
                         {toQt(model), prediction.item, prediction.surprise, prediction.entropy, prediction.score});
        m_connection.run(record, {toQt(model), prediction.item, toQt(prediction.fault), toQt(prediction.guess),
                                  toQt(prediction.result)});
    }
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
    QSqlQuery query = m_connection.run(kPredictionColumns + "ORDER BY p.item", {toQt(model)});
    while (query.next())
        visit(predictionAt(query));
}

} // namespace vbs
