#ifndef Q_MOC_RUN
#include <torch/nn/modules/activation.h>
#include <torch/nn/modules/container/sequential.h>
#include <torch/nn/modules/linear.h>
#include <torch/optim/adamw.h>
#include <torch/types.h>
#endif

#include "core/tuning/adamw.h"
#include "tests/support/test_main.h"

#include <QtTest>

/// Two layers on random data; gradients come from autograd.
static torch::nn::Sequential makeNet()
{
    torch::manual_seed(3);
    return torch::nn::Sequential(torch::nn::Linear(5, 7), torch::nn::Tanh(), torch::nn::Linear(7, 2));
}

class AdamWTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Against LibTorch's own AdamW (decay on every parameter there, so without decay here).
    void equalsLibTorchWithoutDecay()
    {
        auto ours = makeNet();
        auto theirs = makeNet();
        vbs::AdamW optimizer(*ours, {.beta1 = 0.9, .beta2 = 0.95, .weightDecay = 0, .clipNorm = 0});
        torch::optim::AdamW reference(theirs->parameters(),
                                      torch::optim::AdamWOptions(0.01).betas({0.9, 0.95}).weight_decay(0));
        const auto x = torch::randn({16, 5});
        for (int step = 0; step < 20; ++step) {
            optimizer.zeroGradients();
            ours->forward(x).square().mean().backward();
            optimizer.step(0.01);
            reference.zero_grad();
            theirs->forward(x).square().mean().backward();
            reference.step();
        }
        const auto a = ours->parameters(), b = theirs->parameters();
        for (std::size_t i = 0; i < a.size(); ++i)
            QVERIFY(torch::allclose(a[i], b[i], 1e-5, 1e-6));
    }

    void decaysMatricesOnly()
    {
        auto net = makeNet();
        vbs::AdamW optimizer(*net, {.weightDecay = 0.5, .clipNorm = 0});
        const auto before = net->named_parameters();
        std::map<std::string, torch::Tensor> old;
        for (const auto& item : before)
            old[item.key()] = item.value().detach().clone();
        for (auto& slot : optimizer.slots())
            slot.parameter.mutable_grad() = torch::zeros_like(slot.parameter);
        optimizer.step(0.1);
        for (const auto& item : net->named_parameters()) {
            const double factor = item.value().dim() > 1 ? 1 - 0.1 * 0.5 : 1.0;
            QVERIFY(torch::allclose(item.value(), old[item.key()] * factor));
        }
    }

    void ratesMayDifferByName()
    {
        auto net = makeNet(), other = makeNet();
        const std::string first = net->named_parameters()[0].key();
        vbs::AdamW optimizer(*net, {.clipNorm = 0, .rateFactors = {{first, 3.0}}}), plain(*other, {.clipNorm = 0});
        const auto x = torch::randn({16, 5});
        net->forward(x).square().mean().backward();
        other->forward(x).square().mean().backward();
        const torch::Tensor before = net->named_parameters()[first].detach().clone();
        optimizer.step(0.01);
        plain.step(0.01);
        for (const auto& item : other->named_parameters()) {
            const torch::Tensor moved = net->named_parameters()[item.key()].detach();
            if (item.key() == first)
                QVERIFY(torch::allclose(moved - before, 3 * (item.value().detach() - before), 1e-4, 1e-6));
            else
                QVERIFY(torch::equal(moved, item.value().detach()));
        }
    }

    void clipsTheGlobalNorm()
    {
        auto net = makeNet();
        vbs::AdamW optimizer(*net, {.clipNorm = 0.5});
        (net->forward(torch::randn({16, 5})) * 100).square().mean().backward();
        const double norm = optimizer.step(1e-3);
        QVERIFY(norm > 0.5);
        double clipped = 0;
        for (auto& slot : optimizer.slots())
            clipped += slot.parameter.grad().square().sum().item<double>();
        QVERIFY(std::abs(std::sqrt(clipped) - 0.5) < 1e-3);
    }

    void skipsAnUpdateThatIsNotFinite()
    {
        auto net = makeNet();
        vbs::AdamW optimizer(*net, {});
        const auto before = net->parameters()[0].detach().clone();
        (net->forward(torch::full({1, 5}, std::nan(""))).sum()).backward();
        QVERIFY(!std::isfinite(optimizer.step(1e-3)));
        QVERIFY(torch::equal(before, net->parameters()[0]));
        QCOMPARE(optimizer.updates(), 0L);
    }

    void takesSharedParametersOnce()
    {
        torch::nn::Module parent;
        auto layer = torch::nn::Linear(2, 2);
        parent.register_module("a", layer.ptr());
        parent.register_module("b", layer.ptr());
        vbs::AdamW optimizer(parent, {});
        QCOMPARE(optimizer.slots().size(), std::size_t(2));
        QCOMPARE(optimizer.slots()[0].name, std::string("a.weight"));
    }
};

VBS_TEST_MAIN(AdamWTest)
#include "adamw_test.moc"
