#include "ui/lesson/recorder/draft_fields.h"

#include "core/lesson/lesson_file.h"
#include "ui/lesson/recorder/lesson_draft.h"
#include "ui/util/qt_bridge.h"

#include <QKeyEvent>
#include <QLineEdit>

namespace vbs {
namespace {

constexpr int kMostLine = 2000; ///< characters

class UndoKeys : public QObject {
public:
    UndoKeys(QWidget* field, LessonDraft& draft) : QObject(field), m_draft(draft) { field->installEventFilter(this); }

    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::FocusOut)
            m_draft.endTyping();
        if (event->type() != QEvent::ShortcutOverride)
            return false;
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isOurs = key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo);
        if (isOurs)
            event->ignore();
        return isOurs;
    }

private:
    LessonDraft& m_draft;
};

} // namespace

void leaveUndoToDraft(QWidget* field, LessonDraft& draft)
{
    new UndoKeys(field, draft);
}

void showIn(QLineEdit* line, const std::string& value)
{
    if (const QString text = toQString(value); line->text() != text)
        line->setText(text);
}

QLineEdit* draftLine(const char* objectName, const QString& name, const QString& hint, LessonDraft& draft)
{
    auto* line = new QLineEdit;
    line->setObjectName(objectName);
    line->setAccessibleName(name);
    line->setPlaceholderText(hint);
    line->setMaxLength(kMostLine);
    line->setProperty("role", "text");
    leaveUndoToDraft(line, draft);
    return line;
}

} // namespace vbs
