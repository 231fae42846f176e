#include "ui/review/queue_model.h"

#include "tests/support/test_main.h"
#include "tests/ui/review/desk_parts.h"

using namespace vbs;
using namespace vbs::test;

namespace {

constexpr int kItems = 400;

} // namespace

class QueueModelTest : public QObject, private DeskParts {
    Q_OBJECT

    std::string m_where;
    std::unique_ptr<QueueModel> m_model;
    std::unique_ptr<QSignalSpy> m_changed; ///< one a query that was answered

    QVariant at(int row, int role = Qt::DisplayRole) const { return m_model->data(m_model->index(row), role); }
    QString text(int row) const { return at(row).toString(); }

private Q_SLOTS:
    void initTestCase() { m_where = project(kItems); }
    void init()
    {
        makeDesk();
        m_model = std::make_unique<QueueModel>(*desk);
        openDesk(m_where);
        desk->setOrder(QueueOrder::DataSet);
        desk->setFilter({}); // a reviewer's filter is kept
        QCOMPARE(m_model->rowCount(), kItems);
        m_changed = std::make_unique<QSignalSpy>(m_model.get(), &QueueModel::dataChanged);
    }
    void cleanup()
    {
        m_changed.reset();
        m_model.reset();
        desk.reset();
    }

    void linesComeWhenTheyAreLookedAt()
    {
        QCOMPARE(at(7), QVariant(QString()));
        QCOMPARE(at(7, QueueModel::VerdictRole).toInt(), int(Verdict::Undecided)); // known without a line
        QTRY_COMPARE(text(7), QString("What is number 7?"));
        QVERIFY2(at(7, QueueModel::TruthRole).toString().startsWith("café"),
                 qPrintable(at(7, QueueModel::TruthRole).toString()));
        QVERIFY(at(7, Qt::AccessibleTextRole).toString().startsWith("What is number 7?, annotated as café"));
        QCOMPARE(m_changed->count(), 1);
        QVERIFY(!at(kItems).isValid() && !m_model->data({}, Qt::DisplayRole).isValid());
        QCOMPARE(m_model->rowCount(m_model->index(0)), 0);
    }

    /// Whatever a view looks at, and however often.
    void aQueryIsForAPage()
    {
        for (int times = 0; times < 3; ++times)
            for (int row = 0; row < 30; ++row)
                QVERIFY(text(row).isEmpty());
        QTRY_COMPARE(text(29), QString("What is number 29?"));
        QCOMPARE(m_changed->count(), 1);
        for (int row = 0; row < kItems; ++row) // without a pause, as a list that is scrolled
            text(row);
        QTRY_COMPARE(text(kItems - 1), QString("What is number %1?").arg(kItems - 1));
        const auto pages = m_changed->count();
        QVERIFY2(pages <= 12, qPrintable(QString::number(pages)));
        for (int row = kItems; row-- > 0;)
            QCOMPARE(text(row), QString("What is number %1?").arg(row));
        QCoreApplication::processEvents();
        QCOMPARE(m_changed->count(), pages); // all are kept
    }

    void backwardsIsNoQueryARowEither()
    {
        for (int row = kItems; row-- > 0;)
            text(row);
        QTRY_COMPARE(text(0), QString("What is number 0?"));
        QVERIFY2(m_changed->count() <= 22, qPrintable(QString::number(m_changed->count())));
    }

    /// What was read before the model's answer was there is not shown after it.
    void linesOnTheirWayAreDropped()
    {
        text(0);
        Q_EMIT desk->predicted(predictions(0, 8, "tea"));
        m_changed->clear();
        QTRY_COMPARE(m_changed->count(), 1);
        QCOMPARE(text(8), QString("What is number 8?")); // of which nothing was said
        QCOMPARE(m_changed->count(), 1);
        QCOMPARE(text(7), QString());
        QTRY_COMPARE(text(7), QString("What is number 7?"));
        QCOMPARE(m_changed->count(), 2);
    }

    /// A line that says something else by now stays until the new one is there, and no other is read again.
    void onlyWhatThePredictionsConcernIsReadAgain()
    {
        text(0);
        QTRY_COMPARE(text(59), QString("What is number 59?"));
        QCOMPARE(at(7, QueueModel::GuessRole).toString(), QString());
        const std::vector<Prediction> said = predictions(0, 8, "tea");
        store(m_where, said);
        Q_EMIT desk->predicted(said);
        m_changed->clear();
        QCOMPARE(text(30), QString("What is number 30?"));
        QCoreApplication::processEvents();
        QCOMPARE(m_changed->count(), 0);
        for (int row = 0; row < 8; ++row) {
            QCOMPARE(text(row), QString("What is number %1?").arg(row));
            QCOMPARE(at(row, QueueModel::GuessRole).toString(), QString());
        }
        QTRY_COMPARE(m_changed->count(), 1);
        for (int row = 0; row < 8; ++row)
            QCOMPARE(at(row, QueueModel::TruthRole).toString().isEmpty(), false);
        QCOMPARE(m_changed->count(), 1);
    }

    void anotherProjectHasOtherLines()
    {
        text(0);
        const DatasetFiles files = writeQuestions(path("other"), 40);
        const std::string where = path("other.vbsreview").string();
        makeReviewProject(where, draftOf(files, {}, "other"));
        openDesk(where); // while the line is on its way
        QCOMPARE(m_model->rowCount(), 40);
        desk->setOrder(QueueOrder::DataSet);
        QTRY_COMPARE(text(39), QString("What is number 39?"));
        desk->close();
        QCOMPARE(m_model->rowCount(), 0);
    }

    void anotherFilterHasOtherRows()
    {
        text(0);
        QTRY_COMPARE(text(3), QString("What is number 3?"));
        const QSignalSpy reset(m_model.get(), &QueueModel::modelReset);
        ReviewFilter filter;
        filter.type = "odd";
        desk->setFilter(filter);
        QCOMPARE(m_model->rowCount(), kItems / 2);
        QCOMPARE(reset.count(), 1);
        m_changed->clear();
        QCOMPARE(text(1), QString("What is number 3?")); // known already
        QCOMPARE(m_model->number(1), 3u);
        QCOMPARE(m_changed->count(), 0);
    }

    void goesWhileLinesAreOnTheirWay()
    {
        text(0);
        m_changed.reset();
        m_model.reset();
        bool told = false;
        desk->lines({0}, [&](const std::vector<ItemLine>& lines) { told = lines.size() == 1; });
        QTRY_VERIFY(told); // the model's came before
    }
};

VBS_TEST_MAIN(QueueModelTest)
#include "queue_model_test.moc"
