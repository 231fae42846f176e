#pragma once

#include <QObject>
#include <QStringList>

#include <filesystem>
#include <functional>

class QCheckBox;
class QGridLayout;
class QLabel;

namespace vbs {

class PathField;

/// A file that an export writes on request: a check box that asks for it, and where it is to be.
class OptionalTarget : public QObject {
    Q_OBJECT
public:
    /// @param name ends the widgets' object names: "Changes" makes "exportWantsChanges" and "exportChanges".
    /// @param title of the check box, with its key; @param tip what the file is for.
    OptionalTarget(const QString& name, const QString& title, const QString& tip, QObject* parent);

    /// Adds a row. @param choose asks the user for another place; empty: he changed his mind.
    void addTo(QGridLayout* grid, const std::filesystem::path& proposal, std::function<QString()> choose);
    void refuse(const QString& why); ///< cannot be written: the sentence stands in the path's place

    PathField* field() const { return m_field; }
    bool isWanted() const;
    bool isComplete() const; ///< has a place, or is not wanted
    QString path() const;    ///< empty: not wanted
    void enable();           ///< the path, where the file is wanted

Q_SIGNALS:
    void changed();

private:
    QCheckBox* m_wants;
    PathField* m_field;
    QLabel* m_why;
};

} // namespace vbs
