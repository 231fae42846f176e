#!/usr/bin/env python3
"""Writes random small VisualBERTs of the current transformers, as its save_pretrained leaves them, with inputs and outputs.

    write_transformers_cases.py FOLDER COUNT [SEED]

Each case is a folder: config.json and weights (safetensors, shards of it, or torch.save's files), inputs.safetensors named as
forward's arguments, outputs.safetensors named as the output's fields (tuples as hidden_states.N and attentions.N). Needs
transformers 5 and its torch; transformers_parity_slow_test.cpp runs it.
"""
import copy
import pathlib
import random
import sys

import torch
import transformers
from safetensors.torch import save_file
from transformers import VisualBertConfig

CLASSES = ["VisualBertModel", "VisualBertForPreTraining", "VisualBertForQuestionAnswering", "VisualBertForVisualReasoning",
           "VisualBertForMultipleChoice", "VisualBertForRegionToPhraseAlignment"]
ACTIVATIONS = ["gelu", "gelu", "gelu_10", "gelu_fast", "gelu_new", "gelu_python", "gelu_pytorch_tanh", "linear", "mish",
               "quick_gelu", "relu", "relu6", "sigmoid", "silu", "swish", "tanh", "leaky_relu", "relu2", "laplace",
               "gelu_accurate", "gelu_python_tanh", "hardswish", "sqrtsoftplus"]
STORES = ["safetensors", "safetensors", "shards", "half", "bfloat16", "zip", "legacy"]


def random_config(rng):
    heads = rng.choice([1, 2, 3, 4])
    return VisualBertConfig(
        vocab_size=rng.randint(12, 40), hidden_size=heads * rng.choice([2, 4, 5, 8]), num_attention_heads=heads,
        num_hidden_layers=rng.randint(0, 3), intermediate_size=rng.randint(3, 40), hidden_act=rng.choice(ACTIVATIONS),
        max_position_embeddings=rng.randint(10, 20), type_vocab_size=rng.randint(2, 4),
        visual_embedding_dim=rng.randint(1, 20), special_visual_initialize=rng.random() < 0.7,
        layer_norm_eps=rng.choice([1e-12, 1e-5, 1e-3]), num_labels=rng.randint(2, 6),
        tie_word_embeddings=rng.random() < 0.7, pad_token_id=rng.choice([0, 1]))


def random_inputs(rng, name, config):
    batch, text, regions = rng.randint(1, 3), rng.randint(3, 9), rng.choice([0, 1, 2, 5, 8])
    head = (batch, rng.randint(1, 4)) if name == "VisualBertForMultipleChoice" else (batch,)

    def ids(high, *shape):
        return torch.randint(0, high, (*head, *shape))

    def mask(length):
        kept = torch.randint(1, length + 1, head) if length else torch.zeros(head, dtype=torch.long)
        return (torch.arange(length) < kept.unsqueeze(-1)).long()

    inputs = {"input_ids": ids(config.vocab_size, text)}
    # Of fewer than three tokens the answer's place would lie before the text.
    inputs["attention_mask"] = mask(text) if rng.random() < 0.6 else torch.ones(*head, text, dtype=torch.long)
    inputs["attention_mask"][..., :3] = 1
    if rng.random() < 0.5:
        inputs["token_type_ids"] = ids(config.type_vocab_size, text)
    if rng.random() < 0.3 and name != "VisualBertForMultipleChoice":
        inputs["position_ids"] = ids(config.max_position_embeddings, text)
    if rng.random() < 0.85 or name in ("VisualBertForRegionToPhraseAlignment", "VisualBertForMultipleChoice",
                                       "VisualBertForQuestionAnswering"):
        if name in ("VisualBertForRegionToPhraseAlignment", "VisualBertForMultipleChoice"):
            regions = max(regions, 1)
        inputs["visual_embeds"] = torch.randn(*head, regions, config.visual_embedding_dim)
        inputs["visual_attention_mask"] = mask(regions)
        inputs["visual_token_type_ids"] = ids(config.type_vocab_size, regions)
        if rng.random() < 0.3 and regions and name != "VisualBertForMultipleChoice":
            inputs["image_text_alignment"] = torch.randint(-1, text, (batch, regions, rng.randint(1, 3)))
    regions = inputs["visual_embeds"].shape[-2] if "visual_embeds" in inputs else 0
    if name == "VisualBertForRegionToPhraseAlignment":
        positions = rng.randint(1, 5)
        inputs["region_to_phrase_position"] = torch.randint(-1, text, (batch, positions))
        inputs["region_to_phrase_position"][:, 0] = rng.randrange(text)
    if rng.random() < 0.5:
        if name == "VisualBertForPreTraining" and regions:
            inputs["labels"] = torch.randint(0, config.vocab_size, (batch, text + regions))
            inputs["labels"][:, 1:2] = -100
            if rng.random() < 0.5:
                inputs["sentence_image_labels"] = torch.randint(0, 2, (batch,))
        elif name == "VisualBertForQuestionAnswering":
            inputs["labels"] = torch.rand(batch, config.num_labels)
        elif name == "VisualBertForVisualReasoning":
            inputs["labels"] = torch.randint(0, config.num_labels, (batch,))
        elif name == "VisualBertForMultipleChoice":
            inputs["labels"] = torch.randint(0, head[1], (batch,))
    return inputs


