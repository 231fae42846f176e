#include "ui/util/file_chooser.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>
#include <QUrl>

#include <algorithm>

namespace vbs {

namespace {

QString pictureFilters()
{
    const QString pictures =
        QCoreApplication::translate("vbs::SystemFileChooser", "Pictures (%1)").arg(pictureNameFilters().join(' '));
    return pictures + ";;" + QCoreApplication::translate("vbs::SystemFileChooser", "All files (*)");
}

bool mayReplace(QWidget* parent, const QString& title, const QString& path)
{
    QMessageBox question(QMessageBox::NoIcon, title,
                         QCoreApplication::translate("vbs::SystemFileChooser", "“%1” exists already. Replace it?")
                             .arg(QFileInfo(path).fileName()),
                         QMessageBox::Cancel, parent);
    question.setTextFormat(Qt::PlainText);
    question.setDefaultButton(QMessageBox::Cancel);
    const QPushButton* replace = question.addButton(QCoreApplication::translate("vbs::SystemFileChooser", "&Replace"),
                                                    QMessageBox::DestructiveRole);
    question.exec();
    return question.clickedButton() == replace;
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

QStringList SystemFileChooser::chooseModelFiles(QWidget* parent, const QString& startFolder)
{
    return QFileDialog::getOpenFileNames(
        parent, QCoreApplication::translate("vbs::SystemFileChooser", "Add Files of Models"), startFolder);
}

QString SystemFileChooser::chooseFolder(QWidget* parent, const QString& startFolder)
{
    return QFileDialog::getExistingDirectory(
        parent, QCoreApplication::translate("vbs::SystemFileChooser", "Choose a Folder"), startFolder);
}

QString SystemFileChooser::chooseDataset(QWidget* parent, const QString& title, const QString& startFolder)
{
    return QFileDialog::getOpenFileName(
        parent, title, startFolder,
        QCoreApplication::translate("vbs::SystemFileChooser", "Data sets (*.json *.jsonl *.txt);;All files (*)"));
}

QString SystemFileChooser::chooseReviewProject(QWidget* parent, const QString& startFolder)
{
    return QFileDialog::getOpenFileName(
        parent, QCoreApplication::translate("vbs::SystemFileChooser", "Open a Review Project"), startFolder,
        QCoreApplication::translate("vbs::SystemFileChooser", "Review projects (*.vbsreview);;All files (*)"));
}

QString SystemFileChooser::chooseLesson(QWidget* parent, const QString& title, const QString& startFolder)
{
    const QString filters = QCoreApplication::translate("vbs::SystemFileChooser", "Lessons (*.vbslesson lesson.json)");
    return QFileDialog::getOpenFileName(parent, title, startFolder,
                                        filters + ";;" +
                                            QCoreApplication::translate("vbs::SystemFileChooser", "All files (*)"));
}

QString SystemFileChooser::chooseTarget(QWidget* parent, const QString& title, const QString& proposed,
                                        const QStringList& filters)
{
    QFileDialog dialog(parent, title, proposed, filters.join(";;"));
    const auto suffixOf = [](const QString& filter) { return filter.section("*.", 1).chopped(1); };
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.selectFile(proposed);
    QObject::connect(&dialog, &QFileDialog::filterSelected, &dialog, [&](const QString& filter) {
        const QFileInfo file(dialog.selectedFiles().value(0));
        for (const QString& other : filters)
            if (file.suffix() == suffixOf(other))
                dialog.selectFile(file.completeBaseName() + '.' + suffixOf(filter));
    });
    while (dialog.exec() == QDialog::Accepted) {
        const QString path = dialog.selectedFiles().value(0);
        if (!QFileInfo(path).suffix().isEmpty())
            return path;
        // Not left to the dialog, which would ask about the name without its suffix.
        const QString whole = path + '.' + suffixOf(dialog.selectedNameFilter());
        if (!QFileInfo::exists(whole) || mayReplace(parent, title, whole))
            return whole;
    }
    return {};
}

void SystemFileChooser::showInFolder(const QString& path)
{
    const QFileInfo file(path);
    QDBusMessage call = QDBusMessage::createMethodCall("org.freedesktop.FileManager1", "/org/freedesktop/FileManager1",
                                                       "org.freedesktop.FileManager1", "ShowItems");
    call << QStringList{QUrl::fromLocalFile(file.absoluteFilePath()).toString(QUrl::FullyEncoded)} << QString();
    auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), qApp);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, qApp, [watcher, file] {
        watcher->deleteLater();
        if (watcher->isError()) // no file manager that selects files
            QDesktopServices::openUrl(QUrl::fromLocalFile(file.absolutePath()));
    });
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
