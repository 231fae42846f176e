#ifndef Q_MOC_RUN
#include <torch/types.h>
#endif

#include "core/base/error.h"
#include "core/checkpoint/wrapper_prefix.h"
#include "tests/support/test_main.h"

#include <QTest>

using namespace vbs;

namespace {

TensorMap named(const QStringList& names)
{
    TensorMap tensors;
    for (const QString& name : names)
        tensors.emplace(name.toStdString(), torch::full({2}, double(tensors.size())));
    return tensors;
}

} // namespace

class WrapperPrefixTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesWrappersOff_data();
    void takesWrappersOff();
    void refusesTwoThatBecomeOne();
};

void WrapperPrefixTest::takesWrappersOff_data()
{
    QTest::addColumn<QStringList>("inFile");
    QTest::addColumn<QStringList>("own");
    QTest::addColumn<int>("wrappers");
    const QStringList own{"visual_bert.embeddings.x", "visual_bert.encoder.layer.0.y", "visual_bert.pooler.z",
                          "cls.weight", "cls.bias"};
    const auto row = [&](const char* name, const QString& prefix, const QStringList& strays, int wrappers) {
        QStringList inFile = strays;
        for (const QString& one : own)
            inFile << prefix + one;
        QTest::newRow(name) << inFile << own + strays << wrappers;
    };
    row("today's names", "", {}, 0);
    row("today's names and strays", "", {"optimizer.x", "model.y"}, 0);
    row("DataParallel", "module.", {}, 1);
    row("DDP around DataParallel", "module.module.", {}, 1);
    row("AveragedModel", "module.", {"n_averaged"}, 1);
    row("one stray name", "module.", {"criterion.weight"}, 1);
    row("torch.compile", "_orig_mod.", {}, 1);
    row("torch.compile in DDP", "module._orig_mod.", {}, 2);
    row("DDP in torch.compile", "_orig_mod.module.", {}, 2);
    row("Lightning", "model.", {}, 1);
    row("Lightning, another attribute", "net.", {"loss.weight"}, 1);
    row("Lightning and torch.compile", "model._orig_mod.", {}, 2);
    row("two attributes deep", "trainer.net.", {}, 1);
    row("an averaged copy beside it", "model.", {"ema_model.visual_bert.embeddings.x"}, 1);
    QTest::newRow("a compiled part") << QStringList{"visual_bert._orig_mod.embeddings.x", "cls.weight"}
                                     << QStringList{"visual_bert.embeddings.x", "cls.weight"} << 1;
    QTest::newRow("ResNet") << QStringList{"model.conv1.weight", "model.layer1.0.conv1.weight", "model.fc.bias"}
                            << QStringList{"conv1.weight", "layer1.0.conv1.weight", "fc.bias"} << 1;
    QTest::newRow("Faster R-CNN") << QStringList{"net.backbone.body.conv1.weight", "net.rpn.head.x", "net.roi_heads.y"}
                                  << QStringList{"backbone.body.conv1.weight", "rpn.head.x", "roi_heads.y"} << 1;
    QTest::newRow("bare trunk") << QStringList{"model.embeddings.x", "model.encoder.y"}
                                << QStringList{"embeddings.x", "encoder.y"} << 1;
    QTest::newRow("another network") << QStringList{"vilt.embeddings.x", "vilt.encoder.y"}
                                     << QStringList{"vilt.embeddings.x", "vilt.encoder.y"} << 0;
    QTest::newRow("nothing known") << QStringList{"a.b", "a.c"} << QStringList{"a.b", "a.c"} << 0;
    QTest::newRow("a name that is a wrapper's alone") << QStringList{"module"} << QStringList{"module"} << 0;
    QTest::newRow("empty") << QStringList{} << QStringList{} << 0;
}

void WrapperPrefixTest::takesWrappersOff()
{
    QFETCH(QStringList, inFile);
    QFETCH(QStringList, own);
    QFETCH(int, wrappers);
    const TensorMap tensors = named(inFile);
    const Unwrapping unwrapping = withoutWrappers(tensors);
    QCOMPARE(int(unwrapping.wrappers.size()), wrappers);
    const TensorMap result = unwrapped(tensors, unwrapping);
    QStringList names;
    for (const auto& item : result)
        names << QString::fromStdString(item.first);
    own.sort();
    QCOMPARE(names, own);
    for (const auto& [name, tensor] : tensors)
        QVERIFY(result.at(unwrapping.ownName.at(name)).is_same(tensor));
}

void WrapperPrefixTest::refusesTwoThatBecomeOne()
{
    const TensorMap tensors = named({"module.cls.weight", "cls.weight"});
    QVERIFY_THROWS_EXCEPTION(Error, unwrapped(tensors, withoutWrappers(tensors)));
}

VBS_TEST_MAIN(WrapperPrefixTest)
#include "wrapper_prefix_test.moc"
