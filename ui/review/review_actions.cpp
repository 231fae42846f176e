#include "ui/review/review_actions.h"

#include "ui/widgets/panel_dock.h"

namespace vbs {
namespace {

constexpr const char* kTakeTexts[kMostTaken] = {QT_TRANSLATE_NOOP("vbs::ActionTable", "Take Suggestion 1"),
                                                QT_TRANSLATE_NOOP("vbs::ActionTable", "Take Suggestion 2"),
                                                QT_TRANSLATE_NOOP("vbs::ActionTable", "Take Suggestion 3"),
                                                QT_TRANSLATE_NOOP("vbs::ActionTable", "Take Suggestion 4"),
                                                QT_TRANSLATE_NOOP("vbs::ActionTable", "Take Suggestion 5"),
                                                QT_TRANSLATE_NOOP("vbs::ActionTable", "Take Suggestion 6"),
                                                QT_TRANSLATE_NOOP("vbs::ActionTable", "Take Suggestion 7"),
                                                QT_TRANSLATE_NOOP("vbs::ActionTable", "Take Suggestion 8"),
                                                QT_TRANSLATE_NOOP("vbs::ActionTable", "Take Suggestion 9")};

} // namespace

QString takeActionId(int suggestion)
{
    return QStringLiteral("review.take-%1").arg(suggestion);
}

QVector<ActionSpec> reviewPanelActions()
{
    return {panelSpec("review.panel-queue", QT_TRANSLATE_NOOP("vbs::ActionTable", "Queue"), "Alt+1"),
            panelSpec("review.panel-item", QT_TRANSLATE_NOOP("vbs::ActionTable", "Item"), "Alt+2"),
            panelSpec("review.panel-metrics", QT_TRANSLATE_NOOP("vbs::ActionTable", "Metrics"), "Alt+3")};
}

QVector<ActionSpec> reviewActions()
{
    QVector<ActionSpec> table = {
        {"review.new", "&Review", QT_TRANSLATE_NOOP("vbs::ActionTable", "&New Review…"), "Ctrl+N", "review"},
        {"review.open", "&Review", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Open a Review…"), "Ctrl+O", "open"},
        {"review.open-address", "&Review", QT_TRANSLATE_NOOP("vbs::ActionTable", "Open a Review on a &Server…"), ""},
        {"review.sample", "&Review", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Try a Review"), ""},
        {"review.export", "&Review", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Export…"), "Ctrl+E", "", false, true},
        {"review.carry-over", "&Review", QT_TRANSLATE_NOOP("vbs::ActionTable", "Carry O&ver to the Changed Data Set…"),
         ""},
        {"review.predict", "&Review", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Ask the Model about All Items"), "F5",
         "model"},
        {"review.pause", "&Review", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Pause the Model"), "Shift+F5"},
        {"review.reviewer", "&Review", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Your Name…"), ""},
        {"review.locate", "&Review", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Locate the Pictures…"), ""},
        {"review.about", "&Review", QT_TRANSLATE_NOOP("vbs::ActionTable", "A&bout This Review…"), "Ctrl+I"},
        {"review.close", "&Review", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Close the Review"), "Ctrl+W", "", false,
         true},
        {"review.next", "&Item", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Next"), "Right J", "next"},
        {"review.previous", "&Item", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Previous"), "Left K", "previous"},
        {"review.next-undecided", "&Item", QT_TRANSLATE_NOOP("vbs::ActionTable", "Next Un&decided"), "N"},
        {"review.go-to", "&Item", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Go to…"), "G"},
        {"review.search", "&Item", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Search"), "/ Ctrl+F"},
        {"review.refresh", "&Item", QT_TRANSLATE_NOOP("vbs::ActionTable", "So&rt the Queue Again"), "Ctrl+R"},
        {"review.accept", "&Decide", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Accept"), "A Return Enter", "check"},
        {"review.reject", "&Decide", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Reject"), "R", "close"},
        {"review.unsure", "&Decide", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Unsure"), "U", "unsure"},
        {"review.flag", "&Decide", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Flag"), "F", "flag"},
        {"review.undo", "&Decide", QT_TRANSLATE_NOOP("vbs::ActionTable", "Und&o"), "Z Ctrl+Z", "undo", false, true},
        {"review.redo", "&Decide", QT_TRANSLATE_NOOP("vbs::ActionTable", "R&edo"), "Shift+Z Ctrl+Shift+Z Ctrl+Y"},
        {"review.edit", "&Decide", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Change the Annotation"), "E", "", false,
         true},
        {"review.edit-text", "&Decide", QT_TRANSLATE_NOOP("vbs::ActionTable", "Change the Te&xt"), "Shift+E"},
        {"review.comment", "&Decide", QT_TRANSLATE_NOOP("vbs::ActionTable", "Co&mment"), "C", "comment"},
        {"review.tag", "&Decide", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Tag"), "T", "tag"},
        {"review.draw", "&Decide", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Draw and Edit Boxes"), "D", "draw", true,
         true},
        {"review.name-box", "&Decide", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Name the Picked Box"), "F2"},
        {"review.delete-box", "&Decide", QT_TRANSLATE_NOOP("vbs::ActionTable", "Delete the Picked &Box"), "Del"}};
    for (int i = 1; i <= kMostTaken; ++i)
        table.push_back({takeActionId(i), "&Suggestions", kTakeTexts[i - 1], QString::number(i)});
    table += QVector<ActionSpec>{
        {"review.look", "&View", QT_TRANSLATE_NOOP("vbs::ActionTable", "Where the &Model Looks (While Held)"), "Space",
         "heatmap", true},
        {"review.zoom-in", "&View", QT_TRANSLATE_NOOP("vbs::ActionTable", "Zoom &In"), "Ctrl++ Ctrl+=", "zoom-in"},
        {"review.zoom-out", "&View", QT_TRANSLATE_NOOP("vbs::ActionTable", "Zoom &Out"), "Ctrl+-", "zoom-out"},
        {"review.actual-size", "&View", QT_TRANSLATE_NOOP("vbs::ActionTable", "&100 %"), "Ctrl+0", "actual"},
        {"review.fit", "&View", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Fit the Window"), "Ctrl+9", "fit"},
        {"review.full-screen", "&View", QT_TRANSLATE_NOOP("vbs::ActionTable", "F&ull Screen"), "F11", "", true},
        {"review.manual", "&Help", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Manual"), "F1"},
        {"review.shortcuts", "&Help", QT_TRANSLATE_NOOP("vbs::ActionTable", "&Keyboard and Mouse"), "Ctrl+F1"}};
    return table;
}

} // namespace vbs
