#include "tests/support/local_postgres.h"
#include "tests/support/test_main.h"
#include "tests/ui/review/dialog_parts.h"
#include "ui/review/new_review_dialog.h"

#include <QPushButton>
#include <QSignalSpy>

using namespace vbs;
using namespace vbs::test;

/// A project that is made on a server.
class NewReviewServerSlowTest : public QObject, private DialogParts {
    Q_OBJECT

    LocalPostgres m_server;

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString reason = LocalPostgres::missing(); !reason.isEmpty())
            QSKIP(qPrintable(reason));
        QVERIFY2(m_server.start(), qPrintable(m_server.failure()));
    }

    void makesTheProjectThere()
    {
        dataset();
        ChooserStub chooser;
        NewReviewDialog dialog(chooser, file(""));
        const QSignalSpy created(&dialog, &NewReviewDialog::created);
        dialog.show();
        chooser.pictures = {file("set/questions.json")};
        click(dialog, "reviewDatasetFile");
        QTRY_VERIFY(find<QPushButton>(dialog, "newReviewCreate")->isEnabled());
        const std::string address = m_server.address("toys");
        type(dialog, "reviewWhere", QString::fromStdString(address));
        click(dialog, "newReviewCreate");
        QTRY_COMPARE(created.size(), 1);
        QCOMPARE(created[0][0].toString(), QString::fromStdString(address));
        QCOMPARE(openReviewProject(address)->count(), std::size_t(7));
    }

    void saysThatItExists()
    {
        dataset();
        ChooserStub chooser;
        NewReviewDialog dialog(chooser, file(""));
        dialog.show();
        chooser.pictures = {file("set/questions.json")};
        click(dialog, "reviewDatasetFile");
        QTRY_VERIFY(find<QPushButton>(dialog, "newReviewCreate")->isEnabled());
        const QString address = QString::fromStdString(m_server.address("twice"));
        makeReviewProject(address.toStdString(), draftOf(dataset()));
        type(dialog, "reviewWhere", address);
        click(dialog, "newReviewCreate");
        QTRY_VERIFY2(textOf(dialog, "newReviewProblem").contains("exists already"),
                     qPrintable(textOf(dialog, "newReviewProblem")));
    }
};

VBS_TEST_MAIN(NewReviewServerSlowTest)
#include "new_review_server_slow_test.moc"
