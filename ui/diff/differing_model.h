#pragma once

#include "core/diff/model_diff.h"

#include <QAbstractTableModel>

namespace vbs {

/// The examples to which two models say different things, the most different first.
class DifferingModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Text, First, Second, Right, Distance, kColumns };
    using QAbstractTableModel::QAbstractTableModel;

    void set(const std::vector<DifferingExample>& examples);
    const DifferingExample& at(int row) const { return m_examples.at(std::size_t(row)); }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<DifferingExample> m_examples;
};

} // namespace vbs
