#include "ui/util/file_chooser.h"

#include "tests/support/test_main.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace vbs;

namespace {

const QStringList kFilters{"JSON document (*.json)", "Table (*.csv)"};

/// Does something with the dialog that comes up next, once it is there.
template <typename Dialog, typename Act> void withNext(Act act)
{
    auto* timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, act] {
        auto* dialog = qobject_cast<Dialog*>(QApplication::activeModalWidget());
        if (!dialog)
            return;
        timer->deleteLater();
        timer->stop();
        act(dialog);
    });
    timer->start(5);
}

void enterName(QFileDialog* dialog, const QString& name)
{
    auto* edit = dialog->findChild<QLineEdit*>("fileNameEdit");
    edit->selectAll();
    QTest::keyClicks(edit, name);
    QTest::keyClick(edit, Qt::Key_Return);
}

} // namespace

/// Qt's own dialog, as it is without a desktop.
class FileChooserTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aNameWithoutASuffixGetsTheFilters()
    {
        const QTemporaryDir folder;
        withNext<QFileDialog>([](QFileDialog* dialog) { enterName(dialog, "answer"); });
        const QString path =
            SystemFileChooser().chooseTarget(nullptr, "Export", folder.filePath("proposed.json"), kFilters);
        QCOMPARE(path, folder.filePath("answer.json"));
    }

    /// A suffix that is added later must not replace a file that nobody was asked about.
    void anAddedSuffixReplacesNothingUnasked_data()
    {
        QTest::addColumn<bool>("replace");
        QTest::newRow("replace") << true;
        QTest::newRow("keep") << false;
    }
    void anAddedSuffixReplacesNothingUnasked()
    {
        QFETCH(bool, replace);
        const QTemporaryDir folder;
        QFile there(folder.filePath("answer.json"));
        QVERIFY(there.open(QIODevice::WriteOnly));
        bool asked = false;
        withNext<QFileDialog>([&](QFileDialog* dialog) {
            withNext<QMessageBox>([&](QMessageBox* box) {
                asked = box->text().contains("answer.json");
                for (QAbstractButton* button : box->buttons()) {
                    if ((box->buttonRole(button) == QMessageBox::DestructiveRole) != replace)
                        continue;
                    if (!replace)
                        withNext<QFileDialog>([](QFileDialog* again) { again->reject(); });
                    QTest::mouseClick(button, Qt::LeftButton);
                    return;
                }
            });
            enterName(dialog, "answer");
        });
        const QString path =
            SystemFileChooser().chooseTarget(nullptr, "Export", folder.filePath("proposed.json"), kFilters);
        QVERIFY(asked);
        QCOMPARE(path, replace ? folder.filePath("answer.json") : QString());
    }

    void opensFilesOfAReview()
    {
        const QTemporaryDir folder;
        for (const char* name : {"questions.json", "p.vbsreview"}) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        QString title;
        withNext<QFileDialog>([&](QFileDialog* dialog) {
            title = dialog->windowTitle();
            enterName(dialog, "questions.json");
        });
        QCOMPARE(SystemFileChooser().chooseDataset(nullptr, "Choose Answers", folder.path()),
                 folder.filePath("questions.json"));
        QCOMPARE(title, QString("Choose Answers"));
        withNext<QFileDialog>([](QFileDialog* dialog) { enterName(dialog, "p.vbsreview"); });
        QCOMPARE(SystemFileChooser().chooseReviewProject(nullptr, folder.path()), folder.filePath("p.vbsreview"));
    }

    void anotherFilterChangesTheSuffix()
    {
        const QTemporaryDir folder;
        withNext<QFileDialog>([](QFileDialog* dialog) {
            dialog->selectNameFilter(kFilters[1]);
            Q_EMIT dialog->filterSelected(kFilters[1]);
            QTest::keyClick(dialog->findChild<QLineEdit*>("fileNameEdit"), Qt::Key_Return);
        });
        const QString path =
            SystemFileChooser().chooseTarget(nullptr, "Export", folder.filePath("toys-answer.json"), kFilters);
        QCOMPARE(path, folder.filePath("toys-answer.csv"));
    }
};

VBS_TEST_MAIN(FileChooserTest)
#include "file_chooser_test.moc"
