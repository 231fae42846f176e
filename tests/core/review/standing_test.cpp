#include "core/review/standing.h"
#include "tests/support/test_main.h"

#include <QStringList>

using namespace vbs;

namespace {

/// "ann accept", "ann correct X", "bob adjudicate reject", "ann accept undone": one act each.
std::vector<Decision> actsOf(const QString& script)
{
    std::vector<Decision> acts;
    for (const QString& line : script.split(';', Qt::SkipEmptyParts)) {
        QStringList words = line.split(' ', Qt::SkipEmptyParts);
        Decision decision;
        decision.id = std::int64_t(acts.size()) + 1;
        decision.reviewer = words.takeFirst().toStdString();
        decision.undone = words.removeAll("undone") > 0;
        decision.adjudicates = words.removeAll("adjudicate") > 0;
        decision.kind = *decisionKindNamed(words.takeFirst().toStdString());
        decision.value = words.join(' ').toStdString();
        acts.push_back(decision);
    }
    return acts;
}

QString told(const Standing& standing)
{
    QStringList words{QString::fromStdString(std::string(nameOf(standing.verdict)))};
    if (!standing.correction.empty())
        words << "=" + QString::fromStdString(standing.correction);
    if (standing.conflict)
        words << "conflict";
    if (standing.flagged)
        words << "flagged";
    for (const std::string& tag : standing.tags)
        words << "#" + QString::fromStdString(tag);
    for (const std::string& reviewer : standing.reviewers)
        words << "@" + QString::fromStdString(reviewer);
    if (standing.comments > 0)
        words << QString::number(standing.comments);
    return words.join(' ');
}

} // namespace

class StandingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void followsFromTheActs_data()
    {
        QTest::addColumn<int>("wanted");
        QTest::addColumn<QString>("acts");
        QTest::addColumn<QString>("standing");
        QTest::newRow("nothing") << 1 << ""
                                 << "undecided";
        QTest::newRow("accepted") << 1 << "ann accept"
                                  << "accepted @ann";
        QTest::newRow("the last counts") << 1 << "ann accept;ann reject"
                                         << "rejected @ann";
        QTest::newRow("whoever it is") << 1 << "ann accept;bob unsure"
                                       << "unsure @ann @bob";
        QTest::newRow("in the order of decisions") << 1 << "ann accept;bob unsure;ann accept"
                                                   << "accepted @bob @ann";
        QTest::newRow("corrected") << 1 << "ann correct X"
                                   << "accepted =X @ann";
        QTest::newRow("the correction stays") << 1 << "ann correct X;ann accept"
                                              << "accepted =X @ann";
        QTest::newRow("also when rejected") << 1 << "ann correct X;ann reject"
                                            << "rejected =X @ann";
        QTest::newRow("taken back") << 1 << "ann correct X;ann correct"
                                    << "accepted @ann";
        QTest::newRow("another accepts the correction") << 1 << "ann correct X;bob accept"
                                                        << "accepted =X @ann @bob";
        QTest::newRow("another rejects the item") << 1 << "ann correct X;bob reject"
                                                  << "rejected =X @ann @bob";
        QTest::newRow("another corrects it again") << 1 << "ann correct X;bob correct Y;ann accept"
                                                   << "accepted =Y @bob @ann";
        QTest::newRow("another takes it back") << 1 << "ann correct X;bob correct"
                                               << "accepted @ann @bob";
        QTest::newRow("another accepts what is undone") << 1 << "ann correct X undone;bob accept"
                                                        << "accepted @bob";
        QTest::newRow("undone") << 1 << "ann accept undone"
                                << "undecided";
        QTest::newRow("undone to the one before") << 1 << "ann correct X;ann reject undone"
                                                  << "accepted =X @ann";
        QTest::newRow("flag") << 1 << "ann flag"
                              << "undecided flagged";
        QTest::newRow("flag of another") << 1 << "ann flag;bob unflag"
                                         << "undecided";
        QTest::newRow("flag undone") << 1 << "ann flag;bob unflag undone"
                                     << "undecided flagged";
        QTest::newRow("tags") << 1 << "ann tag b;bob tag a;ann untag b;ann tag c"
                              << "undecided #a #c";
        QTest::newRow("comments") << 1 << "ann comment x;bob comment y;ann comment z undone"
                                  << "undecided 2";
        QTest::newRow("one of two") << 2 << "ann accept"
                                    << "undecided @ann";
        QTest::newRow("twice the same one of two") << 2 << "ann accept;ann reject"
                                                   << "undecided @ann";
        QTest::newRow("two agree") << 2 << "ann accept;bob accept"
                                   << "accepted @ann @bob";
        QTest::newRow("two differ") << 2 << "ann accept;bob reject"
                                    << "undecided conflict @ann @bob";
        QTest::newRow("two differ in the correction") << 2 << "ann correct X;bob accept"
                                                      << "undecided conflict @ann @bob";
        QTest::newRow("same correction") << 2 << "ann correct X;bob correct X"
                                         << "accepted =X @ann @bob";
        QTest::newRow("a rejected correction is none") << 2 << "ann correct X;ann reject;bob reject"
                                                       << "rejected =X @ann @bob";
        QTest::newRow("one gives in") << 2 << "ann accept;bob reject;bob accept"
                                      << "accepted @ann @bob";
        QTest::newRow("settled") << 2 << "ann accept;bob reject;eve adjudicate reject"
                                 << "rejected @ann @bob @eve";
        QTest::newRow("settled by one of them") << 2 << "ann accept;bob reject;bob adjudicate accept"
                                                << "accepted @ann @bob";
        QTest::newRow("settled with a correction")
            << 2 << "ann accept;bob reject;eve adjudicate correct X;eve adjudicate accept"
            << "accepted =X @ann @bob @eve";
        QTest::newRow("one accepts what another settled")
            << 2 << "ann accept;bob reject;eve adjudicate correct X;ann adjudicate accept"
            << "accepted =X @bob @eve @ann";
        QTest::newRow("settled without their corrections") << 2 << "ann correct X;bob correct Y;eve adjudicate accept"
                                                           << "accepted @ann @bob @eve";
        QTest::newRow("settled before anybody decided") << 2 << "eve adjudicate reject"
                                                        << "rejected @eve";
        QTest::newRow("settling undone") << 2 << "ann accept;bob reject;eve adjudicate reject undone"
                                         << "undecided conflict @ann @bob";
        QTest::newRow("nothing after it counts") << 2 << "ann accept;bob reject;eve adjudicate reject;ann unsure"
                                                 << "rejected @bob @eve @ann";
        QTest::newRow("two of three") << 3 << "ann accept;bob accept"
                                      << "undecided @ann @bob";
        QTest::newRow("three agree") << 3 << "ann accept;bob accept;eve accept"
                                     << "accepted @ann @bob @eve";
        QTest::newRow("one of three differs") << 3 << "ann accept;bob accept;eve unsure"
                                              << "undecided conflict @ann @bob @eve";
        QTest::newRow("three correct alike") << 3 << "ann correct X;bob correct X;eve correct X"
                                             << "accepted =X @ann @bob @eve";
        QTest::newRow("one of three undone") << 3 << "ann accept;bob accept;eve accept undone"
                                             << "undecided @ann @bob";
        QTest::newRow("three settled") << 3 << "ann accept;bob reject;eve unsure;bob adjudicate unsure"
                                       << "unsure @ann @eve @bob";
        QTest::newRow("notes decide nothing") << 2 << "ann flag;bob tag a;eve comment x;ann accept"
                                              << "undecided flagged #a @ann 1";
        QTest::newRow("more than wanted") << 2 << "ann accept;bob accept;eve reject"
                                          << "undecided conflict @ann @bob @eve";
    }
    void followsFromTheActs()
    {
        QFETCH(int, wanted);
        QFETCH(QString, acts);
        QFETCH(QString, standing);
        QCOMPARE(told(standingOf(actsOf(acts), wanted)), standing);
    }

    void namesComeBack()
    {
        for (int i = 0; i <= int(DecisionKind::Comment); ++i)
            QVERIFY(decisionKindNamed(nameOf(DecisionKind(i))) == DecisionKind(i));
        for (int i = 0; i <= int(Verdict::Unsure); ++i)
            QVERIFY(verdictNamed(nameOf(Verdict(i))) == Verdict(i));
        QVERIFY(!decisionKindNamed("later") && !verdictNamed(""));
        QVERIFY(decides(DecisionKind::Correct) && !decides(DecisionKind::Flag));
    }
};

VBS_TEST_MAIN(StandingTest)
#include "standing_test.moc"