def randomise(model):
    with torch.no_grad():
        for key, parameter in model.named_parameters():
            parameter.normal_(1.0 if key.endswith("LayerNorm.weight") else 0.0, 0.15)


def write_weights(model, folder, store):
    if store in ("zip", "legacy"):
        model.config.architectures = [type(model).__name__]
        model.config.save_pretrained(folder)
        torch.save(model.state_dict(), folder / "pytorch_model.bin", _use_new_zipfile_serialization=store == "zip")
        return
    # A copy in another type would round what the outputs were computed with; the weights are rounded beforehand.
    if store in ("half", "bfloat16"):
        model = model.to(torch.float16 if store == "half" else torch.bfloat16)
    model.save_pretrained(folder, max_shard_size="4KB" if store == "shards" else "5GB")


def tensors_of(outputs):
    result = {}
    for key, value in outputs.items():
        if isinstance(value, (tuple, list)):
            result.update({f"{key}.{i}": one.contiguous().clone() for i, one in enumerate(value)})
        else:
            result[key] = value.contiguous().clone()
    return result


def own_rounding(model, inputs, extras, outputs):
    """How far the reference's float32 is from its own float64 at most."""
    exact = copy.deepcopy(model).double()
    with torch.no_grad():
        precise = exact(**{k: v.double() if v.is_floating_point() else v for k, v in inputs.items()}, **extras)
    precise = tensors_of(precise)
    return max((one.double() - precise[key]).abs().max().item() if one.numel() else 0.0 for key, one in outputs.items())


def write_case(folder, number, seed):
    rng = random.Random(seed * 100003 + number)
    torch.manual_seed(rng.randrange(1 << 30))
    name = CLASSES[number % len(CLASSES)]
    config = random_config(rng)
    if name == "VisualBertForMultipleChoice":
        config.num_labels = 2  # not read
    model = getattr(transformers, name)(config).eval()
    randomise(model)
    store = rng.choice(STORES)
    if store in ("half", "bfloat16"):
        model = model.to(torch.float16 if store == "half" else torch.bfloat16).float()
    inputs = random_inputs(rng, name, config)
    extras = {"output_attentions": rng.random() < 0.3, "output_hidden_states": rng.random() < 0.3}
    with torch.no_grad():
        outputs = model(**inputs, **extras)
    case = folder / f"{number:04d}-{name}-{store}"
    case.mkdir(parents=True)
    save_file({key: value.contiguous() for key, value in inputs.items()}, case / "inputs.safetensors")
    outputs = tensors_of(outputs)
    rounding = torch.tensor(own_rounding(model, inputs, extras, outputs), dtype=torch.float32)
    save_file(outputs | {"own_rounding": rounding}, case / "outputs.safetensors")
    write_weights(model, case, store)


def main():
    folder, count = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    torch.set_num_threads(1)
    transformers.utils.logging.set_verbosity_error()
    for number in range(count):
        write_case(folder, number, seed)
    print(f"transformers {transformers.__version__}, torch {torch.__version__}: {count} cases")


if __name__ == "__main__":
    main()
