#pragma once

#include <QString>
#include <QStringList>

class QWidget;

namespace vbs {

/// Asks the user for files, and shows them. Injected, so that tests drive the real window without a system dialog.
class FileChooser {
public:
    virtual ~FileChooser() = default;
    /// Empty when the user cancelled.
    virtual QStringList choosePictures(QWidget* parent, const QString& startFolder) = 0;
    virtual QString chooseSecondPicture(QWidget* parent, const QString& startFolder) = 0;
    /// A picture of this name that was moved.
    virtual QString locatePicture(QWidget* parent, const QString& name, const QString& startFolder) = 0;
    virtual QStringList chooseModelFiles(QWidget* parent, const QString& startFolder) = 0;
    virtual QString chooseFolder(QWidget* parent, const QString& startFolder) = 0;
    /// A file of a data set, as the title says which.
    virtual QString chooseDataset(QWidget* parent, const QString& title, const QString& startFolder) = 0;
    virtual QString chooseReviewProject(QWidget* parent, const QString& startFolder) = 0;                ///< to open
    virtual QString chooseLesson(QWidget* parent, const QString& title, const QString& startFolder) = 0; ///< likewise
    /// A file to write, with the suffix of one of the filters ("JSON document (*.json)"). Before a file is replaced the
    /// user is asked.
    virtual QString chooseTarget(QWidget* parent, const QString& title, const QString& proposed,
                                 const QStringList& filters) = 0;
    /// A file of annotations to add to, or to make. filter: the place of the chosen one.
    struct Annotations {
        QString file; ///< empty when the user cancelled
        int filter = 0;
    };
    virtual Annotations chooseAnnotations(QWidget* parent, const QString& title, const QString& proposed,
                                          const QStringList& filters) = 0;
    virtual void showInFolder(const QString& path) = 0; ///< in the file manager
};

/// The system's dialogs.
class SystemFileChooser : public FileChooser {
public:
    QStringList choosePictures(QWidget* parent, const QString& startFolder) override;
    QString chooseSecondPicture(QWidget* parent, const QString& startFolder) override;
    QString locatePicture(QWidget* parent, const QString& name, const QString& startFolder) override;
    QStringList chooseModelFiles(QWidget* parent, const QString& startFolder) override;
    QString chooseFolder(QWidget* parent, const QString& startFolder) override;
    QString chooseDataset(QWidget* parent, const QString& title, const QString& startFolder) override;
    QString chooseReviewProject(QWidget* parent, const QString& startFolder) override;
    QString chooseLesson(QWidget* parent, const QString& title, const QString& startFolder) override;
    QString chooseTarget(QWidget* parent, const QString& title, const QString& proposed,
                         const QStringList& filters) override;
    Annotations chooseAnnotations(QWidget* parent, const QString& title, const QString& proposed,
                                  const QStringList& filters) override;
    void showInFolder(const QString& path) override;
};

/// Suffixes of pictures that the program opens, as "*.png" patterns.
QStringList pictureNameFilters();

} // namespace vbs
