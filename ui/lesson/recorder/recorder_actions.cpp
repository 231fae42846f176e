#include "ui/lesson/recorder/recorder_actions.h"

namespace vbs {

QVector<ActionSpec> lessonMakingActions()
{
    return {
        {"lesson.new", "&Lessons", QT_TRANSLATE_NOOP("vbs::ActionTable", "&New Lesson"), "", "", false, true},
        {"lesson.edit", "&Lessons", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Open to Edit…"), ""},
        {"lesson.add-view", "&Lessons", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Add This View"), "Ctrl+Shift+A"},
        {"lesson.recorder", "&Lessons", QT_TRANSLATE_NOOP("vbs::ActionTable", "Show the &Recorder"), "Ctrl+Shift+E"}};
}

QVector<ActionSpec> recorderActions()
{
    return {
        {"recorder.new", "&Lesson", QT_TRANSLATE_NOOP("vbs::ActionTable", "&New Lesson"), "Ctrl+N"},
        {"recorder.open", "&Lesson", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Open to Edit…"), "Ctrl+O", "open"},
        {"recorder.save", "&Lesson", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Save"), "Ctrl+S", "", false, true},
        {"recorder.save-as", "&Lesson", QT_TRANSLATE_NOOP("vbs::ActionTable", "Save &As…"), "Ctrl+Shift+S"},
        {"recorder.save-folder", "&Lesson", QT_TRANSLATE_NOOP("vbs::ActionTable", "Save as a &Folder…"), ""},
        {"recorder.page", "&Lesson", QT_TRANSLATE_NOOP("vbs::ActionTable", "Save as &Web Page…"), "Ctrl+E"},
        {"recorder.preview", "&Lesson", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Preview from This Step"), "F5", "play",
         false, true},
        {"recorder.check", "&Lesson", QT_TRANSLATE_NOOP("vbs::ActionTable", "Check against the &Model"), ""},
        {"recorder.close", "&Lesson", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Close"), "Ctrl+W", "", false, true},
        {"recorder.undo", "&Edit", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Undo"), "Ctrl+Z", "undo"},
        {"recorder.redo", "&Edit", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Redo"), "Ctrl+Shift+Z Ctrl+Y"},
        {"recorder.add-view", "Ste&p", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Add This View"), "Ctrl+Shift+A",
         "picture"},
        {"recorder.add-text", "Ste&p", QT_TRANSLATE_NOOP("vbs::ActionTable", "Insert a &Text Step"), "Ctrl+T",
         "comment"},
        {"recorder.duplicate", "Ste&p", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Duplicate"), "Ctrl+D", "", false, true},
        {"recorder.delete", "Ste&p", QT_TRANSLATE_NOOP("vbs::ActionTable", "De&lete"), "Del"},
        {"recorder.up", "Ste&p", QT_TRANSLATE_NOOP("vbs::ActionTable", "Move &Up"), "Alt+Up", "up"},
        {"recorder.down", "Ste&p", QT_TRANSLATE_NOOP("vbs::ActionTable", "Move Do&wn"), "Alt+Down", "down"},
        {"recorder.previous", "Ste&p", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Previous Step"), "Ctrl+PgUp", "", false,
         true},
        {"recorder.next", "Ste&p", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Next Step"), "Ctrl+PgDown"},
        {"recorder.take", "Ste&p", QT_TRANSLATE_NOOP("vbs::ActionTable", "Take &from the Window"), "", "", false, true},
        {"recorder.show", "Ste&p", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Show in the Window"), ""},
        {"recorder.record", "Ste&p", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Record Again"), "Ctrl+R", "", false, true},
        {"recorder.record-all", "Ste&p", QT_TRANSLATE_NOOP("vbs::ActionTable", "Re&cord All"), "Ctrl+Shift+R"}};
}

} // namespace vbs
