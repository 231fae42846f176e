#!/usr/bin/env python3
"""Writes reference-cases.json, what `visualbert selftest` compares networks of published size with.

    python3 resources/selftest/make_reference_cases.py

It takes a few hundred numbers of each case from tests/data/visualbert-full, whose README names their origin: outputs of
Hugging Face transformers 4.27.1 in float32. Weights and region features are made by rule (core/bench/
visual_bert_rule_fill.h) and stand nowhere. Needs nothing but Python.
"""
import json
import math
import pathlib
import struct

ROOT = pathlib.Path(__file__).resolve().parents[2]
CASES = [("vqa", "vqa"), ("nlvr", "nlvr2"), ("multiple-choice", "vcr"), ("pretraining", "coco-pre"),
         ("region-to-phrase", "coco-pre-region-to-phrase")]
LABELS = ("labels", "sentence_image_labels")  # the loss is not compared
NUMBERS = 120  # of each output, about
CONFIG = ("hidden_size", "intermediate_size", "layer_norm_eps", "max_position_embeddings", "num_attention_heads",
          "num_hidden_layers", "visual_embedding_dim", "vocab_size")


def read_safetensors(path):
    """{name: (shape, flat list)}, of float32 and int64 tensors."""
    data = path.read_bytes()
    length = struct.unpack("<Q", data[:8])[0]
    tensors = {}
    for name, entry in json.loads(data[8:8 + length]).items():
        if name == "__metadata__":
            continue
        begin, end = (8 + length + offset for offset in entry["data_offsets"])
        letter, size = {"F32": ("f", 4), "I64": ("q", 8)}[entry["dtype"]]
        tensors[name] = (entry["shape"], list(struct.unpack(f"<{(end - begin) // size}{letter}", data[begin:end])))
    return tensors


def short(value):
    """The shortest decimal that is this float32."""
    for digits in range(1, 10):
        text = float(f"{value:.{digits}g}")
        if abs(text) < 3.4028235e38 and struct.pack("<f", text) == struct.pack("<f", value):
            return text
    return value


def thinned(places, values):
    """Every so many-th of them, evenly."""
    step = max(1, len(values) // NUMBERS)
    if step > 1:
        step |= 1  # not the same columns in every row
    return places[::step], [short(value) for value in values[::step]]


def entry(output, shape, places, values):
    places, values = thinned(places, values)
    assert all(0 <= place < math.prod(shape) for place in places)
    return {"output": output, "shape": shape, "at": places, "values": values}


def expected(inputs, outputs, features):
    batch = math.prod(features[:-2])
    length = inputs["input_ids"][0][-1] + features[-2]
    entries = []
    for name in ("logits", "seq_relationship_logits"):
        if name in outputs:
            shape, values = outputs[name]
            entries.append(entry(name, shape, list(range(len(values))), values))
    if "prediction_logits.rows" in outputs:
        positions, columns = outputs["prediction_logits.at"], outputs["prediction_logits.columns"][1]
        vocabulary = len(outputs["prediction_logits.mask_row"][1])
        places = [(sample * length + positions[1][sample * positions[0][1] + i]) * vocabulary + column
                  for sample in range(batch) for i in range(positions[0][1]) for column in columns]
        entries.append(entry("prediction_logits", [batch, length, vocabulary], places,
                             outputs["prediction_logits.rows"][1]))
    count = outputs["at"][0][1]
    for layer in (6, 12):
        shape, values = outputs["last_hidden_state.at" if layer == 12 else f"hidden_states.{layer}.at"]
        width = shape[2]
        places = [(sample * length + outputs["at"][1][sample * count + i]) * width + column
                  for sample in range(batch) for i in range(count) for column in range(width)]
        entries.append(entry(f"hidden_states.{layer}", [batch, length, width], places, values))
    return entries


def main():
    cases = []
    for name, folder in CASES:
        source = ROOT / "tests/data/visualbert-full" / folder
        case = json.loads((source / "case.json").read_text())
        config = json.loads((source / "config.json").read_text())
        inputs, outputs = (read_safetensors(source / f"{part}.safetensors") for part in ("inputs", "outputs"))
        features = case["visual_embeds"]["shape"]
        cases.append({
            "name": name,
            "head": case["head"],
            "salt": case["salt"],
            "config": {key: config[key] for key in CONFIG},
            "labels": len(config.get("id2label", [0, 0])),
            "features": features,
            "inputs": {key: {"shape": shape, "values": [int(value) for value in values]}
                       for key, (shape, values) in inputs.items() if key not in LABELS},
            "expected": expected(inputs, outputs, features)})
    document = {"source": "Hugging Face transformers 4.27.1 (Apache-2.0), float32, evaluation mode, CPU; weights and "
                          "region features by rule; made by make_reference_cases.py from tests/data/visualbert-full",
                "cases": cases}
    lines = json.dumps(document, indent=1)
    # Lists of numbers stand on one line each.
    out, inside = [], False
    for line in lines.split("\n"):
        text = line.strip()
        if inside:
            out[-1] += text if text.startswith("]") else text.replace(",", ", ")
            inside = not text.startswith("]")
        elif text.endswith("[") and '"cases"' not in text and '"expected"' not in text:
            out.append(line)
            inside = True
        else:
            out.append(line)
    (ROOT / "resources/selftest/reference-cases.json").write_text("\n".join(out) + "\n")


main()
