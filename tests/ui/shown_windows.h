#pragma once

#include <QApplication>
#include <QEvent>
#include <QStringList>
#include <QWidget>

namespace vbs::test {

/// The windows that are shown while it lives. A widget that is shown before it has a parent is one for a moment, and
/// takes the keyboard away.
class ShownWindows : public QObject {
public:
    ShownWindows() { qApp->installEventFilter(this); }

    QStringList names;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        const auto* widget = event->type() == QEvent::Show ? qobject_cast<QWidget*>(watched) : nullptr;
        if (widget && widget->isWindow())
            names << widget->metaObject()->className() + QStringLiteral(" ") + widget->objectName();
        return QObject::eventFilter(watched, event);
    }
};

} // namespace vbs::test
