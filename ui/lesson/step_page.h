#pragma once

#include "core/report/heat_look.h"
#include "ui/lesson/lesson_pictures.h"
#include "ui/lesson/lesson_play.h"
#include "ui/lesson/recorded_canvas.h"
#include "ui/lesson/try_card.h"

#include <QWidget>

#include <vector>

class QBoxLayout;
class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace vbs {

class CanvasPane;
class LookView;
class QuizCard;

/// One step: its pictures and its view on the left, what is said and asked on the right.
class StepPage : public QWidget {
    Q_OBJECT
public:
    /// Of the step that is played now. All of them outlive the page.
    StepPage(LessonPlay& play, LessonPictures& pictures, Workbench& workbench, const HeatLook& look,
             QWidget* parent = nullptr);
    ~StepPage() override;

    bool chooseOption(int number); ///< by a digit
    void enter();                  ///< Return: gives the answer that was chosen, else reveals
    void setNotesShown(bool shown);
    void scroll(int lines);
    void setHeatLook(const HeatLook& look);

    const std::vector<CanvasPane*>& panes() const { return m_panes; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Sight {
        RecordedCanvas* model;
        CanvasPane* pane;
        std::string key;
    };
    QWidget* picturesColumn();
    QWidget* wordsColumn();
    void buildQuiz(QVBoxLayout* column);
    void buildAnswer(QVBoxLayout* column);
    void addSight(Side side, const std::string& key);
    void arrangeSights();
    void showPictures();
    void showAnswer();
    void showLook();
    void showLookWeights();
    void showAway();
    void showCaption();
    void showSolved();
    void bringIntoSight(QWidget* part);
    bool arePicturesThere() const;
    RecordedCanvas* modelOf(Side side) const;
    int regionsOfLeft() const;

    LessonPlay& m_play;
    LessonPictures& m_pictures;
    Workbench& m_workbench;
    const LessonStep& m_step;
    std::vector<Sight> m_sights;
    std::vector<CanvasPane*> m_panes;
    QVBoxLayout* m_left = nullptr;
    QBoxLayout* m_sides = nullptr; ///< of the pictures
    QLabel* m_caption = nullptr;
    LookView* m_look = nullptr;
    QuizCard* m_quiz = nullptr;
    QWidget* m_hiddenAnswer = nullptr;
    QVBoxLayout* m_answer = nullptr;
    QWidget* m_notes = nullptr;
    QScrollArea* m_scroll = nullptr;
    bool m_answerShown = false;
};

} // namespace vbs
