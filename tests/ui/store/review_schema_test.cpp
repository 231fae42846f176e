#include "ui/store/review_schema.h"

#include "core/base/file_io.h"
#include "core/base/random.h"
#include "core/review/review_index.h"
#include "tests/support/full_disk.h"
#include "tests/support/message_of.h"
#include "tests/support/review_fixture.h"
#include "tests/support/test_main.h"
#include "tests/support/text_files.h"
#include "ui/store/review_project_file.h"

#include <set>

using namespace vbs;
using namespace vbs::test;

namespace fs = std::filesystem;

class ReviewSchemaTest : public QObject, private TextFiles {
    Q_OBJECT

    static int valueOf(const SqlConnection& file, const QString& statement)
    {
        QSqlQuery query = file.run(statement);
        return query.next() ? query.value(0).toInt() : -1;
    }

    /// A project as the first format had it, with some acts.
    fs::path olderProject(int acts)
    {
        const fs::path old = path("old.vbsreview");
        for (const char* name : {"old.vbsreview", "new.vbsreview"})
            fs::remove(path(name));
        auto store = makeReviewProject(path("new.vbsreview"), draftOf(writeQuestions(path(""), 6)));
        for (int i = 0; i < acts; ++i)
            store->add(act(std::uint32_t(i % 6), DecisionKind::Comment, "ann", "remark " + std::to_string(i)));
        store->undo("ann");
        store.reset();
        const SqlConnection file(old, SqlConnection::Mode::Create);
        makeReviewTables(file, 1);
        file.run("ATTACH ? AS new", {QString::fromStdString(path("new.vbsreview").string())});
        for (const char* table : {"meta", "item_type", "picture_group", "item", "item_record"})
            file.run(QString("INSERT INTO %1 SELECT * FROM new.%1").arg(table));
        file.run("INSERT INTO decision SELECT id, item, reviewer, time, kind, value, adjudicates, undone "
                 "FROM new.decision");
        return old;
    }

private Q_SLOTS:
    void anOlderProjectIsBroughtUp()
    {
        const fs::path old = olderProject(5);
        const auto store = openReviewProject(old);
        const std::vector<Decision> kept = store->decisions();
        QVERIFY(kept == openReviewProject(path("new.vbsreview"))->decisions());
        QCOMPARE(kept.size(), std::size_t(5));
        QCOMPARE(store->redo("ann")->id, kept.back().id);
        QCOMPARE(store->add(act(1, DecisionKind::Accept)).id, kept.back().id + 1);
        const SqlConnection file(old, SqlConnection::Mode::Open);
        QCOMPARE(valueOf(file, "PRAGMA user_version"), kReviewFormat);
        QCOMPARE(valueOf(file, "SELECT count(DISTINCT token) FROM decision WHERE length(token) = 32"), 6);
        QVERIFY_THROWS_EXCEPTION(Error, file.run("UPDATE decision SET token = 'x'"));
        QCOMPARE(openReviewProject(old)->count(), std::size_t(6));
    }

    void anOlderProjectWithMoreInItIsLeftAlone()
    {
        const fs::path old = olderProject(2);
        SqlConnection(old, SqlConnection::Mode::Open)
            .run("CREATE TRIGGER t AFTER UPDATE ON decision BEGIN DELETE FROM item; END");
        const std::string before = readTextFile(old);
        const QString message = messageOf([&] { openReviewProject(old); });
        QVERIFY2(message.contains("its tables are not"), qPrintable(message));
        QVERIFY(readTextFile(old) == before);
    }

