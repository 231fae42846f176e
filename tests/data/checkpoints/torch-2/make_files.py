"""Writes the files of this folder, with PyTorch 2.x: every pickle protocol, both serialisations, plain values."""

import collections

import torch

weight = torch.arange(8.0).reshape(2, 4)
state = collections.OrderedDict(
    weight=weight,
    transposed=weight.t(),
    row=weight[1],
    expanded=torch.tensor([1.5]).expand(3, 2),
    double=torch.tensor([0.1], dtype=torch.float64),
    half=torch.tensor([0.5, 65504.0]).half(),
    bfloat16=torch.tensor([3.140625]).bfloat16(),
    int64=torch.tensor([-(2**62), 5]),
    int32=torch.tensor([-5], dtype=torch.int32),
    int16=torch.tensor([-300], dtype=torch.int16),
    int8=torch.tensor([-128], dtype=torch.int8),
    uint8=torch.tensor([255], dtype=torch.uint8),
    bool=torch.tensor([True, False]),
    scalar=torch.tensor(2.5),
    empty=torch.empty(0, 3),
)
for protocol in (2, 3, 4, 5):
    torch.save(state, f"zip-protocol{protocol}.bin", pickle_protocol=protocol)
    torch.save(state, f"legacy-protocol{protocol}.bin", pickle_protocol=protocol, _use_new_zipfile_serialization=False)

parameter = torch.nn.Parameter(weight)
parameter.note = 1
for protocol in (2, 5):
    training = {
        "model_state_dict": {"weight": parameter},
        "optimizer": {"state": {0: {"exp_avg": torch.ones(2)}}, "param_groups": [{"lr": 1e-3, "params": [0]}]},
        "rng": torch.zeros(3, dtype=torch.uint8),
        "epoch": 3,
        "large": 2**70,
        "name": "größe",
        "nothing": None,
        "done": True,
        "bytes": b"abc",
        "set": {1, 2},
        "counter": collections.Counter("aab"),
        "device": torch.device("cuda:0"),
        "dtype": torch.float32,
        "size": torch.Size([2, 3]),
        "storage": torch.ones(3).untyped_storage(),
    }
    torch.save(training, f"training-protocol{protocol}.bin", pickle_protocol=protocol)
