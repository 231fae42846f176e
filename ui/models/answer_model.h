#pragma once

#include "ui/workbench/answer_bars.h"

#include <QAbstractListModel>

namespace vbs {

/// Answers with their probabilities, in the order in which they are to be shown.
class AnswerModel : public QAbstractListModel {
    Q_OBJECT
public:
    /// BarRole: an AnswerBar.
    enum Role { ProbabilityRole = Qt::UserRole, BarRole };

    using QAbstractListModel::QAbstractListModel;

    void setBars(const std::vector<AnswerBar>& bars);
    const std::vector<AnswerBar>& bars() const { return m_bars; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<AnswerBar> m_bars;
};

/// "red, 93 %, before 40 %, from the text alone 30 %" for screen readers.
QString spokenBar(const AnswerBar& bar);

} // namespace vbs

Q_DECLARE_METATYPE(vbs::AnswerBar)
