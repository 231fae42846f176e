#pragma once

#include "core/lesson/lesson.h"
#include "ui/lesson/lesson_pictures.h"

#include <QTextBrowser>

namespace vbs {

/// A lesson's Markdown, as high as it is. HTML in it stays text, links lead nowhere, and pictures are the lesson's own:
/// nothing is ever loaded from elsewhere.
class LessonText : public QTextBrowser {
    Q_OBJECT
public:
    /// @param pictures outlive it.
    LessonText(LessonPictures& pictures, const char* objectName, QWidget* parent = nullptr);

    void setLessonText(const std::string& markdown);

    QVariant loadResource(int type, const QUrl& name) override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void layOut();
    void fitPictures();

    LessonPictures& m_pictures;
    std::string m_markdown;
    bool m_waits = false; ///< for pictures
};

} // namespace vbs
