#pragma once

#include "tests/ui/window_fixture.h"
#include "ui/inside/chip_row.h"
#include "ui/inside/inside_panel.h"
#include "ui/inside/run_strip.h"

#include <QLabel>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace vbs::test {

/// The window with an answered question and the dock "Inside the model".
class InsideFixture : public WindowFixture {
public:
    void openAnswered(const QString& text = "what?")
    {
        openWithPicture();
        ask(text);
    }
    void ask(const QString& text)
    {
        window->workbench().ask(text);
        QTRY_VERIFY(state().answered && !isStale(state()));
    }
    void openInside()
    {
        key(Qt::Key_F8);
        QTRY_VERIFY(desk().state().isReady());
    }

    InsidePanel& panel() const { return *find<InsidePanel>("insidePanel"); }
    InsideDesk& desk() const { return panel().desk(); }
    /// A button above the views; their names are those of files.
    void showView(const char* name) const
    {
        QTest::mouseClick(find<QToolButton>(qPrintable(QString("inside-%1").arg(name))), Qt::LeftButton);
    }
    template <typename View> View& viewInSight() const { return dynamic_cast<View&>(panel().view()); }

    /// What the strip above the views says; empty: it is not there.
    QString told() const
    {
        settle();
        const auto* strip = panel().findChild<RunStrip*>("runStrip", Qt::FindDirectChildrenOnly);
        return strip->isVisible() ? strip->text() : QString();
    }
    void clickStrip() const
    {
        auto* strip = panel().findChild<RunStrip*>("runStrip", Qt::FindDirectChildrenOnly);
        QTest::mouseClick(strip->findChild<QPushButton*>("runButton"), Qt::LeftButton);
    }
    /// How often the engine was asked to look inside.
    int looks() const
    {
        const std::vector<std::string> texts = script->texts();
        return int(std::ranges::count_if(texts, [](const std::string& text) { return text.starts_with("inspect "); }));
    }
};

/// A step that waits until it is released, or asked to stop.
inline BackendScript::Step heldStep()
{
    BackendScript::Step step;
    step.wait = BackendScript::Step::Wait::UntilReleased;
    return step;
}

} // namespace vbs::test
