#include "ui/util/file_chooser.h"

#include <QCoreApplication>
#include <QFileDialog>

#include <algorithm>

namespace vbs {

namespace {

QString pictureFilters()
{
    const QString pictures =
        QCoreApplication::translate("vbs::SystemFileChooser", "Pictures (%1)").arg(pictureNameFilters().join(' '));
    return pictures + ";;" + QCoreApplication::translate("vbs::SystemFileChooser", "All files (*)");
}

} // namespace

QStringList pictureNameFilters()
{
    return {"*.png", "*.jpg", "*.jpeg", "*.bmp", "*.gif", "*.webp", "*.tif", "*.tiff", "*.ppm", "*.pgm", "*.pnm"};
}

QStringList SystemFileChooser::choosePictures(QWidget* parent, const QString& startFolder)
{
    return QFileDialog::getOpenFileNames(parent, QCoreApplication::translate("vbs::SystemFileChooser", "Open Pictures"),
                                         startFolder, pictureFilters());
}

QString SystemFileChooser::chooseSecondPicture(QWidget* parent, const QString& startFolder)
{
    return QFileDialog::getOpenFileName(parent,
                                        QCoreApplication::translate("vbs::SystemFileChooser", "Open a Second Picture"),
                                        startFolder, pictureFilters());
}

QString SystemFileChooser::locatePicture(QWidget* parent, const QString& name, const QString& startFolder)
{
    return QFileDialog::getOpenFileName(parent,
                                        QCoreApplication::translate("vbs::SystemFileChooser", "Locate “%1”").arg(name),
                                        startFolder, pictureFilters());
}

QString SystemFileChooser::chooseFolder(QWidget* parent, const QString& startFolder)
{
    return QFileDialog::getExistingDirectory(
        parent, QCoreApplication::translate("vbs::SystemFileChooser", "Open a Folder of Pictures"), startFolder);
}

QString SystemFileChooser::chooseTarget(QWidget* parent, const QString& title, const QString& proposed,
                                        const QStringList& filters)
{
    QFileDialog dialog(parent, title, proposed, filters.join(";;"));
    const auto suffixOf = [](const QString& filter) { return filter.section("*.", 1).chopped(1); };
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.selectFile(proposed);
    dialog.setDefaultSuffix(suffixOf(filters.first()));
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog,
                     [&](const QString& filter) { dialog.setDefaultSuffix(suffixOf(filter)); });
    return dialog.exec() == QDialog::Accepted ? dialog.selectedFiles().value(0) : QString();
}

FileChooser::Annotations SystemFileChooser::chooseAnnotations(QWidget* parent, const QString& title,
                                                              const QString& proposed, const QStringList& filters)
{
    QFileDialog dialog(parent, title, proposed, filters.join(";;"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setOption(QFileDialog::DontConfirmOverwrite); // boxes are added to what is there
    dialog.selectFile(proposed);
    dialog.setDefaultSuffix("json");
    if (dialog.exec() != QDialog::Accepted)
        return {};
    return {dialog.selectedFiles().value(0), std::max(0, int(filters.indexOf(dialog.selectedNameFilter())))};
}

} // namespace vbs
