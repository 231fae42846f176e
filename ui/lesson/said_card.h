#pragma once

#include "core/lesson/lesson.h"

#include <QFrame>

#include <vector>

class QVBoxLayout;

namespace vbs {

struct AnswerBar;

/// What a model said to a step, as bars of its task: a list for each missing word, and what the text alone would say.
class SaidCard : public QFrame {
    Q_OBJECT
public:
    /// @param name of the lists, in tests: "said".
    SaidCard(const QString& title, const QString& name, QWidget* parent = nullptr);

    void show(Task task, const InferenceResult& result);

Q_SIGNALS:
    void phraseLookedAt(int phrase); ///< by mouse or keyboard; -1: no more

private:
    void clear();
    void addBars(const QString& name, const QString& spoken, const std::vector<AnswerBar>& bars, bool phrases);
    void addLong(const std::vector<AnswerBar>& bars);

    QString m_name;
    QVBoxLayout* m_lists;
};

} // namespace vbs
