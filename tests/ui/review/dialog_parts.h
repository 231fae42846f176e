#pragma once

#include "tests/support/review_fixture.h"
#include "tests/support/text_files.h"
#include "tests/ui/chooser_stub.h"
#include "ui/store/review_project_file.h"
#include "ui/util/qt_bridge.h"

#include <QAbstractButton>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

// The standard five seconds are too few on a machine that is busy building; the limit only bounds a failure.
#undef QTRY_VERIFY
#define QTRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, 60000)
#undef QTRY_COMPARE
#define QTRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, 60000)

namespace vbs::test {

/// A small data set with some of its pictures, and ways to reach the widgets over it. A base of the test's class.
class DialogParts : protected TextFiles {
protected:
    QString file(const char* name) const { return fromPath(path(name)); }

    /// Seven questions on three pictures, of which two are there, in the folder "set".
    DatasetFiles dataset(int count = 7) const
    {
        DatasetFiles files = writeQuestions(path("set"), count);
        write("set/images/note.txt", "");
        files.images = path("set/images");
        for (const char* name :
             {"set/images/own_train2014_000000000000.png", "set/images/own_train2014_000000000002.png"}) {
            QImage picture(64, 48, QImage::Format_RGB32);
            picture.fill(Qt::darkCyan);
            picture.save(file(name));
        }
        return files;
    }

    /// A project of it, called "p".
    std::string project(int count = 7, int reviewersWanted = 1) const
    {
        ProjectDraft draft = draftOf(dataset(count), {}, "p");
        draft.project.reviewersWanted = reviewersWanted;
        makeReviewProject(path("p.vbsreview").string(), draft);
        return path("p.vbsreview").string();
    }

    template <typename Widget> static Widget* find(const QWidget& in, const char* name)
    {
        return in.findChild<Widget*>(name);
    }
    static QString textOf(const QWidget& in, const char* label)
    {
        const auto* found = find<QLabel>(in, label);
        return found != nullptr && found->isVisibleTo(&in) ? found->text() : QString();
    }
    static void click(const QWidget& in, const char* button)
    {
        auto* found = find<QAbstractButton>(in, button);
        const QPoint onIt(10,
                          found->height() / 2); // radio buttons are as wide as their column, and take no click there
        QTest::mouseClick(found, Qt::LeftButton, {}, onIt);
    }
    static void type(const QWidget& in, const char* edit, const QString& text)
    {
        auto* line = find<QLineEdit>(in, edit);
        line->selectAll();
        QTest::keyClicks(line, text.isEmpty() ? QString(QChar(8)) : text);
    }
};

} // namespace vbs::test
