#pragma once

#include <QString>

class QLineEdit;
class QWidget;

namespace vbs {

class LessonDraft;

/// Undo and redo keys in a text field are the window's, which knows every change; what is typed before and after the
/// field had the focus is undone apart.
void leaveUndoToDraft(QWidget* field, LessonDraft& draft);

/// Shows a value without disturbing who types it.
void showIn(QLineEdit* line, const std::string& value);

/// A text field of one line, with what it is for as its accessible name and, while it is empty, as a hint.
QLineEdit* draftLine(const char* objectName, const QString& name, const QString& hint, LessonDraft& draft);

} // namespace vbs
