#include "core/base/error.h"
#include "core/review/review_filter.h"
#include "tests/support/test_main.h"

#include <functional>

using namespace vbs;

namespace {

struct FilterRow {
    const char* record;
    std::function<void(ReviewFilter&)> set;
};

/// Each key alone, and what it sets.
const std::vector<FilterRow>& filterRows()
{
    static const std::vector<FilterRow> rows{
        {R"({})", [](ReviewFilter&) {}},
        {R"({"decided":true})", [](ReviewFilter& f) { f.decided = true; }},
        {R"({"decided":false})", [](ReviewFilter& f) { f.decided = false; }},
        {R"({"verdict":"undecided"})", [](ReviewFilter& f) { f.verdict = Verdict::Undecided; }},
        {R"({"verdict":"accepted"})", [](ReviewFilter& f) { f.verdict = Verdict::Accepted; }},
        {R"({"verdict":"rejected"})", [](ReviewFilter& f) { f.verdict = Verdict::Rejected; }},
        {R"({"verdict":"unsure"})", [](ReviewFilter& f) { f.verdict = Verdict::Unsure; }},
        {R"({"corrected":true})", [](ReviewFilter& f) { f.corrected = true; }},
        {R"({"reviewer":"Zoë"})", [](ReviewFilter& f) { f.reviewer = "Zoë"; }},
        {R"({"type":"how many"})", [](ReviewFilter& f) { f.type = "how many"; }},
        {R"({"type":""})", [](ReviewFilter& f) { f.type = ""; }}, // items without a type, not items of any
        {R"({"tag":"blurred"})", [](ReviewFilter& f) { f.tag = "blurred"; }},
        {R"({"flagged":false})", [](ReviewFilter& f) { f.flagged = false; }},
        {R"({"commented":true})", [](ReviewFilter& f) { f.commented = true; }},
        {R"({"model_right":false})", [](ReviewFilter& f) { f.modelRight = false; }},
        {R"({"people_disagree":true})", [](ReviewFilter& f) { f.peopleDisagree = true; }},
        {R"({"conflict":true})", [](ReviewFilter& f) { f.conflict = true; }},
        {R"({"faulty":true})", [](ReviewFilter& f) { f.faulty = true; }},
        {R"({"words":"red \"ball\""})", [](ReviewFilter& f) { f.words = "red \"ball\""; }}};
    return rows;
}

} // namespace

class ReviewFilterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void recordsHoldWhatIsSet_data()
    {
        QTest::addColumn<int>("row");
        for (std::size_t i = 0; i < filterRows().size(); ++i)
            QTest::newRow(filterRows()[i].record) << int(i);
    }
    void recordsHoldWhatIsSet()
    {
        QFETCH(int, row);
        const FilterRow& expected = filterRows()[std::size_t(row)];
        ReviewFilter filter;
        expected.set(filter);
        QCOMPARE(recordOf(filter).dump(), std::string(expected.record));
        QCOMPARE(reviewFilterOfRecord(Json::parse(expected.record)), filter);
        QCOMPARE(filter.empty(), row == 0);
    }

    void allTogetherComeBack()
    {
        ReviewFilter filter;
        for (const FilterRow& row : filterRows())
            row.set(filter);
        const OrderedJson record = recordOf(filter);
        QCOMPARE(record.size(), std::size_t(13));
        QCOMPARE(reviewFilterOfRecord(Json::parse(record.dump())), filter);
    }

    void unfitFiltersAreRefused_data()
    {
        QTest::addColumn<QString>("record");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* record, const char* says) { QTest::newRow(record) << record << says; };
        row(R"({"color": true})", "\"color\" is nothing");
        row(R"({"Decided": true})", "\"Decided\" is nothing");
        row(R"({"flagged": true, "modelRight": true})", "\"modelRight\" is nothing");
        for (const char* key :
             {"decided", "corrected", "flagged", "commented", "model_right", "people_disagree", "conflict", "faulty"})
            for (const char* value : {"\"yes\"", "1", "null"})
                QTest::addRow("%s %s", key, value)
                    << QString("{\"%1\": %2}").arg(key, value) << QString("\"%1\" should be true or false").arg(key);
        for (const char* key : {"reviewer", "type", "tag", "words", "verdict"})
            for (const char* value : {"1", "null", "[\"a\"]"})
                QTest::addRow("%s %s", key, value)
                    << QString("{\"%1\": %2}").arg(key, value) << QString("\"%1\" should be a text").arg(key);
        row(R"({"verdict": "fine"})", "undecided, accepted, rejected or unsure");
        row(R"({"verdict": ""})", "\"verdict\" should be");
        row("[]", "JSON object");
        row("null", "JSON object");
    }
    void unfitFiltersAreRefused()
    {
        QFETCH(QString, record);
        QFETCH(QString, says);
        try {
            reviewFilterOfRecord(Json::parse(record.toStdString()));
            QFAIL("It was taken.");
        } catch (const Error& e) {
            QVERIFY2(QString::fromUtf8(e.what()).contains(says), e.what());
            QCOMPARE(e.code(), ErrorCode::InvalidArgument);
        }
    }
};

VBS_TEST_MAIN(ReviewFilterTest)
#include "review_filter_test.moc"
