#include "core/look/points.h"

#include "core/base/json.h"
#include "core/base/random.h"
#include "tests/support/test_main.h"
#include "tests/support/test_paths.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>

using namespace vbs;

class PointsTest : public QObject {
    Q_OBJECT

    static Inspection random(std::size_t layers, std::size_t positions, std::size_t width, std::uint64_t seed)
    {
        Inspection inspection;
        inspection.layers = layers;
        inspection.positions = positions;
        inspection.width = width;
        Rng rng(seed);
        for (std::size_t i = 0; i < (layers + 1) * positions * width; ++i)
            inspection.states.push_back(float(rng.uniform() * double(1 + i % width) - .3));
        return inspection;
    }

    /// The first directions by power iteration with deflation, which knows nothing of a decomposition.
    static std::vector<std::vector<double>> coordinatesByIteration(const Inspection& inspection, std::size_t layer,
                                                                   std::array<double, 2>* explained)
    {
        const std::size_t rows = inspection.positions, width = inspection.width;
        std::vector<std::vector<double>> x(rows, std::vector<double>(width));
        for (std::size_t j = 0; j < width; ++j) {
            double mean = 0;
            for (std::size_t i = 0; i < rows; ++i) {
                x[i][j] = double(inspection.states[(layer * rows + i) * width + j]);
                mean += x[i][j] / double(rows);
            }
            for (std::size_t i = 0; i < rows; ++i)
                x[i][j] -= mean;
        }
        double total = 0;
        for (const std::vector<double>& row : x)
            for (const double value : row)
                total += value * value;
        std::vector<std::vector<double>> coordinates;
        for (int axis = 0; axis < 2; ++axis) {
            std::vector<double> direction(width), along(rows);
            for (std::size_t j = 0; j < width; ++j)
                direction[j] = 1 + double(j) / 7;
            for (int step = 0; step < 20000; ++step) {
                std::vector<double> next(width);
                for (std::size_t i = 0; i < rows; ++i) {
                    along[i] = 0;
                    for (std::size_t j = 0; j < width; ++j)
                        along[i] += x[i][j] * direction[j];
                    for (std::size_t j = 0; j < width; ++j)
                        next[j] += x[i][j] * along[i];
                }
                double norm = 0;
                for (const double value : next)
                    norm += value * value;
                for (std::size_t j = 0; j < width; ++j)
                    direction[j] = next[j] / std::sqrt(norm);
            }
            double variance = 0;
            for (std::size_t i = 0; i < rows; ++i) {
                along[i] = 0;
                for (std::size_t j = 0; j < width; ++j)
                    along[i] += x[i][j] * direction[j];
                variance += along[i] * along[i];
            }
            for (std::size_t i = 0; i < rows; ++i)
                for (std::size_t j = 0; j < width; ++j)
                    x[i][j] -= along[i] * direction[j];
            coordinates.push_back(along);
            (*explained)[std::size_t(axis)] = variance / total;
        }
        return coordinates;
    }

    /// Equal up to the sign of an axis.
    static bool sameAxis(const PlanePoints& plane, std::size_t axis, const std::vector<double>& expected)
    {
        double largest = 0, plus = 0, minus = 0;
        for (std::size_t i = 0; i < expected.size(); ++i) {
            largest = std::max(largest, std::abs(expected[i]));
            plus = std::max(plus, std::abs(plane.points[i][axis] - expected[i]));
            minus = std::max(minus, std::abs(plane.points[i][axis] + expected[i]));
        }
        return std::min(plus, minus) <= 1e-6 * largest;
    }

private Q_SLOTS:
    void asNumpyHasThem()
    {
        const Json json = readJsonFile(vbs::test::dataFile("look/points.json"));
        Inspection inspection;
        inspection.layers = json["layers"];
        inspection.positions = json["positions"];
        inspection.width = json["width"];
        inspection.states = json["states"].get<std::vector<float>>();
        const std::vector<PlanePoints> layers = pointsByLayer(inspection);
        QCOMPARE(layers.size(), inspection.layers + 1);
        for (std::size_t layer = 0; layer < layers.size(); ++layer)
            for (std::size_t axis = 0; axis < 2; ++axis) {
                std::vector<double> expected;
                for (const Json& point : json["points"][layer])
                    expected.push_back(point[axis]);
                QVERIFY(sameAxis(layers[layer], axis, expected));
                const double share = json["explained"][layer][axis];
                QVERIFY(std::abs(layers[layer].explained[axis] - share) <= 1e-6 * share);
            }
    }

