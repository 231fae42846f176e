#include "ui/lesson/recorder/lesson_draft.h"

#include "core/base/splitmix.h"
#include "core/lesson/lesson_file.h"
#include "tests/support/lesson_fixture.h"
#include "tests/support/scripted_backend.h"
#include "tests/support/test_main.h"
#include "ui/lesson/recorder/unfinished_quiz.h"

using namespace vbs;
using namespace vbs::test;

/// The way back, and what belongs to which question.
class LessonDraftTest : public QObject {
    Q_OBJECT

    /// The same bytes are the same lesson.
    static QByteArray bytesOf(const LessonDraft& draft)
    {
        return QByteArray::fromStdString(lessonBytes(draft.lessonToWrite()));
    }

    static LessonStep textStep(const std::string& title)
    {
        LessonStep step;
        step.title = title;
        return step;
    }

    static void change(LessonDraft& draft, std::uint64_t random)
    {
        const std::size_t count = draft.count();
        const std::size_t row = count == 0 ? 0 : (random >> 8) % count;
        const std::string text = std::to_string(random % 1000);
        switch (count == 0 ? 0 : random % 7) {
        case 0:
            return draft.insert(row, {textStep(text)}, "insert", draft.head().pictures);
        case 1:
            return draft.duplicate(row);
        case 2:
            return draft.remove(row);
        case 3:
            return draft.move(row, (random >> 24) % count);
        case 4:
            return draft.editStep(row, "quiz", LessonDraft::One, [&](LessonStep& step) {
                step.quiz = {QuizKind::One, text, {"a", "b"}, {}, {}, {}, {}, {}, Json::object()};
                if (random % 2 == 0)
                    step.quiz.right = {1};
            });
        case 5:
            return draft.editHead("title", LessonDraft::One, [&](Lesson& lesson) { lesson.title = text; });
        default:
            return draft.editStep(row, "text", LessonDraft::One, [&](LessonStep& step) { step.text = text; });
        }
    }

private Q_SLOTS:
    void aRandomWalkAndBack()
    {
        LessonDraft draft;
        draft.start(wholeLesson(), "whole.vbslesson", false);
        std::vector<QByteArray> copies{bytesOf(draft)};
        for (std::uint64_t i = 0; i < 60; ++i) {
            const int before = draft.undoStack().count();
            change(draft, splitMix(7, i));
            if (draft.undoStack().count() > before) // moving a step to where it is changes nothing
                copies.push_back(bytesOf(draft));
        }
        QVERIFY(copies.size() > 40);
        std::size_t at = copies.size() - 1;
        for (std::uint64_t i = 0; i < 200; ++i) { // to and fro
            const bool back = at > 0 && (at + 1 == copies.size() || splitMix(8, i) % 2 == 0);
            if (back)
                draft.undoStack().undo();
            else
                draft.undoStack().redo();
            at = back ? at - 1 : at + 1;
            QCOMPARE(bytesOf(draft), copies[at]);
        }
        while (draft.undoStack().canUndo())
            draft.undoStack().undo();
        QCOMPARE(bytesOf(draft), copies.front());
        QVERIFY(!draft.isDirty());
    }

    void whatIsTypedInOneFieldIsOneStep()
    {
        LessonDraft draft;
        draft.insert(0, {textStep("")}, "insert", {});
        const auto type = [&](const std::string& title) {
            draft.editStep(0, "title", LessonDraft::Title, [&](LessonStep& step) { step.title = title; });
        };
        for (const char* title : {"R", "Re", "Red"})
            type(title);
        QCOMPARE(draft.undoStack().count(), 2);
        draft.endTyping(); // the field was left
        type("Red!");
        QCOMPARE(draft.undoStack().count(), 3);
        draft.undoStack().undo();
        QCOMPARE(draft.step(0).title, std::string("Red"));
        draft.undoStack().undo();
        QCOMPARE(draft.step(0).title, std::string());
    }

