#pragma once

#include <QCoreApplication>
#include <QVector>

#include <utility>

namespace vbs {

/// What mouse and keys do at one place of the window, whatever keys the actions have.
struct GestureGroup {
    Q_DECLARE_TR_FUNCTIONS(vbs::GestureGroup)

public:
    QString title;
    QVector<std::pair<QString, QString>> rows; ///< what it does, and how

    static QVector<GestureGroup> all();
};

} // namespace vbs