    void aFullDiskLeavesAnOlderProjectAsItWas()
    {
        const fs::path old = olderProject(0);
        SqlConnection(old, SqlConnection::Mode::Open)
            .run(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) INSERT INTO decision "
                "(item, reviewer, time, kind, value, adjudicates, undone) SELECT 1, 'a', 0, 'accept', '', 0, 0 FROM n");
        const QString message = messageOf([&] {
            const FullDisk disk(fs::file_size(old) + 8192); // the acts' tokens take more
            openReviewProject(old);
        });
        QVERIFY2(message.contains("old.vbsreview") && !message.contains('\n'), qPrintable(message));
        {
            const SqlConnection file(old, SqlConnection::Mode::Open);
            QCOMPARE(valueOf(file, "PRAGMA user_version"), 1);
            QCOMPARE(valueOf(file, "SELECT count(*) FROM decision"), 3000);
        }
        QCOMPARE(openReviewProject(old)->decisions().size(), std::size_t(3000));
    }

    /// Another SQLite's full-text search may write its own tables otherwise.
    void tablesOfTheSearchMayDiffer()
    {
        olderProject(1);
        const fs::path file = path("new.vbsreview");
        {
            const SqlConnection connection(file, SqlConnection::Mode::Open);
            connection.run("PRAGMA writable_schema = ON");
            connection.run(
                "UPDATE sqlite_master SET sql = replace(sql, 'BLOB', 'blob') WHERE name LIKE 'item_words_%'");
            QVERIFY(valueOf(connection, "SELECT count(*) FROM sqlite_master WHERE sql LIKE '%blob%'") > 0);
        }
        QCOMPARE(openReviewProject(file)->search("remark").size(), std::size_t(0)); // it was undone
        QCOMPARE(openReviewProject(file)->search("number").size(), std::size_t(6));
    }

    void whoWritesIsWaitedForAndNamed()
    {
        olderProject(1);
        const SqlConnection writer(path("new.vbsreview"), SqlConnection::Mode::Open);
        const SqlConnection other(path("new.vbsreview"), SqlConnection::Mode::Open);
        other.run("PRAGMA busy_timeout = 1");
        const SqlTransaction writing(writer);
        const QString message = messageOf([&] { SqlTransaction transaction(other); });
        QVERIFY2(message.contains("new.vbsreview is being written by another program"), qPrintable(message));
        QCOMPARE(openReviewProject(path("new.vbsreview"))->decisions().size(), std::size_t(1)); // reading goes on
    }

    void whatCannotBeWrittenIsNamed()
    {
        olderProject(1);
        const SqlConnection file(path("new.vbsreview"), SqlConnection::Mode::Open);
        file.run("PRAGMA query_only = ON");
        const QString message = messageOf([&] { file.run("DELETE FROM note"); });
        QVERIFY2(message.contains("new.vbsreview cannot be written: it is read-only."), qPrintable(message));
    }

    /// Whatever is written over a project: it is read, or refused in a sentence.
    void damageIsTold()
    {
        olderProject(5);
        const fs::path file = path("new.vbsreview");
        SqlConnection(file, SqlConnection::Mode::Open).run("PRAGMA wal_checkpoint(TRUNCATE)");
        const std::string whole = readTextFile(file);
        Rng rng(3);
        int refused = 0, read = 0;
        for (int round = 0; round < 150; ++round) {
            std::string damaged = whole;
            const std::size_t at = round % 3 == 0 ? rng.below(4096) : rng.below(whole.size());
            const std::size_t end = std::min(at + 1 + rng.below(3000), whole.size());
            for (std::size_t i = at; i < end; ++i)
                damaged[i] = static_cast<char>(rng.below(256));
            write("new.vbsreview", damaged);
            const QString message = messageOf([&] {
                const auto store = openReviewProject(file);
                const ReviewIndex index(store->summaries(), store->decisions(), 1);
                index.counts();
                index.queue(QueueOrder::ByPicture, 1, {});
                for (std::uint32_t i = 0; i < 6; ++i) {
                    store->item(i);
                    store->withGroupOf(i);
                }
                store->lines(std::vector<std::uint32_t>{0, 1, 2, 3, 4, 5});
                store->search("number");
                store->search("remark");
                store->filters();
                store->undo("ann");
                store->add(act(1, DecisionKind::Comment, "ann", "one more"));
            });
            QVERIFY2(!message.contains('\n'), qPrintable(message));
            ++(message.isEmpty() ? read : refused);
        }
        QVERIFY2(refused > 40 && read > 0, qPrintable(QString::number(refused)));
    }

    void aTransactionWithinOneIsAPartOfIt()
    {
        olderProject(1);
        const SqlConnection file(path("new.vbsreview"), SqlConnection::Mode::Open);
        {
            SqlTransaction outer(file);
            SqlTransaction inner(file);
            file.run("INSERT INTO note (reviewer, key, value) VALUES ('a', 'b', 'c')");
            inner.commit();
        }
        QCOMPARE(valueOf(file, "SELECT count(*) FROM note"), 0);
        {
            SqlTransaction outer(file);
            {
                SqlTransaction inner(file);
                file.run("INSERT INTO note (reviewer, key, value) VALUES ('a', 'b', 'c')");
                inner.commit();
            }
            outer.commit();
        }
        QCOMPARE(valueOf(file, "SELECT count(*) FROM note"), 1);
    }
};

VBS_TEST_MAIN(ReviewSchemaTest)
#include "review_schema_test.moc"
