#pragma once

#include "ui/lesson/recorder/draft_problems.h"

#include <QWidget>

#include <vector>

class QLabel;
class QLineEdit;
class QTabWidget;

namespace vbs {

class DraftPictures;
class StepPart;

/// The editor of a step: its title, and its text, model, quiz and notes on pages of their own.
class StepEditor : public QWidget {
    Q_OBJECT
public:
    StepEditor(LessonDraft& draft, DraftPictures& pictures, QWidget* parent = nullptr);

    void showRow(int row); ///< -1: none
    int row() const;       ///< likewise
    void focusTitle();
    void goTo(DraftProblem::Place place); ///< where something is to be mended

Q_SIGNALS:
    void takeWanted(int id);
    void showWanted(int id);
    void recordWanted(int id);

private:
    void showStep();
    void addPart(StepPart* part, const QString& title);

    LessonDraft& m_draft;
    int m_id = 0;
    QLineEdit* m_title;
    QLabel* m_trouble;
    QTabWidget* m_tabs;
    std::vector<StepPart*> m_parts;
};

} // namespace vbs
