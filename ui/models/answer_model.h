#pragma once

#include "core/service/inference_types.h"

#include <QAbstractListModel>

namespace vbs {

/// The answers of the question shown, most probable first.
class AnswerModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { ProbabilityRole = Qt::UserRole };

    using QAbstractListModel::QAbstractListModel;

    void setAnswers(const std::vector<Answer>& answers);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<Answer> m_answers;
};

} // namespace vbs
