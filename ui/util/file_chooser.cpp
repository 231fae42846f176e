#include "ui/util/file_chooser.h"

#include <QCoreApplication>
#include <QFileDialog>

namespace vbs {

QStringList pictureNameFilters()
{
    return {"*.png", "*.jpg", "*.jpeg", "*.bmp", "*.gif", "*.webp", "*.tif", "*.tiff", "*.ppm", "*.pgm", "*.pnm"};
}

QStringList SystemFileChooser::choosePictures(QWidget* parent, const QString& startFolder)
{
    const QString pictures = QCoreApplication::translate("vbs::SystemFileChooser", "Pictures (%1)")
                                 .arg(pictureNameFilters().join(' '));
    const QString all = QCoreApplication::translate("vbs::SystemFileChooser", "All files (*)");
    return QFileDialog::getOpenFileNames(parent, QCoreApplication::translate("vbs::SystemFileChooser", "Open Pictures"),
                                         startFolder, pictures + ";;" + all);
}

QString SystemFileChooser::chooseFolder(QWidget* parent, const QString& startFolder)
{
    return QFileDialog::getExistingDirectory(
        parent, QCoreApplication::translate("vbs::SystemFileChooser", "Open a Folder of Pictures"), startFolder);
}

} // namespace vbs