    void anEditedQuestionHasNoAnswer()
    {
        LessonDraft draft;
        draft.start(wholeLesson(), {}, false);
        QCOMPARE(draft.stateOf(0), StepState::AsksNothing);
        QCOMPARE(draft.stateOf(1), StepState::Recorded);
        QCOMPARE(draft.stateOf(6), StepState::Missing);
        draft.editStep(1, "ask", LessonDraft::One, [](LessonStep& step) { step.asked = "Where?"; });
        QCOMPARE(draft.stateOf(1), StepState::Old);
        QVERIFY(!draft.lesson().steps[1].recorded && !draft.lesson().steps[1].look);
        draft.editStep(1, "text", LessonDraft::One, [](LessonStep& step) { step.text = "Well."; });
        draft.undoStack().undo();
        draft.undoStack().undo();
        QCOMPARE(draft.stateOf(1), StepState::Recorded);
        QVERIFY(draft.lesson().steps[1].look);
        draft.duplicate(1); // asks the same
        QCOMPARE(draft.stateOf(2), StepState::Recorded);
    }

    void recordingIsNoStepToUndo()
    {
        LessonDraft draft;
        draft.start(wholeLesson(), "a.vbslesson", false);
        LessonStep asked = draft.step(6);
        asked.recorded = cannedResult(64, 48);
        asked.recorded->task = Task::RegionToPhrase;
        draft.keepRecording(recordingOf(draft.head(), asked));
        QCOMPARE(draft.stateOf(6), StepState::Recorded);
        QVERIFY(draft.isDirty());
        QVERIFY(!draft.undoStack().canUndo());
        draft.markSaved(draft.now(), "a.vbslesson");
        QVERIFY(!draft.isDirty());
    }

    void savingMarksWhatWasWritten()
    {
        LessonDraft draft;
        draft.insert(0, {textStep("one")}, "insert", {});
        const LessonDraft::Saved written = draft.now();
        draft.duplicate(0); // while it is being written
        draft.markSaved(written, "a.vbslesson");
        QVERIFY(draft.isDirty());
        draft.undoStack().undo();
        QVERIFY(!draft.isDirty());
    }

    void unfinishedQuizzesAreKept_data()
    {
        QTest::addColumn<int>("kind");
        for (const QuizKind kind :
             {QuizKind::One, QuizKind::Several, QuizKind::Text, QuizKind::Region, QuizKind::Predict})
            QTest::newRow(std::string(nameOf(kind)).c_str()) << int(kind);
    }
    void unfinishedQuizzesAreKept()
    {
        QFETCH(int, kind);
        LessonDraft draft;
        LessonStep step = textStep("quiz");
        step.quiz.kind = QuizKind(kind);
        step.quiz.question = "Which?";
        step.quiz.options = {"a", ""};
        draft.insert(0, {step}, "insert", {});
        QVERIFY(!quizTrouble(draft.step(0)).isEmpty());
        const Lesson read = lessonOfBytes(lessonBytes(draft.lessonToWrite()), "draft");
        QCOMPARE(int(read.steps[0].quiz.kind), int(QuizKind::None)); // nobody is asked
        LessonDraft again;
        again.start(read, {}, false);
        QCOMPARE(int(again.step(0).quiz.kind), kind);
        QCOMPARE(again.step(0).quiz.question, std::string("Which?"));
        QCOMPARE(again.step(0).quiz.options, (std::vector<std::string>{"a", ""}));
        QVERIFY(again.step(0).more.empty());
    }

    void picturesThatNothingNamesAreLeftOut()
    {
        LessonDraft draft;
        const Lesson whole = wholeLesson();
        LessonStep step = textStep("picture");
        step.picture = whole.pictures.begin()->first;
        draft.insert(0, {step}, "insert", whole.pictures);
        QCOMPARE(draft.lesson().pictures.size(), std::size_t(1));
        draft.remove(0);
        QCOMPARE(draft.lesson().pictures.size(), std::size_t(0));
        draft.undoStack().undo();
        QCOMPARE(draft.lesson().pictures.size(), std::size_t(1));
    }
};

VBS_TEST_MAIN(LessonDraftTest)
#include "lesson_draft_test.moc"
