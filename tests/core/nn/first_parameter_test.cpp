#ifndef Q_MOC_RUN
#include <torch/nn/modules/activation.h>
#include <torch/nn/modules/container/modulelist.h>
#include <torch/nn/modules/linear.h>
#endif

#include "core/nn/first_parameter.h"
#include "tests/support/test_main.h"

#include <QTest>

class FirstParameterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isTheFirstOfTheList()
    {
        const torch::nn::ModuleList deep(torch::nn::ReLU(), torch::nn::ModuleList(torch::nn::ReLU()),
                                         torch::nn::ModuleList(torch::nn::Linear(3, 4)), torch::nn::Linear(2, 2));
        QVERIFY(vbs::firstParameter(*deep).is_same(deep->parameters().front()));
        QCOMPARE(vbs::firstParameter(*deep).size(1), 3);
        QVERIFY(!vbs::firstParameter(torch::nn::ReLUImpl()).defined());
    }
};

VBS_TEST_MAIN(FirstParameterTest)
#include "first_parameter_test.moc"
