"""Writes zip.bin and legacy.bin: one ordinary tensor beside those of the types that visualbert only lists.
Run in this folder with torch 2.13 (numbers do not matter, only the types)."""
import torch

tensors = {
    "plain": torch.ones(2, 2),
    "complex": torch.zeros(2, 2, dtype=torch.complex64),
    "e4m3": torch.zeros(2, 2).to(torch.float8_e4m3fn),
    "e5m2": torch.zeros(2, 2).to(torch.float8_e5m2),
    "u16": torch.zeros(2, 2, dtype=torch.uint16),
    "u32": torch.zeros(2, 2, dtype=torch.uint32),
    "u64": torch.zeros(2, 2, dtype=torch.uint64),
    "q8": torch.quantize_per_tensor(torch.zeros(2, 2), 0.1, 0, torch.qint8),
    "qu8": torch.quantize_per_tensor(torch.zeros(2, 2), 0.1, 0, torch.quint8),
    "qchannel": torch.quantize_per_channel(torch.zeros(2, 2), torch.ones(2), torch.zeros(2), 0, torch.qint8),
}
torch.save(tensors, "zip.bin")
torch.save(tensors, "legacy.bin", _use_new_zipfile_serialization=False)
