#pragma once

#include "ui/util/key_text.h"
#include "ui/workbench/workbench.h"

#include <QWidget>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace vbs {

class TaskChooser;
class TaskPage;
class TokenStrip;
class WhatIfStrip;
class WhyChooser;

/// The task in hand: the chooser, the task's page, and what all tasks share: what the text alone says, what if, why,
/// examples.
class TaskPanel : public QWidget {
    Q_OBJECT
public:
    explicit TaskPanel(Workbench& workbench, QWidget* parent = nullptr);

    void focusText();
    void setKeys(const KeyText& keyOf);
    void setWordPieces(bool shown); ///< the text in the model's word pieces, instead of words

Q_SIGNALS:
    void textLeft(); ///< Escape in the text
    void actionRequested(const QString& actionId);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildPages(QVBoxLayout* layout);
    void buildBlind(QVBoxLayout* layout);
    void buildWhy(QVBoxLayout* layout);
    void buildExamples(QVBoxLayout* layout);
    void addExample(const QString& text, const PackExample* example);
    TaskPage& page() { return *m_pages[taskRow(m_workbench.state().task)]; }
    void show(Changes changes);
    void showTask();
    void showExamples();
    void showAnswer();

    Workbench& m_workbench;
    TaskChooser* m_chooser;
    WhatIfStrip* m_whatIf;
    std::vector<TaskPage*> m_pages; ///< in the order of taskTable()
    QWidget* m_blind = nullptr;
    QWidget* m_blindMark = nullptr;
    QLabel* m_blindText = nullptr;
    QLabel* m_whyTitle = nullptr;
    QWidget* m_whyGroup = nullptr;
    WhyChooser* m_why = nullptr;
    TokenStrip* m_tokens = nullptr;
    QWidget* m_examples = nullptr;
    QStringList m_shownExamples;
    QLabel* m_examplesTitle = nullptr;
};

} // namespace vbs
