#pragma once

#include "ui/util/file_chooser.h"

namespace vbs::test {

/// Answers for the user in file dialogs.
class ChooserStub : public FileChooser {
public:
    QStringList pictures; ///< or other files to open
    QString folder;
    QString target, proposed; ///< where to write; what the dialog proposed
    QString title;            ///< of the dialog for that
    QStringList filters;
    QString filter;      ///< of annotations: the one that the user takes
    QString shown;       ///< in its folder
    QString startFolder; ///< that the last dialog was given

    QStringList choosePictures(QWidget*, const QString& start) override
    {
        startFolder = start;
        return pictures;
    }
    QString chooseSecondPicture(QWidget*, const QString& start) override
    {
        startFolder = start;
        return pictures.value(0);
    }
    QString locatePicture(QWidget*, const QString& name, const QString& start) override
    {
        title = name;
        startFolder = start;
        return pictures.value(0);
    }
    QStringList chooseModelFiles(QWidget*, const QString& start) override
    {
        startFolder = start;
        return pictures;
    }
    QString chooseFolder(QWidget*, const QString& start) override
    {
        startFolder = start;
        return folder;
    }
    QString chooseDataset(QWidget*, const QString& dialog, const QString& start) override
    {
        title = dialog;
        startFolder = start;
        return pictures.value(0);
    }
    QString chooseReviewProject(QWidget*, const QString& start) override
    {
        startFolder = start;
        return pictures.value(0);
    }
    QString chooseLesson(QWidget*, const QString& dialog, const QString& start) override
    {
        title = dialog;
        startFolder = start;
        return pictures.value(0);
    }
    QString chooseTarget(QWidget*, const QString& dialog, const QString& name, const QStringList& offered) override
    {
        title = dialog;
        proposed = name;
        filters = offered;
        return target;
    }
    Annotations chooseAnnotations(QWidget*, const QString& dialog, const QString& name,
                                  const QStringList& offered) override
    {
        title = dialog;
        proposed = name;
        filters = offered;
        return {target, int(offered.indexOf(filter))};
    }
    void showInFolder(const QString& file) override { shown = file; }
};

} // namespace vbs::test