    void asPowerIterationFindsThem_data()
    {
        QTest::addColumn<int>("positions");
        QTest::addColumn<int>("width");
        QTest::newRow("more positions than numbers") << 30 << 6;
        QTest::newRow("more numbers than positions") << 6 << 40;
    }
    void asPowerIterationFindsThem()
    {
        QFETCH(int, positions);
        QFETCH(int, width);
        const Inspection inspection = random(1, std::size_t(positions), std::size_t(width), 3);
        const std::vector<PlanePoints> layers = pointsByLayer(inspection);
        for (std::size_t layer = 0; layer < 2; ++layer) {
            std::array<double, 2> explained{};
            const auto expected = coordinatesByIteration(inspection, layer, &explained);
            for (std::size_t axis = 0; axis < 2; ++axis) {
                QVERIFY(sameAxis(layers[layer], axis, expected[axis]));
                QVERIFY(std::abs(layers[layer].explained[axis] - explained[axis]) < 1e-6);
            }
            QVERIFY(explained[0] >= explained[1] && explained[0] + explained[1] <= 1 + 1e-12);
        }
    }

    /// The same states in every layer, mirrored in some: the points stay where they are.
    void nothingFlipsFromLayerToLayer()
    {
        Inspection inspection = random(5, 9, 12, 8);
        const std::size_t each = 9 * 12;
        for (std::size_t layer = 1; layer <= 5; ++layer)
            for (std::size_t i = 0; i < each; ++i)
                inspection.states[layer * each + i] = inspection.states[i] * float(layer);
        const std::vector<PlanePoints> layers = pointsByLayer(inspection);
        for (std::size_t layer = 1; layer <= 5; ++layer)
            for (std::size_t i = 0; i < 9; ++i)
                for (std::size_t axis = 0; axis < 2; ++axis)
                    QVERIFY(std::abs(layers[layer].points[i][axis] - double(layer) * layers[0].points[i][axis]) < 1e-5);
        const std::vector<PlanePoints> any = pointsByLayer(random(6, 12, 20, 4));
        for (std::size_t layer = 1; layer < any.size(); ++layer)
            for (std::size_t axis = 0; axis < 2; ++axis) {
                double alike = 0;
                for (std::size_t i = 0; i < 12; ++i)
                    alike += any[layer].points[i][axis] * any[layer - 1].points[i][axis];
                QVERIFY(alike >= 0);
            }
    }

    /// Four corners of a long rectangle in the plane of the second and third number.
    void theSignOfTheFirstLayer()
    {
        Inspection inspection;
        inspection.positions = 4;
        inspection.width = 3;
        inspection.states = {7, -3, 1, 7, -3, -1, 7, 3, 1, 7, 3, -1};
        const PlanePoints plane = pointsByLayer(inspection).front();
        const std::array<std::array<double, 2>, 4> expected = {{{-3, 1}, {-3, -1}, {3, 1}, {3, -1}}};
        for (std::size_t i = 0; i < 4; ++i)
            for (std::size_t axis = 0; axis < 2; ++axis)
                QVERIFY(std::abs(plane.points[i][axis] - expected[i][axis]) < 1e-12);
        QVERIFY(std::abs(plane.explained[0] - .9) < 1e-12 && std::abs(plane.explained[1] - .1) < 1e-12);
    }

    void positionsThatAreAllAlike()
    {
        Inspection inspection;
        inspection.positions = 3;
        inspection.width = 2;
        inspection.states = {.1f, .2f, .1f, .2f, .1f, .2f};
        const PlanePoints plane = pointsByLayer(inspection).front();
        QCOMPARE(plane.explained[0], 0.);
        for (const std::array<double, 2>& point : plane.points)
            QVERIFY(std::abs(point[0]) < 1e-12 && std::abs(point[1]) < 1e-12);
        inspection.positions = 1;
        inspection.states = {1, 2};
        QCOMPARE(pointsByLayer(inspection).front().points.size(), std::size_t(1));
    }

    void sizesThatDoNotFit()
    {
        Inspection inspection = random(1, 3, 4, 1);
        inspection.states.pop_back();
        QVERIFY_THROWS_EXCEPTION(Error, pointsByLayer(inspection));
        QVERIFY_THROWS_EXCEPTION(Error, pointsByLayer(Inspection()));
    }

    /// A network of the published size with a long text.
    void aLargeNetwork()
    {
        const Inspection inspection = random(12, 150, 768, 2);
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(pointsByLayer(inspection).size(), std::size_t(13));
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));
        qInfo("%lld ms", static_cast<long long>(timer.elapsed()));
    }
};

VBS_TEST_MAIN(PointsTest)
#include "points_test.moc"
